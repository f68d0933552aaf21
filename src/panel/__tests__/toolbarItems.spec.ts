import type { ISessionContext } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { until } from '../../testutils/signals';
import type { JigsawPanel } from '../panel';
import { Runner } from '../runner';
import { ElapsedItem } from '../elapsedItem';
import { SessionItem } from '../toolbarItems';

const trans = nullTranslator.load('jupyterlab-jigsaw');

/**
 * What the items look at in a panel.
 */
class PanelPart extends Widget {
  readonly changed = new Signal<this, void>(this);
  readonly runner = new Runner();
  readonly session = { notebookPath: null as string | null };

  attachTo(path: string | null): void {
    this.session.notebookPath = path;
    this.changed.emit();
  }

  get panel(): JigsawPanel {
    return this as unknown as JigsawPanel;
  }
}

describe('the items of the toolbar', () => {
  let part: PanelPart;

  beforeEach(() => {
    part = new PanelPart();
  });

  afterEach(() => {
    jest.useRealTimers();
    part.runner.dispose();
    part.dispose();
  });

  describe('SessionItem', () => {
    let item: SessionItem;
    const change = jest.fn();
    const button = () => item.node.querySelector('button')!;

    beforeEach(() => {
      change.mockClear();
      item = new SessionItem(part.panel, change, trans);
    });

    it('names the notebook whose session it is', () => {
      expect(button().textContent).toBe('Own session');
      part.attachTo('sub/lesson.ipynb');
      expect(button().textContent).toBe('lesson.ipynb');
      expect(button().title).toContain('sub/lesson.ipynb');
      expect(button().classList).toContain('jp-mod-attached');
      part.attachTo(null);
      expect(button().textContent).toBe('Own session');
      expect(button().classList).not.toContain('jp-mod-attached');
    });

    it('leaves the page alone while nothing changes', () => {
      const text = button().firstChild;
      part.changed.emit();
      expect(button().firstChild).toBe(text);
    });

    it('listens to the mouse only while it is on the page', () => {
      Widget.attach(item, document.body);
      button().click();
      expect(change).toHaveBeenCalledTimes(1);
      Widget.detach(item);
      button().click();
      expect(change).toHaveBeenCalledTimes(1);
    });

    it('goes with its panel', () => {
      part.dispose();
      expect(item.isDisposed).toBe(true);
    });
  });

  describe('ElapsedItem', () => {
    let kernel: FakeKernel;
    let source: FakeSessionSource;
    let item: ElapsedItem;
    const text = () => item.node.textContent;

    beforeEach(async () => {
      kernel = new FakeKernel();
      kernel.teach('endless', ({ interrupted }) => interrupted);
      source = new FakeSessionSource(kernel);
      part.runner.setSession(source as unknown as ISessionContext);
      item = new ElapsedItem(part.panel, trans);
      const { executor } = part.runner;
      await until(executor!.statusChanged, () => executor!.status === 'idle');
    });

    afterEach(() => source.dispose());

    it('counts the time of a run, and the runs behind it', async () => {
      const run = part.runner.run('endless');
      await until(run.stateChanged, () => run.state === 'running');
      expect(text()).toBe('');
      expect(item.node.classList).toContain('jp-mod-running');
      part.runner.run('2');
      expect(text()).toBe('1 waiting');
      jest.useFakeTimers({ now: run.startedAt! + 1_200 });
      part.changed.emit();
      expect(text()).toBe('1.2 s · 1 waiting');
      expect(item.node.title).toBe('1.2 s · 1 waiting');
      jest.useRealTimers();
      await part.runner.stop();
      await run.done;
      expect(item.node.classList).not.toContain('jp-mod-running');
    });

    it('tells at once that a stop was asked for', async () => {
      const goOn = new PromiseDelegate<void>();
      kernel.teach('stubborn', () => goOn.promise);
      const run = part.runner.run('stubborn');
      await until(run.stateChanged, () => run.state === 'running');
      await part.runner.stop();
      expect(text()).toBe('stopping…');
      goOn.resolve();
      await run.done;
      expect(text()).toBe('');
    });

    it('tells of a wait that lasts', async () => {
      jest.useFakeTimers();
      const asked = part.runner.waitFor(new Promise(() => undefined));
      expect(text()).toBe('');
      jest.advanceTimersByTime(150);
      expect(text()).toBe('Waiting for the kernel…');
      jest.useRealTimers();
      await part.runner.stop(true);
      await asked;
      expect(text()).toBe('');
    });

    it('counts no more when it has gone', () => {
      jest.useFakeTimers();
      void part.runner.waitFor(new Promise(() => undefined));
      expect(jest.getTimerCount()).toBe(1);
      item.dispose();
      expect(jest.getTimerCount()).toBe(0);
    });
  });
});
