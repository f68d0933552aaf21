import type { NotebookPanel } from '@jupyterlab/notebook';

import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook } from '../../testutils/panelServices';
import { insertCell } from '..';

describe('insertCell', () => {
  let panel: NotebookPanel;

  beforeEach(async () => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const server = new FakeServer({ python3: 'python' });
    panel = await openNotebook(server, 'a.ipynb');
  });

  afterEach(() => {
    const { context } = panel;
    panel.dispose();
    context.dispose();
    jest.restoreAllMocks();
  });

  const sources = ({ content }: NotebookPanel) =>
    content.widgets.map(({ model }) => model.sharedModel.getSource());

  it('puts code under the active cell and makes it the active one', async () => {
    const { content } = panel;
    content.model!.sharedModel.deleteCellRange(
      0,
      content.model!.sharedModel.cells.length
    );
    for (const source of ['one', 'two', 'three']) {
      content.model!.sharedModel.addCell({ cell_type: 'markdown', source });
    }
    content.activeCellIndex = 1;
    insertCell(content, 'print(1)');
    expect(sources(panel)).toEqual(['one', 'two', 'print(1)', 'three']);
    expect(content.activeCellIndex).toBe(2);
    expect(content.activeCell!.model.type).toBe('code');
    expect(content.activeCell!.model.trusted).toBe(true);

    insertCell(content, 'print(2)');
    expect(sources(panel).slice(2)).toEqual(['print(1)', 'print(2)', 'three']);
  });

  it("is taken out again by the notebook's undo", async () => {
    panel.content.model!.sharedModel.clearUndoHistory();
    const before = sources(panel);
    insertCell(panel.content, 'print(1)');
    panel.content.model!.sharedModel.undo();
    expect(sources(panel)).toEqual(before);
  });
});
