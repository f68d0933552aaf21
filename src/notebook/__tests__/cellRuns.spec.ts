import type { CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { type IRun, SessionExecutor } from '../../kernel';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { FakeServer } from '../../testutils/fakeServer';
import { openNotebook } from '../../testutils/panelServices';
import { until } from '../../testutils/signals';
import { CellHost } from '../cellHost';
import { CellRuns } from '../cellRuns';
import { MARK_TYPE } from '../runOutputs';
import { runsOf } from '../shared';

const FOREVER = new Promise<void>(() => undefined);

describe('CellRuns', () => {
  let panel: NotebookPanel;
  let cell: CodeCell;
  let kernel: FakeKernel;
  let source: FakeSessionSource;
  let executor: SessionExecutor;
  let runs: CellRuns;

  beforeEach(async () => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    panel = await openNotebook(new FakeServer({}), 'a.ipynb');
    Widget.attach(panel, document.body);
    const { sharedModel } = panel.content.model!;
    sharedModel.insertCell(0, { cell_type: 'code' });
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

  it('go on in a cell that is moved, and are forgotten with one that goes', async () => {
    let go = () => {};
    const gate = new Promise<void>(resolve => (go = resolve));
    kernel.teach('slow', async ({ say }) => {
      say('stream', { name: 'stdout', text: 'begun\n' });
      await gate;
      say('stream', { name: 'stdout', text: 'ended\n' });
    });
    const { sharedModel } = panel.content.model!;
    sharedModel.insertCell(1, { cell_type: 'code' });
    const find = () =>
      runsOf(cell, panel.sessionContext, nullTranslator.load(''));
    runs = find();
    const first = runs.execute('slow', executor);
    const second = runs.execute('two', executor);
    await begun(first);
    sharedModel.moveCell(0, 1);
    cell = panel.content.widgets[1] as CodeCell;
    expect(runs.isHomeless).toBe(true);
    expect(find()).toBe(runs);
    go();
    await second.done;
    await new Promise(requestAnimationFrame);
    expect(added()).toBe('begun\nended\ntwo\n');
    sharedModel.moveCell(1, 0);
    cell = panel.content.widgets[0] as CodeCell;
    expect(find()).not.toBe(runs);
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
    expect(second.isDisposed).toBe(true);
  });

  it('let a run end whose cell is gone, and those behind it', async () => {
    const first = runs.execute('one', executor);
    const second = runs.execute('two', executor);
    panel.content.model!.sharedModel.deleteCell(0);
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
