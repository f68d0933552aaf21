import type { CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import type { ICellPlace } from '../../notebook';
import { NEW_BUNDLE } from '../../testutils/bundles';
import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook } from '../../testutils/panelServices';
import { outputOf } from '../cellBlocks';
import { CellDocument } from '../cellDocument';
import type { CellDrive } from '../cellDrive';
import { PanelLinks } from '../panelLinks';

describe('PanelLinks', () => {
  let drive: CellDrive;
  let links: PanelLinks;
  let server: FakeServer;
  const opened: string[] = [];

  beforeEach(() => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = new FakeServer({ python3: 'python' });
    links = new PanelLinks({
      contents: { addDrive: (added: CellDrive) => (drive = added) },
      // No panel comes of it, whose path is all that matters here.
      documents: { openOrReveal: (path: string) => void opened.push(path) },
      shell: null,
      tracker: { forEach: () => undefined, widgetAdded: new Signal({}) },
      trans: nullTranslator.load(''),
      router: null
    } as unknown as PanelLinks.IOptions);
  });

  afterEach(() => jest.restoreAllMocks());

  /** Draw the blocks of the first cell, as when it has been run. */
  async function draw(panel: NotebookPanel, state: string) {
    const cell = panel.content.widgets[0] as CodeCell;
    const { outputs } = cell.model;
    outputs.clear();
    outputs.add(outputOf({ ...NEW_BUNDLE, state }));
    const document = await CellDocument.of(
      outputs.get(0),
      nullTranslator,
      null
    );
    const { context } = panel;
    const place: Partial<ICellPlace> = { cell, context, path: context.path };
    links.add(document, place as ICellPlace);
    await links.open(document, place as ICellPlace);
    return { document, path: opened.pop()! };
  }

  const state = (id: string) =>
    JSON.stringify({ blocks: { blocks: [{ type: 'text', id }] } });

  function close(panel: NotebookPanel): void {
    const { context } = panel;
    panel.dispose();
    context.dispose();
  }

  it('has the cell of a notebook that was renamed at the same path', async () => {
    const panel = await openNotebook(server, 'a.ipynb');
    const before = await draw(panel, state('before'));
    await server.manager.contents.rename('a.ipynb', 'b.ipynb');
    expect(panel.context.path).toBe('b.ipynb');
    before.document.dispose();
    const after = await draw(panel, state('after'));
    expect(after.path).toBe(before.path);
    const { content } = await drive.get(after.path.replace(/^.*:/, ''));
    expect(content).toContain('"after"');
    after.document.dispose();
    close(panel);
  });

  it('has it at the same path when it is closed and opened again', async () => {
    const panel = await openNotebook(server, 'a.ipynb');
    const before = await draw(panel, state('before'));
    const { id } = panel.content.widgets[0].model;
    await server.manager.contents.rename('a.ipynb', 'b.ipynb');
    close(panel);
    const again = await openNotebook(server, 'b.ipynb');
    again.content.model!.sharedModel.insertCell(0, { cell_type: 'code', id });
    expect((await draw(again, state('after'))).path).toBe(before.path);
    close(again);
  });

  it.each([
    ['', false],
    [', when it was opened again before that', true]
  ])(
    'has the cell of another notebook at another, also of the old name%s',
    async (_, isAgain) => {
      if (isAgain) {
        const first = await openNotebook(server, 'a.ipynb');
        (await draw(first, state('first'))).document.dispose();
        close(first);
      }
      const panel = await openNotebook(server, 'a.ipynb');
      const before = await draw(panel, state('before'));
      const { id } = panel.content.widgets[0].model;
      await server.manager.contents.rename('a.ipynb', 'b.ipynb');
      const copy = await openNotebook(server, 'a.ipynb');
      copy.content.model!.sharedModel.insertCell(0, { cell_type: 'code', id });
      expect((await draw(copy, state('copy'))).path).not.toBe(before.path);
      close(copy);
      close(panel);
    }
  );
});
