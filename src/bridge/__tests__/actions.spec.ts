import { Notification } from '@jupyterlab/apputils';
import { ContentsManager, Drive } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import type { IFramePlace } from '../../notebook';
import { DEFAULT_BRIDGE_SETTINGS } from '..';
import { FrameActions } from '../actions';
import { WorkspaceSaver } from '../saver';

describe('FrameActions', () => {
  it.each([
    ['a.ipynb', 'ws'],
    ['sub/a.ipynb', 'sub/ws'],
    ['Other:a.ipynb', 'Other:ws'],
    ['Other:sub/a.ipynb', 'Other:sub/ws']
  ])('save the workspace of %s beside it', async (path, expected) => {
    const contents = new ContentsManager();
    contents.addDrive(new Drive({ name: 'Other' }));
    const saver = new WorkspaceSaver(contents);
    const save = jest.spyOn(saver, 'save').mockResolvedValue(true);
    const actions = new FrameActions({
      choices: () => [],
      contents,
      kernelLanguages: () => null,
      notifications: Notification,
      saveAgain: () => undefined,
      saver,
      saving: () => undefined,
      settings: () => DEFAULT_BRIDGE_SETTINGS,
      trans: nullTranslator.load('')
    });
    await actions.save(
      {
        version: 2,
        action: 'keep',
        filename: 'ws.xml',
        code: null,
        xml: '<xml/>',
        id: '',
        key: ''
      },
      { path, view: {} } as IFramePlace,
      document.createElement('iframe')
    );
    expect(save).toHaveBeenCalledWith(
      `${expected}.xml`,
      '<xml/>',
      expect.objectContaining({ page: `${expected}.html` })
    );
    contents.dispose();
  });
});
