import { Notification } from '@jupyterlab/apputils';
import { type Contents, ContentsManager, Drive } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';

import { type IRun, SessionExecutor } from '../../kernel';
import type { IFramePlace } from '../../notebook';
import type { IFrameRequest } from '../../protocol';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { FakeServer } from '../../testutils/fakeServer';
import { until } from '../../testutils/signals';
import { DEFAULT_BRIDGE_SETTINGS } from '..';
import { FrameActions } from '../actions';
import { WorkspaceSaver } from '../saver';

const REQUEST: IFrameRequest = {
  version: 2,
  action: 'keep',
  filename: 'ws.xml',
  code: null,
  xml: '<xml/>',
  id: '',
  key: ''
};

describe('FrameActions', () => {
  const newActions = (contents: Contents.IManager, saver: WorkspaceSaver) =>
    new FrameActions({
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
    await newActions(contents, saver).save(
      REQUEST,
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

  it('ask for a file that is saved once the run has answered', async () => {
    const { contents } = new FakeServer({});
    const saver = new WorkspaceSaver(contents);
    const actions = newActions(contents, saver);
    const kernel = new FakeKernel();
    const source = new FakeSessionSource(kernel);
    const executor = new SessionExecutor(source);
    const { statusChanged } = executor;
    await until(statusChanged, () => executor.status === 'idle');
    const spoken = new PromiseDelegate<void>();
    const ended = new PromiseDelegate<void>();
    kernel.teach('slow', async ({ say }) => {
      await spoken.promise;
      say('stream', { name: 'stdout', text: 'one' });
      await ended.promise;
    });
    const place = {
      path: 'a.ipynb',
      source: '',
      view: {},
      executor: async () => executor,
      runs: () => ({ execute: (code: string) => executor.execute(code) })
    } as unknown as IFramePlace;
    const frame = document.createElement('iframe');
    await actions.save(REQUEST, place, frame);

    const asked = jest.mocked(contents.get).mockClear();
    const done = actions.do(
      { ...REQUEST, action: 'execute', code: 'slow' },
      place,
      frame
    );
    const run = (await done.run) as IRun;
    await until(run.stateChanged, () => run.state === 'running');
    await new Promise(resolve => setTimeout(resolve));
    expect(asked).not.toHaveBeenCalled();
    spoken.resolve();
    expect(await done.saved).toBe(true);
    expect(asked).toHaveBeenCalled();
    expect(run.state).toBe('running');
    ended.resolve();
    await run.done;
    executor.dispose();
    source.dispose();
  });
});
