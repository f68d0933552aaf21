import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IConsoleTracker } from '@jupyterlab/console';
import type { CodeCell } from '@jupyterlab/cells';
import type { INotebookContent } from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { outputOf } from '../../cell/cellBlocks';
import { NEW_BUNDLE } from '../../testutils/bundles';
import { FakeServer } from '../../testutils/fakeServer';
import {
  createPanelServices,
  openNotebook
} from '../../testutils/panelServices';
import { blocklyEvents, imitateBrowser } from '../../testutils/screen';
import type { IJigsawTracker } from '../../tokens';
import { createCell } from '../cellParts';

describe('createCell', () => {
  beforeEach(() => {
    imitateBrowser();
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  afterEach(() => jest.restoreAllMocks());

  it('shows the blocks of the output where their file can’t be had, and says why', async () => {
    const server = new FakeServer({ python3: 'python' });
    const services = createPanelServices(server);
    const panel = await openNotebook(server, 'a.ipynb');
    await services.notebooks.add(panel);
    const { model, outputArea } = panel.content.widgets[0] as CodeCell;
    model.trusted = true;
    const state = JSON.stringify({
      blocks: { blocks: [{ type: 'text', fields: { TEXT: 'kept' } }] }
    });
    model.outputs.add(outputOf({ ...NEW_BUNDLE, workspace: 'ws', state }));
    server.contents.get.mockRejectedValueOnce(new Error('no permission'));
    const { widget } = await createCell(model.outputs.get(0), outputArea.node, {
      ...services,
      app: {
        serviceManager: { contents: server.contents },
        shell: { widgets: () => [] }
      } as unknown as JupyterFrontEnd,
      consoles: { find: () => undefined } as unknown as IConsoleTracker,
      documents: null,
      opened: new WeakMap<NotebookPanel, INotebookContent>(),
      shell: null,
      tracker: {} as IJigsawTracker,
      router: null
    });
    const editor = widget.node.querySelector('.jp-Jigsaw-editor')!;
    // Nothing has a size in jsdom.
    for (const name of ['clientWidth', 'clientHeight']) {
      Object.defineProperty(editor, name, { value: 600 });
    }
    Widget.attach(widget, document.body);
    MessageLoop.flush();
    await blocklyEvents();
    expect(widget.node.querySelector('[role=alert]')!.textContent).toContain(
      'no permission'
    );
    expect(
      widget.node.querySelector('.blocklySvg .blocklyBlockCanvas')!.textContent
    ).toContain('kept');
    const { context } = panel;
    widget.dispose();
    panel.dispose();
    context.dispose();
  });
});
