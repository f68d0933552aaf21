import { nullTranslator } from '@jupyterlab/translation';
import { NotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import {
  acceptDialog,
  dismissDialog,
  waitForDialog
} from '@jupyterlab/testutils';

import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook } from '../../testutils/panelServices';
import { chooseNotebook, insertCell } from '../insert';

const trans = nullTranslator.load('jupyterlab-jigsaw');

describe('insert', () => {
  let server: FakeServer;
  let tracker: NotebookTracker;
  let panels: NotebookPanel[];

  beforeEach(() => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = new FakeServer({ python3: 'python' });
    tracker = new NotebookTracker({ namespace: 'notebook' });
    panels = [];
  });

  afterEach(() => {
    for (const panel of panels) {
      const { context } = panel;
      panel.dispose();
      context.dispose();
    }
    tracker.dispose();
    jest.restoreAllMocks();
  });

  async function open(path: string): Promise<NotebookPanel> {
    const panel = await openNotebook(server, path);
    panels.push(panel);
    await tracker.add(panel);
    return panel;
  }

  describe('insertCell', () => {
    const sources = ({ content }: NotebookPanel) =>
      content.widgets.map(({ model }) => model.sharedModel.getSource());

    it('puts code under the active cell and makes it the active one', async () => {
      const panel = await open('a.ipynb');
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

      insertCell(content, 'print(2)');
      expect(sources(panel).slice(2)).toEqual([
        'print(1)',
        'print(2)',
        'three'
      ]);
    });

    it("is taken out again by the notebook's undo", async () => {
      const panel = await open('a.ipynb');
      panel.content.model!.sharedModel.clearUndoHistory();
      const before = sources(panel);
      insertCell(panel.content, 'print(1)');
      panel.content.model!.sharedModel.undo();
      expect(sources(panel)).toEqual(before);
    });
  });

  describe('chooseNotebook', () => {
    it('takes the only one without asking', async () => {
      const panel = await open('a.ipynb');
      expect(await chooseNotebook(tracker, null, trans)).toBe(panel);
    });

    it('says that there is none', async () => {
      const chosen = chooseNotebook(tracker, null, trans);
      await waitForDialog();
      expect(document.querySelector('.jp-Dialog')!.textContent).toContain(
        'Open the notebook that the code is for'
      );
      await acceptDialog();
      expect(await chosen).toBeNull();
    });

    it('offers all, the attached one first', async () => {
      await open('a.ipynb');
      const attached = await open('b.ipynb');
      await open('c.ipynb');
      const chosen = chooseNotebook(tracker, attached, trans);
      await waitForDialog();
      const options = document.querySelectorAll<HTMLOptionElement>(
        '.jp-Dialog select option'
      );
      expect([...options].map(({ value }) => value)).toEqual([
        'b.ipynb',
        'a.ipynb',
        'c.ipynb'
      ]);
      await acceptDialog();
      expect(await chosen).toBe(attached);
    });

    it('gives nothing when the user gives up', async () => {
      await open('a.ipynb');
      await open('b.ipynb');
      const chosen = chooseNotebook(tracker, null, trans);
      await dismissDialog();
      expect(await chosen).toBeNull();
    });
  });
});
