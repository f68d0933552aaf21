import type { YNotebook } from '@jupyter/ydoc';
import type { CodeCell } from '@jupyterlab/cells';
import type { INotebookContent } from '@jupyterlab/nbformat';
import { type NotebookPanel, NotebookTracker } from '@jupyterlab/notebook';
import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { type IRun, SessionExecutor } from '../../kernel';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook, viewNotebook } from '../../testutils/panelServices';
import { until } from '../../testutils/signals';
import { CellHost } from '../cellHost';
import { CellRuns } from '../cellRuns';
import { findInNotebooks } from '../places';
import { MARK_TYPE } from '../runOutputs';

const FOREVER = new Promise<void>(() => undefined);

describe('CellRuns', () => {
  let panel: NotebookPanel;
  let notebooks: NotebookTracker;
  let cell: CodeCell;
  let kernel: FakeKernel;
  let source: FakeSessionSource;
  let executor: SessionExecutor;
  let runs: CellRuns;

  beforeEach(async () => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    // However slow the machine, a frame has time for all that has come.
    jest.spyOn(performance, 'now').mockReturnValue(0);
    panel = await openNotebook(new FakeServer({}), 'a.ipynb');
    Widget.attach(panel, document.body);
    const { sharedModel } = panel.content.model!;
    sharedModel.insertCell(0, { cell_type: 'code' });
    notebooks = new NotebookTracker({ namespace: 'notebook' });
    void notebooks.add(panel);
    cell = panel.content.widgets[0] as CodeCell;
    await cell.ready;
    kernel = new FakeKernel();
    source = new FakeSessionSource(kernel);
    executor = new SessionExecutor(source);
    const { statusChanged } = executor;
    await until(statusChanged, () => executor.status === 'idle');
    runs = new CellRuns(new CellHost(cell), nullTranslator.load(''));
    for (const text of ['one', 'two']) {
      kernel.teach(text, async ({ say }) =>
        say('stream', { name: 'stdout', text: `${text}\n` })
      );
    }
    kernel.teach('ask', async ({ input, say }) => {
      const name = await input('Who? ');
      say('stream', { name: 'stdout', text: `hello ${name}\n` });
    });
    kernel.teach('forever', async ({ say }) => {
      say('stream', { name: 'stdout', text: 'begun\n' });
      await FOREVER;
    });
  });

  afterEach(() => {
    const { context } = panel;
    panel.dispose();
    context.dispose();
    executor.dispose();
    source.dispose();
    jest.restoreAllMocks();
  });

  /**
   * What runs have added, as text.
   */
  const added = () =>
    cell.model.outputs
      .toJSON()
      .filter(({ data }) => !data || !(MARK_TYPE in (data as object)))
      .map(({ text }) => text)
      .join('');

  const begun = (run: IRun) =>
    until(run.outputChanged, () => run.outputs.length > 0);

  /**
   * The runs of a cell, as a view of its notebook finds them.
   */
  const runsIn = (view: NotebookPanel, index?: number) => {
    const at = index ?? view.content.widgets.indexOf(cell);
    const shown = view.content.widgets[Math.max(at, 0)] as CodeCell;
    const place = findInNotebooks(notebooks)(shown.outputArea.node)!;
    return place.runs(nullTranslator.load(''));
  };

  const promptsIn = (view: NotebookPanel) => [
    ...view.node.querySelectorAll<HTMLInputElement>('.jp-Stdin-input')
  ];

  const asked = (run: IRun) =>
    until(run.inputRequested, () => run.inputRequest !== null);

  const frame = () => new Promise(requestAnimationFrame);

  const answer = async (view: NotebookPanel) => {
    const inputs = promptsIn(view);
    expect(inputs).toHaveLength(1);
    inputs[0].value = 'Ada';
    inputs[0].dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
    );
  };

  /**
   * JupyterLab keeps what was answered for a moment.
   */
  const gone = async () => {
    while (document.querySelector('.jp-Stdin')) {
      await frame();
    }
  };

  it('go on in a cell that is moved', async () => {
    let go = () => {};
    const gate = new Promise<void>(resolve => (go = resolve));
    kernel.teach('slow', async ({ say }) => {
      say('stream', { name: 'stdout', text: 'begun\n' });
      await gate;
      say('stream', { name: 'stdout', text: 'ended\n' });
    });
    const { sharedModel } = panel.content.model!;
    sharedModel.insertCell(1, { cell_type: 'code' });
    const place = runsIn(panel);
    const first = place.execute('slow', executor);
    const second = place.execute('two', executor);
    await begun(first);
    await frame();
    sharedModel.moveCell(0, 1);
    cell = panel.content.widgets[1] as CodeCell;
    await cell.ready;
    cell.model.executionState = 'idle';
    await frame();
    await frame();
    expect(cell.model.executionState).toBe('running');
    go();
    await second.done;
    await frame();
    expect(added()).toBe('begun\nended\ntwo\n');
    expect(cell.model.executionState).toBe('idle');
  });

  it('ask again in a cell that is moved', async () => {
    const { sharedModel } = panel.content.model!;
    sharedModel.insertCell(1, { cell_type: 'code' });
    const run = runsIn(panel).execute('ask', executor);
    await asked(run);
    sharedModel.moveCell(0, 1);
    cell = panel.content.widgets[1] as CodeCell;
    await cell.ready;
    await answer(panel);
    await run.done;
    await frame();
    expect(added()).toBe('Who?  Ada\nhello Ada\n');
  });

  describe('whose cell is moved, and moved again,', () => {
    let go: () => void;

    beforeEach(() => {
      const gate = new Promise<void>(resolve => (go = resolve));
      kernel.teach('long', async ({ input, say }) => {
        const show = (type: string, text: string) =>
          say(type as 'display_data', {
            data: { 'text/plain': text },
            metadata: {},
            transient: { display_id: 'd' }
          });
        say('stream', { name: 'stdout', text: 'begun\n' });
        const name = await input('Who? ');
        show('display_data', 'half');
        say('stream', { name: 'stdout', text: `hello ${name}\n` });
        await gate;
        say('stream', { name: 'stdout', text: 'ended\n' });
        show('update_display_data', 'all');
      });
      panel.content.model!.sharedModel.insertCell(1, { cell_type: 'code' });
    });

    const move = async () => {
      const from = panel.content.widgets.indexOf(cell);
      panel.content.model!.sharedModel.moveCell(from, 1 - from);
      cell = panel.content.widgets[1 - from] as CodeCell;
      await cell.ready;
      await frame();
    };

    const shown = () =>
      cell.model.outputs
        .toJSON()
        .filter(({ data }) => !data || !(MARK_TYPE in (data as object)))
        .map(({ data, text }) =>
          data ? (data as Record<string, string>)['text/plain'] : text
        );

    it('keep what was answered, and what others have said', async () => {
      const place = runsIn(panel);
      const first = place.execute('ask', executor);
      const second = place.execute('long', executor);
      await asked(first);
      await answer(panel);
      await first.done;
      await asked(second);
      await move();
      await answer(panel);
      await gone();
      await until(second.outputChanged, () =>
        JSON.stringify(second.outputs).includes('hello')
      );
      runsIn(panel).say('Not now.');
      await move();
      await move();
      go();
      await second.done;
      await frame();
      expect(shown()).toEqual([
        'Who?  Ada\n',
        'hello Ada\nbegun\n',
        'Who?  Ada\n',
        'all',
        'hello Ada\n',
        'Not now.\n',
        'ended\n'
      ]);
    });

    const ALL = ['begun\n', 'Who?  Ada\n', 'all', 'hello Ada\nended\n'];

    it('keep what has come since when the move is undone', async () => {
      const { sharedModel } = panel.content.model!;
      const run = runsIn(panel).execute('long', executor);
      await asked(run);
      sharedModel.clearUndoHistory();
      await move();
      await answer(panel);
      await gone();
      await frame();
      expect(shown()).toHaveLength(4);
      sharedModel.undo();
      cell = panel.content.widgets[0] as CodeCell;
      await cell.ready;
      await frame();
      go();
      await run.done;
      await frame();
      expect(shown()).toEqual(ALL);
      expect(cell.model.sharedModel.toJSON()).toMatchObject({
        outputs: cell.model.outputs.toJSON()
      });
    });

    it('keep what has come since when the move is undone after it', async () => {
      const { sharedModel } = panel.content.model!;
      const run = runsIn(panel).execute('long', executor);
      await asked(run);
      sharedModel.clearUndoHistory();
      await move();
      await answer(panel);
      await gone();
      go();
      await run.done;
      await frame();
      sharedModel.undo();
      cell = panel.content.widgets[0] as CodeCell;
      await cell.ready;
      await frame();
      expect(shown()).toEqual(ALL);
      expect(cell.model.executionState).not.toBe('running');
      expect(cell.model.sharedModel.toJSON()).toMatchObject({
        outputs: cell.model.outputs.toJSON()
      });
    });

    it('give way to what the file has, when they have ended', async () => {
      const model = panel.content.model!;
      // Older ones have no ids.
      (model.sharedModel as YNotebook).nbformat_minor = 5;
      const content = model.toJSON() as INotebookContent;
      const run = runsIn(panel).execute('one', executor);
      await run.done;
      await frame();
      expect(shown()).toEqual(['one\n']);
      model.fromJSON(content);
      cell = panel.content.widgets[0] as CodeCell;
      await cell.ready;
      await frame();
      expect(shown()).toEqual([]);
    });

    it.each(['before it ends', 'when it has ended'])(
      'have all in a cell that was cut and is pasted %s',
      async when => {
        const { sharedModel } = panel.content.model!;
        const run = runsIn(panel).execute('long', executor);
        await asked(run);
        await answer(panel);
        await gone();
        await frame();
        const cut = sharedModel.getCell(0).toJSON();
        sharedModel.deleteCell(0);
        await frame();
        if (when === 'when it has ended') {
          go();
          await run.done;
          await frame();
        }
        sharedModel.insertCell(1, cut);
        cell = panel.content.widgets[1] as CodeCell;
        cell.model.executionState = 'running';
        await cell.ready;
        // As blocks do when they are drawn.
        runsIn(panel);
        go();
        await run.done;
        await frame();
        await frame();
        expect(shown()).toEqual(ALL);
        expect(cell.model.executionState).toBe('idle');
      }
    );

    it('leave away what was cleared', async () => {
      const run = runsIn(panel).execute('long', executor);
      await asked(run);
      await answer(panel);
      await gone();
      await frame();
      runsIn(panel).clear();
      await move();
      go();
      await run.done;
      await frame();
      expect(shown()).toEqual(['ended\n']);
    });

    it('only ask when the notebook has cleared them before', async () => {
      const run = runsIn(panel).execute('long', executor);
      await asked(run);
      await frame();
      cell.model.outputs.clear();
      await move();
      await answer(panel);
      await gone();
      await move();
      go();
      await run.done;
      await frame();
      expect(shown()).toEqual(['Who?  Ada\n']);
    });
  });

  it('ask in a view that comes when there was none', async () => {
    const run = runsIn(panel).execute('ask', executor);
    await asked(run);
    panel.dispose();
    await frame();
    const other = viewNotebook(panel.context);
    Widget.attach(other, document.body);
    void notebooks.add(other);
    cell = other.content.widgets[0] as CodeCell;
    await cell.ready;
    runsIn(other);
    await answer(other);
    await run.done;
    await frame();
    expect(added()).toBe('Who?  Ada\nhello Ada\n');
    other.dispose();
  });

  it('ask no more when they have ended', async () => {
    const run = runsIn(panel).execute('ask', executor);
    await asked(run);
    expect(promptsIn(panel)).toHaveLength(1);
    await executor.interrupt();
    await run.done;
    expect(promptsIn(panel)).toHaveLength(0);
  });

  it('leave the star of a cell that runs itself', async () => {
    cell.model.executionState = 'running';
    runsIn(panel);
    await frame();
    expect(cell.model.executionState).toBe('running');
  });

  describe('in two views of a notebook', () => {
    let other: NotebookPanel;

    beforeEach(async () => {
      other = viewNotebook(panel.context);
      Widget.attach(other, document.body);
      void notebooks.add(other);
      await other.content.widgets[0].ready;
    });

    afterEach(() => other.dispose());

    it('are written once, whichever they are started in', async () => {
      runsIn(panel);
      await runsIn(panel).execute('one', executor).done;
      await runsIn(other).execute('two', executor).done;
      await frame();
      expect(added()).toBe('two\n');
    });

    it('ask in the one where they were started', async () => {
      // As blocks do in both when they are drawn.
      const [here, there] = [panel, other].map(runsIn);
      for (const [place, view, rest] of [
        [there, other, panel],
        [here, panel, other]
      ] as const) {
        const run = place.execute('ask', executor);
        await asked(run);
        expect(promptsIn(rest)).toHaveLength(0);
        await answer(view);
        await run.done;
        await gone();
      }
    });

    it.each([
      ['when both had asked for them', true],
      ['when only one had asked for them', false]
    ])('go on in the one that stays, %s', async (_, both) => {
      if (both) {
        runsIn(other);
      }
      const first = runsIn(panel).execute('ask', executor);
      const second = runsIn(panel).execute('one', executor);
      await asked(first);
      await frame();
      expect(promptsIn(other)).toHaveLength(0);
      panel.dispose();
      await frame();
      cell = other.content.widgets[0] as CodeCell;
      expect(cell.model.executionState).toBe('running');
      await answer(other);
      await second.done;
      await frame();
      expect(added()).toBe('Who?  Ada\nhello Ada\none\n');
      expect(cell.model.executionState).toBe('idle');
    });

    it('let the one go where none was started', async () => {
      runsIn(panel);
      const run = runsIn(other).execute('ask', executor);
      await asked(run);
      const [prompt] = promptsIn(other);
      panel.dispose();
      await frame();
      cell = other.content.widgets[0] as CodeCell;
      expect(promptsIn(other)).toEqual([prompt]);
      await answer(other);
      await run.done;
      await frame();
      expect(added()).toBe('Who?  Ada\nhello Ada\n');
    });

    it.each([
      ['first', 'up', 1, 0],
      ['first', 'down', 0, 1],
      ['second', 'up', 1, 0],
      ['second', 'down', 0, 1]
    ])(
      'ask in the %s when the cell is moved %s',
      async (which, _, from, to) => {
        const [own, rest] = which === 'first' ? [panel, other] : [other, panel];
        // What a listener throws comes there.
        const failed = jest.spyOn(console, 'error');
        const { sharedModel } = panel.content.model!;
        sharedModel.insertCell(1 - from, { cell_type: 'code' });
        const run = runsIn(own, from).execute('ask', executor);
        await asked(run);
        sharedModel.moveCell(from, to);
        await panel.content.widgets[to].ready;
        await other.content.widgets[to].ready;
        runsIn(panel, to);
        runsIn(other, to);
        expect(promptsIn(rest)).toHaveLength(0);
        await answer(own);
        await run.done;
        await frame();
        cell = panel.content.widgets[to] as CodeCell;
        expect(added()).toBe('Who?  Ada\nhello Ada\n');
        expect(failed).not.toHaveBeenCalled();
      }
    );
  });

  it('keep what a run has put out when one behind it never begins', async () => {
    const first = runs.execute('forever', executor);
    const second = runs.execute('one', executor);
    await begun(first);
    kernel.die(true);
    await first.done;
    await second.done;
    expect(second.startedAt).toBeNull();
    expect(added()).toMatch(/^begun\n.*died/s);
  });

  it('listen to none that has ended when the next begins', async () => {
    const first = runs.execute('one', executor);
    await first.done;
    // Its threads may say something yet.
    expect(first.isDisposed).toBe(false);
    const second = runs.execute('two', executor);
    await second.done;
    expect(first.isDisposed).toBe(true);
    expect(second.isDisposed).toBe(false);
    panel.content.model!.sharedModel.deleteCell(0);
    expect(cell.isDisposed).toBe(true);
    expect(runs.isOver).toBe(true);
    await Promise.resolve();
    expect(second.isDisposed).toBe(true);
  });

  it('let a run end whose cell is gone, and those behind it', async () => {
    const first = runs.execute('one', executor);
    const second = runs.execute('two', executor);
    panel.content.model!.sharedModel.deleteCell(0);
    expect(runs.isOver).toBe(false);
    await first.done;
    expect((await second.done).status).toBe('ok');
    expect([first, second].map(({ isDisposed }) => isDisposed)).toEqual([
      true,
      true
    ]);
  });

  it('take away what was there when none has begun', async () => {
    await runs.execute('one', executor).done;
    executor.dispose();
    executor = new SessionExecutor(new FakeSessionSource(null));
    await runs.execute('two', executor).done;
    await runs.execute('two', executor).done;
    expect(added()).not.toContain('one');
    expect(added()).not.toBe('');
  });
});
