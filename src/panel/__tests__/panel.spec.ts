import type { Context } from '@jupyterlab/docregistry';
import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';

import type { JigsawModel } from '../../document';
import { codec, emptyContent, stringify } from '../../document';
import { languages } from '../../languages';
import { FakeServer } from '../../testutils/fakeServer';
import { createPanelServices, openFile } from '../../testutils/panelServices';
import { blocklyEvents, imitateBrowser, show } from '../../testutils/screen';
import { until } from '../../testutils/signals';
import { exportPanel } from '../exportPanel';
import { JigsawPanel } from '../panel';
import { DEFAULT_SETTINGS } from '../tokens';

const PATH = 'lesson.jigsaw';

const trans = nullTranslator.load('jupyterlab-jigsaw');

/**
 * A file with one block.
 */
function file(block: { type: string; [key: string]: unknown }): string {
  return stringify({
    ...emptyContent(),
    workspace: {
      blocks: { languageVersion: 0, blocks: [{ id: 'one', ...block }] }
    }
  });
}

const PRINT = file({ type: 'text_print' });

/** A value after a statement, which Blockly refuses. */
const BROKEN = file({
  type: 'text_print',
  next: { block: { type: 'math_number', id: 'two' } }
});

describe('JigsawPanel', () => {
  let server: FakeServer;
  let context: Context<JigsawModel>;
  let panel: JigsawPanel;

  beforeAll(imitateBrowser);

  afterEach(() => {
    panel.dispose();
    context.dispose();
    jest.restoreAllMocks();
  });

  function makePanel(): JigsawPanel {
    const made = new JigsawPanel({
      context,
      services: createPanelServices(server),
      settings: DEFAULT_SETTINGS,
      close: () => undefined
    });
    for (const name of ['clientWidth', 'clientHeight']) {
      Object.defineProperty(made.editor.node, name, { value: 600 });
    }
    return made;
  }

  async function open(text: string, path = PATH): Promise<void> {
    server = new FakeServer({ python3: 'python', node: 'javascript' });
    await server.write(path, text);
    context = await openFile(server, path);
    context.model.read(codec);
    panel = makePanel();
    show(panel);
    if (!context.model.problem) {
      await panel.editor.ready.catch(() => undefined);
      await blocklyEvents();
    }
  }

  async function start(): Promise<void> {
    await panel.start();
    await until(panel.changed, () => panel.language.kernelLanguage !== null);
  }

  it('makes code for the kernel that it finds, not for the one before', async () => {
    await open(PRINT);
    await start();
    context.model.language = 'python';
    // Nothing is known yet of the new kernel's language when the run begins.
    const changed = panel.session.own.changeKernel({ name: 'node' });
    await until(
      panel.kernel.changed,
      () => panel.session.own.session?.kernel?.name === 'node'
    );
    expect(await panel.run()).toBeNull();
    await changed;
    expect(panel.language.fits).toBe(false);

    context.model.language = null;
    const run = await panel.run();
    expect(run?.code).toContain('console.log');
  });

  it('gives code that was made for one kernel to no other', async () => {
    const python = languages.find(({ id }) => id === 'python')!;
    const loaded = new PromiseDelegate<void>();
    const load = python.load.bind(python);
    jest
      .spyOn(python, 'load')
      .mockImplementation(() => loaded.promise.then(load));
    await open(PRINT);
    await start();
    const run = panel.run();
    // It waits for the generator by then.
    await blocklyEvents();
    const { kernel } = panel.language;
    await panel.session.own.changeKernel({ name: 'python3' });
    await until(
      panel.language.changed,
      () => panel.language.kernel !== kernel && panel.canRun
    );
    loaded.resolve();
    expect(await run).toBeNull();
    expect((await panel.run())?.code).toContain('print(');
  });

  it('says why there is no code, and tries again', async () => {
    const python = languages.find(({ id }) => id === 'python')!;
    const load = jest
      .spyOn(python, 'load')
      .mockRejectedValue(new Error('it did not arrive'));
    await open(PRINT);
    expect(await panel.generate()).toBeNull();
    expect(panel.node.textContent).toContain('it did not arrive');
    expect(panel.code.code).toBe('');

    load.mockRestore();
    const again = [...panel.node.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Try Again'
    );
    again!.click();
    while (panel.node.textContent!.includes('it did not arrive')) {
      await blocklyEvents();
    }
  });

  it('leaves a file alone that Blockly can not show', async () => {
    await open(BROKEN);
    expect(context.model.readOnly).toBe(true);
    expect(panel.layoutParts.widget.isHidden).toBe(true);
    expect(panel.node.textContent).toContain('Open as Text');
    expect(context.model.toString()).toBe(BROKEN);

    context.model.fromString(PRINT);
    await blocklyEvents();
    expect(context.model.readOnly).toBe(false);
    expect(panel.layoutParts.widget.isHidden).toBe(false);
  });

  it('runs, writes and copies nothing of what Blockly has not shown, and starts no kernel', async () => {
    await open(BROKEN);
    await panel.start();
    expect(context.model.problem!.code).toBe('not-shown');
    expect(panel.canRun).toBe(false);
    expect(await panel.generate()).toBeNull();
    expect(await exportPanel(panel, 'xml', trans)).toBeNull();
    expect(panel.editor.workspace!.getAllBlocks()).toHaveLength(0);
    // What it starts comes after it has looked for what runs.
    await panel.session.own.initialize();
    await blocklyEvents();
    expect(server.kernels).toEqual([]);
  });

  it('keeps a file read-only that one of two views could not show', async () => {
    await open(PRINT);
    const other = makePanel();
    show(other);
    await other.editor.ready;
    context.model.fromString(BROKEN);
    await blocklyEvents();
    for (const each of [panel, other]) {
      expect(each.canRun).toBe(false);
      expect(each.layoutParts.widget.isHidden).toBe(true);
    }
    // A look of its own makes one of them start anew, with nothing to fail at.
    other.setSettings({ ...DEFAULT_SETTINGS, grid: !DEFAULT_SETTINGS.grid });
    expect(context.model.readOnly).toBe(true);
    expect(context.model.toString()).toBe(BROKEN);

    context.model.fromString(PRINT);
    await blocklyEvents();
    expect(context.model.readOnly).toBe(false);
    expect(other.layoutParts.widget.isHidden).toBe(false);
    other.dispose();
  });

  it('starts no kernel for an empty file that is to be XML', async () => {
    await open('', 'empty.xml');
    await panel.start();
    expect(panel.node.textContent).toContain('no workspace of MetaKernel');
    expect(panel.canRun).toBe(false);
    expect(context.model.readOnly).toBe(true);
    await panel.session.own.initialize();
    await blocklyEvents();
    expect(server.kernels).toEqual([]);
  });

  it('says that a file may not be written to, while it may not', async () => {
    await open(PRINT);
    const get = server.contents.get.getMockImplementation()!;
    let writable = false;
    let reads = 0;
    server.contents.get.mockImplementation(async (...args) => ({
      ...(await get(...args)),
      writable,
      // Without which a context does not say that the file is another.
      hash: String(++reads)
    }));
    const notice = 'You may not write to this file';
    expect(panel.notices.node.textContent).not.toContain(notice);
    await context.revert();
    expect(panel.notices.node.textContent).toContain(notice);
    expect(panel.canRun).toBe(true);
    // Where it can't be shown, that is what there is to say.
    context.model.fromString('{');
    expect(panel.notices.node.textContent).not.toContain(notice);
    context.model.fromString(PRINT);
    expect(panel.notices.node.textContent).toContain(notice);
    writable = true;
    await context.revert();
    expect(panel.notices.node.textContent).not.toContain(notice);
  });

  it('imports XML under a file name of our own beside it', async () => {
    const xml = '<xml><block type="text_print" id="one"></block></xml>';
    await open(xml);
    await until(server.contents.fileChanged, imported);
    expect(await server.read('lesson-1.jigsaw')).toContain('text_print');
    expect(await server.read(PATH)).toBe(xml);
  });

  function imported(): boolean {
    return server.contents.save.mock.calls.some(
      ([path]) => path === 'lesson-1.jigsaw'
    );
  }
});
