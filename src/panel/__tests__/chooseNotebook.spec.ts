import { nullTranslator } from '@jupyterlab/translation';
import { NotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import {
  acceptDialog,
  dismissDialog,
  waitForDialog
} from '../../testutils/dialogs';

import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook } from '../../testutils/panelServices';
import { chooseNotebook } from '../chooseNotebook';

const trans = nullTranslator.load('jupyterlab-jigsaw');

describe('chooseNotebook', () => {
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
