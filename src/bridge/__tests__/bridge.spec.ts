import { Notification } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import { LoggerRegistry } from '@jupyterlab/logconsole';
import { type NotebookPanel, NotebookTracker } from '@jupyterlab/notebook';
import { RenderMimeRegistry } from '@jupyterlab/rendermime';
import { ServerConnection } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { SessionExecutor } from '../../kernel';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { FakeServer } from '../../testutils/fakeServer';
import { holdFrames } from '../../testutils/frames';
import { openNotebook } from '../../testutils/panelServices';
import { until } from '../../testutils/signals';
import {
  type FindPlace,
  findInNotebooks,
  type ICellPlace
} from '../../notebook';
import { Bridge, DEFAULT_BRIDGE_SETTINGS, type INativeBlocks } from '..';
import { literal } from '../literal';

const FILES = `${location.origin}/files/`;

// The files of the fake server need no time.
const soon = () => new Promise(resolve => setTimeout(resolve));

describe('Bridge', () => {
  let server: FakeServer;
  let panel: NotebookPanel;
  let frame: HTMLIFrameElement;
  let bridge: Bridge;
  let loggers: LoggerRegistry;
  let knowsBlocks: boolean;
  let keepsBlocks: boolean;
  let canLoadBlocks: boolean;
  let answer: (request: Request) => Promise<Response>;
  let shown: INativeBlocks.IOptions | null;
  let findPlace: FindPlace<ICellPlace>;
  let ids = 0;

  beforeEach(async () => {
    // A notebook in jsdom speaks of what jsdom lacks.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    knowsBlocks = false;
    keepsBlocks = false;
    canLoadBlocks = true;
    answer = async () => new Response();
    shown = null;
    server = new FakeServer({ python3: 'python' });
    panel = await openNotebook(server, 'a.ipynb');
    Widget.attach(panel, document.body);
    const { sharedModel } = panel.content.model!;
    sharedModel.deleteCellRange(0, sharedModel.cells.length);
    sharedModel.addCell({
      cell_type: 'code',
      source: '%jigsaw Python --workspace ws',
      metadata: { trusted: true }
    });
    frame = document.createElement('iframe');
    frame.src = `${FILES}ws.html`;
    const cell = panel.content.widgets[0] as CodeCell;
    await cell.ready;
    cell.outputArea.node.append(frame);
    // Its answers, which jsdom can't send.
    jest.spyOn(frame.contentWindow!, 'postMessage').mockReturnValue();
    loggers = new LoggerRegistry({
      defaultRendermime: new RenderMimeRegistry(),
      maxLength: 10
    });
    const notebooks = new NotebookTracker({ namespace: 'notebook' });
    void notebooks.add(panel);
    findPlace = findInNotebooks(notebooks);
    bridge = new Bridge({
      contents: server.contents,
      filesUrl: FILES,
      findPlace,
      kernelLanguages: () => null,
      loggers,
      native: async () => {
        if (!canLoadBlocks) {
          throw new Error('Unavailable');
        }
        return {
          canShow: () => knowsBlocks,
          canKeep: () => keepsBlocks,
          hasCode: () => knowsBlocks,
          create: options => {
            shown = options;
            return new Widget();
          }
        };
      },
      currentPath: () => panel.context.path,
      notifications: Notification,
      serverSettings: ServerConnection.makeSettings({
        baseUrl: `${location.origin}/`,
        fetch: request => answer(request as Request)
      }),
      settings: () => DEFAULT_BRIDGE_SETTINGS,
      trans: nullTranslator.load('')
    });
  });

  afterEach(() => {
    const { context } = panel;
    panel.dispose();
    context.dispose();
    Notification.dismiss();
    jest.restoreAllMocks();
  });

  /**
   * Have the frame ask for something that runs nothing, with all its blocks.
   */
  async function send(
    action: 'clear' | 'keep' | 'incomplete',
    xml: string | null,
    origin = location.origin,
    key?: string
  ): Promise<void> {
    bridge.receive({
      data: {
        type: 'jigsaw',
        version: 2,
        action,
        workspace_filename: 'ws.xml',
        ...(xml !== null && { save_xml: xml }),
        msg_id: String(++ids),
        page_key: key
      },
      origin,
      source: frame.contentWindow
    });
    await soon();
  }

  const toasts = () => Notification.manager.notifications;

  async function click(label: string): Promise<void> {
    toasts()[0]
      .options.actions!.find(one => one.label === label)!
      .callback(new MouseEvent('click'));
    await soon();
  }

  const fail = () =>
    server.contents.save.mockRejectedValueOnce(new Error('No space left'));

  it.each([
    ['goes well', 'refused: the frame shows no file of this server'],
    ['fails', 'not saved']
  ])('goes on saying what was refused while a save %s', async (how, said) => {
    const draw = holdFrames();
    let end: () => void = () => undefined;
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const save = server.contents.save.getMockImplementation()!;
    server.contents.save.mockImplementationOnce(async (...args) => {
      await ended;
      if (how === 'fails') {
        throw new Error('No space left');
      }
      return save(...args);
    });
    await send('clear', '<xml>new</xml>');
    await send('clear', '', 'null');
    end();
    await soon();
    await soon();
    await draw();
    const sign = panel.node.querySelector<HTMLElement>('[role=status]')!;
    expect(sign.textContent).toContain(said);
    expect(sign.dataset.state).toBe('refused');
  });

  /**
   * As a cell that is moved, which is another then.
   */
  async function drawAnew(): Promise<void> {
    const anew = document.createElement('iframe');
    anew.src = frame.src;
    frame.replaceWith(anew);
    frame = anew;
    await bridge.look(anew);
  }

  /**
   * Save the notebook, and what is saved with it.
   */
  async function saveAll(): Promise<void> {
    await panel.context.save();
    await soon();
    await soon();
  }

  it('saves what is edited after a cell was moved and saved', async () => {
    knowsBlocks = true;
    await bridge.look(frame);
    shown!.edited('<xml>1</xml>');
    await drawAnew();
    await saveAll();
    expect(await server.read('ws.xml')).toBe('<xml>1</xml>');
    shown!.edited('<xml>2</xml>');
    await saveAll();
    expect(await server.read('ws.xml')).toBe('<xml>2</xml>');
    expect(toasts()).toEqual([]);
    expect(panel.context.model.dirty).toBe(false);
  });

  it('loses no edits of two cells that show one workspace', async () => {
    knowsBlocks = true;
    await bridge.look(frame);
    const one = shown!;
    panel.content.model!.sharedModel.addCell({
      cell_type: 'code',
      source: '%jigsaw Python --workspace ws',
      metadata: { trusted: true }
    });
    const cell = panel.content.widgets[1] as CodeCell;
    await cell.ready;
    const other = document.createElement('iframe');
    other.src = frame.src;
    cell.outputArea.node.append(other);
    await bridge.look(other);
    expect(shown).not.toBe(one);

    one.edited('<xml>1</xml>');
    shown!.edited('<xml>2</xml>');
    await drawAnew();
    expect(shown!.xml).toBe('<xml>1</xml>');
    await saveAll();
    // The first that comes is saved, and of the other the user is asked.
    expect(toasts().map(({ message }) => message)).toEqual([
      expect.stringContaining('the file is newer')
    ]);
    expect(panel.context.model.dirty).toBe(true);
  });

  it('says that a run goes on which was begun before the frame was drawn', async () => {
    const kernel = new FakeKernel();
    const source = new FakeSessionSource(kernel);
    const executor = new SessionExecutor(source);
    const { statusChanged } = executor;
    await until(statusChanged, () => executor.status === 'idle');
    let go = () => {};
    const gate = new Promise<void>(resolve => (go = resolve));
    kernel.teach('slow', () => gate);
    const draw = holdFrames();
    const run = findPlace(frame)!
      .runs(nullTranslator.load(''))
      .execute('slow', executor);
    knowsBlocks = true;
    await server.write('ws.xml', '<xml>new</xml>');
    await bridge.look(frame);
    await draw();
    const sign = panel.node.querySelector<HTMLElement>('[role=status]')!;
    expect(sign.textContent).toContain('running…');
    expect(sign.dataset.state).toBe('running');
    go();
    await run.done;
    await draw();
    expect(sign.textContent).not.toContain('running');
    expect(sign.dataset.state).toBe('idle');
    executor.dispose();
    source.dispose();
  });

  it('sends nothing back that claims to be an id', async () => {
    const message = (id: string, version: number | string = 2) =>
      bridge.receive({
        data: {
          type: 'jigsaw',
          version,
          action: 'clear',
          workspace_filename: '../up.xml',
          msg_id: id
        },
        origin: location.origin,
        source: frame.contentWindow
      });
    const { postMessage } = frame.contentWindow!;
    message('x'.repeat(1_000));
    expect(postMessage).not.toHaveBeenCalled();
    message('x');
    expect(postMessage).toHaveBeenCalledTimes(1);
  });

  it('says why it could not look at a frame, and looks again', async () => {
    const draw = holdFrames();
    const sign = () => panel.node.querySelector('[role=status]')?.textContent;
    server.contents.get.mockRejectedValueOnce(new Error('Unavailable'));
    await bridge.look(frame);
    await draw();
    expect(sign()).toContain('the page could not be looked at: Unavailable');
    expect(frame.inert).toBe(false);
    // Not at once: a page may ask often.
    await send('clear', '', 'null');
    await draw();
    expect(sign()).toContain('the page was still being made ready');
    expect(sign()).toContain('Unavailable');
    jest.mocked(performance.now).mockReturnValue(5_000);
    await send('clear', '', 'null');
    await draw();
    expect(sign()).not.toContain('Unavailable');
    expect(sign()).toContain('the page is not there');
  });

  describe('while the server is away', () => {
    const sign = () => panel.node.querySelector('[role=status]')!.textContent;
    let back: () => void;

    beforeEach(async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      knowsBlocks = true;
      await server.write('ws.xml', '<xml>1</xml>');
      const get = server.contents.get.getMockImplementation()!;
      back = () => server.contents.get.mockImplementation(get);
    });

    afterEach(() => jest.useRealTimers());

    it('looks at a frame again when it may be back', async () => {
      server.contents.get.mockRejectedValue(new Error('Failed to fetch'));
      await bridge.look(frame);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toContain('could not be looked at: Failed to fetch');
      back();
      await jest.advanceTimersByTimeAsync(5_000);
      expect(frame.hidden).toBe(true);
      expect(shown!.xml).toBe('<xml>1</xml>');
      expect(sign()).not.toContain('Failed to fetch');
    });

    it('says so when it never answers, and looks again', async () => {
      server.contents.get.mockReturnValue(new Promise(() => undefined));
      void bridge.look(frame);
      await jest.advanceTimersByTimeAsync(14_000);
      expect(frame.inert).toBe(true);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(sign()).toContain('the server does not answer');
      expect(frame.inert).toBe(false);
      back();
      await jest.advanceTimersByTimeAsync(5_000);
      expect(shown!.xml).toBe('<xml>1</xml>');
    });

    it('shows what was edited in a cell that is moved', async () => {
      await bridge.look(frame);
      shown!.edited('<xml>2</xml>');
      server.contents.get.mockRejectedValue(new Error('Failed to fetch'));
      const anew = document.createElement('iframe');
      anew.src = frame.src;
      frame.replaceWith(anew);
      await bridge.look(anew);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(anew.hidden).toBe(true);
      expect(shown!.xml).toBe('<xml>2</xml>');
      expect(sign()).toContain('the server does not give the page');
      back();
      shown!.act('clear', null, '<xml>3</xml>');
      await jest.advanceTimersByTimeAsync(1_000);
      expect(await server.read('ws.xml')).toBe('<xml>3</xml>');
    });

    it('says what went wrong, where it can’t show what was edited', async () => {
      await bridge.look(frame);
      shown!.edited('<xml>2</xml>');
      server.contents.get.mockRejectedValue(new Error('Failed to fetch'));
      knowsBlocks = false;
      const anew = document.createElement('iframe');
      anew.src = frame.src;
      frame.replaceWith(anew);
      await bridge.look(anew);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toContain('could not be looked at: Failed to fetch');
    });
  });

  describe('while a page has come, and no load of its frame', () => {
    const wait = () => {
      jest.useFakeTimers();
      bridge.expect();
      jest.advanceTimersByTime(5_000);
      jest.useRealTimers();
    };

    it('looks at it after a while', async () => {
      knowsBlocks = true;
      await server.write('ws.xml', '<xml>new</xml>');
      wait();
      await soon();
      await soon();
      expect(frame.hidden).toBe(true);
      expect(shown!.xml).toBe('<xml>new</xml>');
    });

    it('leaves one that shows no page of a file, as in an HTML viewer', async () => {
      await send('clear', '<xml>1</xml>');
      const src = jest.spyOn(frame, 'src', 'get').mockReturnValue('blob:1');
      wait();
      src.mockRestore();
      // What was saved from it is known.
      await send('clear', '<xml>2</xml>');
      expect(await server.read('ws.xml')).toBe('<xml>2</xml>');
    });
  });

  it('forgets what was saved from an HTML viewer that has loaded anew', async () => {
    await send('clear', '<xml>1</xml>');
    const src = jest.spyOn(frame, 'src', 'get').mockReturnValue('blob:1');
    await bridge.look(frame);
    src.mockRestore();
    await send('clear', '<xml>2</xml>');
    expect(await server.read('ws.xml')).toBe('<xml>1</xml>');
  });

  it('shows blocks itself again when they are drawn anew', async () => {
    knowsBlocks = true;
    await server.write(
      'ws.html',
      `<script>
window.__jigsaw_saved_xml__ = "<xml>old</xml>";
"ws.xml"; window.parent;
</script>`
    );
    await server.write('ws.xml', '<xml>new</xml>');
    await bridge.look(frame);
    expect(frame.hidden).toBe(true);
    const { outputArea } = panel.content.widgets[0] as CodeCell;
    const anew = document.createElement('iframe');
    anew.src = frame.src;
    frame.replaceWith(anew);
    await bridge.look(anew);
    expect(outputArea.node.contains(anew)).toBe(true);
    expect(anew.hidden).toBe(true);
  });

  describe('where nobody answers', () => {
    const NEVER = new Promise<never>(() => undefined);
    let asked: jest.SpyInstance;
    let patience: AbortController;

    beforeEach(async () => {
      knowsBlocks = true;
      patience = new AbortController();
      // Which jsdom lacks.
      Object.assign(AbortSignal, { timeout: () => patience.signal });
      asked = jest.spyOn(window, 'fetch').mockReturnValue(NEVER);
      await server.write(
        'ws.html',
        `<script src="https://cdn.example/blockly.js"></script><script>
window.__jigsaw_saved_xml__ = "<xml>old</xml>";
"ws.xml";
</script>`
      );
      await server.write('ws.xml', '<xml>old</xml>');
    });

    afterEach(() => {
      Reflect.deleteProperty(AbortSignal, 'timeout');
    });

    it.each([
      [
        'frames are forbidden',
        { 'Content-Security-Policy': "frame-ancestors 'none'" },
        '<xml>old</xml>',
        'the server forbids frames'
      ],
      [
        'there are newer blocks',
        {},
        '<xml>new</xml>',
        'the page has older blocks'
      ]
    ])('shows blocks at once if %s', async (_, headers, xml, why) => {
      const draw = holdFrames();
      answer = async () => new Response(null, { headers });
      await server.write('ws.xml', xml);
      await bridge.look(frame);
      expect(shown!.xml).toBe(xml);
      expect(asked).not.toHaveBeenCalled();
      await draw();
      expect(panel.node.querySelector('[role=status]')!.textContent).toContain(
        why
      );
    });

    it('asks for the scripts of a page that is needed', async () => {
      void bridge.look(frame);
      await soon();
      expect(asked).toHaveBeenCalledTimes(1);
      expect(shown).toBeNull();
    });

    it('waits for the headers of a page so long, and no longer', async () => {
      answer = ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error()));
        });
      await server.write('ws.xml', '<xml>new</xml>');
      const looked = bridge.look(frame);
      await soon();
      expect(shown).toBeNull();
      patience.abort();
      await looked;
      expect(shown).not.toBeNull();
    });
  });

  it('has a page count what it was given, and not what it begins with', async () => {
    await server.write(
      'ws.html',
      `<xml id="workspace"><block type="own"></block></xml><script>
window.__jigsaw_saved_xml__ = "";
"ws.xml";
</script>`
    );
    await bridge.look(frame);
    expect(frame.srcdoc).toContain('own');
    expect(frame.srcdoc).not.toContain('[1,"own"]');
    await server.write('ws.xml', '<xml><block type="given"></block></xml>');
    const anew = frame.cloneNode() as HTMLIFrameElement;
    anew.removeAttribute('srcdoc');
    frame.replaceWith(anew);
    await bridge.look(anew);
    expect(anew.srcdoc).toContain('[[1,"given"]]');
  });

  describe('when a page that was written into its frame loads again, and nobody answers', () => {
    const keyOf = () => /"([-\w]{36})\/"/.exec(frame.srcdoc)![1];

    beforeEach(async () => {
      await server.write(
        'ws.html',
        `<script>
window.__jigsaw_saved_xml__ = "<xml>made</xml>";
"ws.xml";
</script>`
      );
      await server.write('ws.xml', '<xml>made</xml>');
      await bridge.look(frame);
      await bridge.look(frame);
    });

    it.each([
      ['edited', 'keep'],
      ['saved', 'clear']
    ] as const)('has what was %s last, and is heard', async (_, action) => {
      const draw = holdFrames();
      const first = keyOf();
      await send(action, '<xml>last</xml>', 'null', `${first}/1`);
      const get = server.contents.get.getMockImplementation()!;
      server.contents.get.mockRejectedValue(new Error('Failed to fetch'));
      await bridge.look(frame);
      await draw();
      const sign = panel.node.querySelector('[role=status]')!;
      expect(sign.textContent).not.toContain('could not be looked at');
      expect(frame.srcdoc).toContain(literal('<xml>last</xml>'));
      expect(keyOf()).not.toBe(first);
      server.contents.get.mockImplementation(get);
      await send('clear', '<xml>next</xml>', 'null', `${keyOf()}/1`);
      expect(await server.read('ws.xml')).toBe('<xml>next</xml>');
    });
  });

  describe('when a page does not show all blocks that it was given', () => {
    const WHOLE = '<xml><block type="a"></block><block type="b"></block></xml>';
    const REST = '<xml><block type="a"></block></xml>';
    let key: string;

    const sendRest = (action: 'clear' | 'keep' | 'incomplete') =>
      send(action, REST, 'null', `${key}/1`);

    beforeEach(async () => {
      await server.write(
        'ws.html',
        `<script>
window.__jigsaw_saved_xml__ = ${JSON.stringify(WHOLE)};
"ws.xml";
</script>`
      );
      await server.write('ws.xml', WHOLE);
      await bridge.look(frame);
      expect(frame.srcdoc).toContain('[[1,"a"],[1,"b"]]');
      key = /"([-\w]{36})\/"/.exec(frame.srcdoc)![1];
    });

    it('saves nothing of it, and says so', async () => {
      const draw = holdFrames();
      await sendRest('incomplete');
      await sendRest('keep');
      await sendRest('clear');
      await panel.context.save();
      await soon();
      expect(await server.read('ws.xml')).toBe(WHOLE);
      expect(panel.context.model.dirty).toBe(false);
      await draw();
      expect(panel.node.querySelector('[role=status]')!.textContent).toContain(
        'the page can’t show all of the blocks, so it saves none'
      );
      expect(frame.hidden).toBe(false);
      expect(frame.inert).toBe(false);
    });

    it('shows them itself, if none is lost, and saves those', async () => {
      keepsBlocks = true;
      await sendRest('incomplete');
      expect(frame.hidden).toBe(true);
      expect(shown!.xml).toBe(WHOLE);
      shown!.act('clear', null, REST);
      await soon();
      expect(await server.read('ws.xml')).toBe(REST);
    });

    it.each(['incomplete', 'clear'] as const)(
      'looks again at its next message, %s, if that went wrong',
      async action => {
        keepsBlocks = true;
        const draw = holdFrames();
        canLoadBlocks = false;
        await sendRest('incomplete');
        await draw();
        expect(
          panel.node.querySelector('[role=status]')!.textContent
        ).toContain(
          'the page can’t show all of the blocks, so it saves none; the page could not be looked at: Unavailable'
        );
        expect(frame.hidden).toBe(false);
        canLoadBlocks = true;
        await sendRest(action);
        expect(frame.hidden).toBe(true);
        expect(shown!.xml).toBe(WHOLE);
        expect(await server.read('ws.xml')).toBe(WHOLE);
      }
    );

    it('looks again at what it refuses, too, after a while', async () => {
      keepsBlocks = true;
      holdFrames();
      canLoadBlocks = false;
      await sendRest('incomplete');
      canLoadBlocks = true;
      jest.mocked(performance.now).mockReturnValue(5_000);
      await send('clear', '', 'null');
      expect(frame.hidden).toBe(true);
    });

    it('saves what is left when the user has deleted the others', async () => {
      await sendRest('clear');
      expect(await server.read('ws.xml')).toBe(REST);
    });

    it('does so once, however often it asks', async () => {
      server.contents.get.mockClear();
      await sendRest('incomplete');
      const { length } = server.contents.get.mock.calls;
      expect(length).toBeGreaterThan(0);
      await sendRest('incomplete');
      expect(server.contents.get).toHaveBeenCalledTimes(length);
    });
  });

  it('logs what comes from nowhere with the current notebook', () => {
    jest.useFakeTimers();
    const data = { type: 'jigsaw', action: 'clear' };
    bridge.receive({ data, origin: location.origin, source: window });
    jest.runAllTimers();
    jest.useRealTimers();
    expect(loggers.getLoggers().map(({ source }) => source)).toEqual([
      'a.ipynb'
    ]);
  });

  it('says no more that blocks are not saved when newer ones are', async () => {
    fail();
    await send('clear', '<xml>1</xml>');
    expect(toasts().map(({ message }) => message)).toEqual([
      '“ws.xml” could not be saved: No space left'
    ]);
    await send('clear', '<xml>2</xml>');
    expect(await server.read('ws.xml')).toBe('<xml>2</xml>');
    expect(toasts()).toEqual([]);
  });

  describe('while the server does not answer a save', () => {
    let answer: () => void;
    let answered: Promise<void>;

    beforeEach(() => {
      answered = new Promise<void>(resolve => {
        answer = resolve;
      });
      const save = server.contents.save.getMockImplementation()!;
      server.contents.save.mockImplementation(async (path, options) => {
        if (path === 'ws.xml') {
          await answered;
        }
        return save(path, options);
      });
    });

    afterEach(() => jest.useRealTimers());

    describe('of blocks that are shown natively', () => {
      beforeEach(async () => {
        knowsBlocks = true;
        await bridge.look(frame);
        expect(frame.hidden).toBe(true);
        await panel.context.save();
        expect(panel.context.model.dirty).toBe(false);
      });

      it('keeps those that were edited just before', async () => {
        shown!.act('clear', null, '<xml>1</xml>');
        await soon();
        expect(panel.context.model.dirty).toBe(true);
        await drawAnew();
        expect(shown!.xml).toBe('<xml>1</xml>');
        answer();
        await soon();
        await soon();
        expect(panel.context.model.dirty).toBe(false);
      });

      it.each([
        ['with nothing', 'before', null],
        ['with edits', 'before', '<xml>2</xml>'],
        ['with edits', 'after', '<xml>2</xml>']
      ])(
        'saves what is edited after a move %s that was made %s it ends',
        async (_, when, edited) => {
          shown!.act('clear', null, '<xml>1</xml>');
          if (edited) {
            shown!.edited(edited);
          }
          await soon();
          if (when === 'before') {
            await drawAnew();
          }
          answer();
          await soon();
          await soon();
          if (when === 'after') {
            await drawAnew();
          }
          shown!.act('clear', null, '<xml>3</xml>');
          await soon();
          expect(await server.read('ws.xml')).toBe('<xml>3</xml>');
          expect(toasts()).toEqual([]);
        }
      );
    });

    it('says again that it is saved, when the same is asked for again', async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      const sign = () => panel.node.querySelector('[role=status]')!.textContent;
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(1_000);
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · saving…$/);
      answer();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · saved$/);
    });

    it('says so under the frame, and after a while to the user', async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      const sign = () => panel.node.querySelector('[role=status]')!.textContent;
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toContain('saving…');
      // Which is no more of it.
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(8_000);
      expect(toasts()).toEqual([]);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(toasts().map(({ message }) => message)).toEqual([
        '“ws.xml” is not saved yet: the server does not answer. Leave this page open until it does.'
      ]);
      answer();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · saved$/);
      expect(toasts()).toEqual([]);
      await jest.advanceTimersByTimeAsync(20_000);
      expect(toasts()).toEqual([]);
    });

    it('keeps what is sent meanwhile, until it is saved', async () => {
      await send('clear', '<xml>1</xml>');
      await send('keep', '<xml>1</xml>');
      answer();
      await soon();
      await soon();
      expect(await server.read('ws.xml')).toBe('<xml>1</xml>');
      // What is still a draft would come back.
      await server.contents.delete('ws.xml');
      await panel.context.save();
      await soon();
      await expect(server.read('ws.xml')).rejects.toThrow('404');
    });

    it('keeps what was undone to what is on its way, behind something else', async () => {
      await send('clear', '<xml>1</xml>');
      await send('clear', '<xml>2</xml>');
      await send('keep', '<xml>1</xml>');
      answer();
      await soon();
      await soon();
      expect(await server.read('ws.xml')).toBe('<xml>2</xml>');
      await panel.context.save();
      await soon();
      expect(await server.read('ws.xml')).toBe('<xml>1</xml>');
    });

    it('goes on saying under the frame what was edited since', async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      const sign = () => panel.node.querySelector('[role=status]')!.textContent;
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(300);
      void send('keep', '<xml>2</xml>');
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · edited$/);
      answer();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · edited$/);
    });

    it('says that all is saved, when what was sent since is the same', async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      const sign = () => panel.node.querySelector('[role=status]')!.textContent;
      void send('clear', '<xml>1</xml>');
      void send('keep', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · edited$/);
      answer();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · saved$/);
    });

    it('says the end of it, though something without blocks was asked for since', async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      const sign = () => panel.node.querySelector('[role=status]')!.textContent;
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(300);
      void send('clear', null);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · saving…$/);
      answer();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(sign()).toMatch(/ · saved$/);
    });

    it('takes away what it said of a later save, when that is saved after all', async () => {
      jest.useFakeTimers({ doNotFake: ['performance'] });
      server.contents.save.mockImplementationOnce(async () => {
        await answered;
        throw new Error('No space left');
      });
      void send('clear', '<xml>1</xml>');
      await jest.advanceTimersByTimeAsync(300);
      void send('clear', '<xml>2</xml>');
      await jest.advanceTimersByTimeAsync(11_000);
      expect(toasts()).toHaveLength(1);
      answer();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(toasts()).toEqual([]);
    });

    it('keeps the notebook dirty, though nothing was edited since', async () => {
      await send('clear', '<xml>1</xml>');
      await send('keep', '<xml>1</xml>');
      await panel.context.save();
      expect(panel.context.model.dirty).toBe(true);
      answer();
      await soon();
      await soon();
      expect(await server.read('ws.xml')).toBe('<xml>1</xml>');
      expect(panel.context.model.dirty).toBe(false);
    });
  });

  it('tries again with the newest blocks', async () => {
    fail();
    await send('clear', '<xml>1</xml>');
    await send('keep', '<xml>2</xml>');
    await click('Try Again');
    expect(await server.read('ws.xml')).toBe('<xml>2</xml>');
    expect(toasts()).toEqual([]);
  });

  it('forgets what was edited when it is saved in another folder', async () => {
    await send('keep', '<xml>1</xml>');
    await server.contents.save('sub', { type: 'directory' });
    await panel.context.rename('sub/a.ipynb');
    // As a notebook that is drawn in parts takes it away.
    frame.remove();
    await panel.context.save();
    await soon();
    expect(await server.read('sub/ws.xml')).toBe('<xml>1</xml>');
    // What is still a draft would come back.
    await server.contents.delete('sub/ws.xml');
    await panel.context.save();
    await soon();
    await expect(server.read('sub/ws.xml')).rejects.toThrow('404');
  });

  it('keeps the newest blocks in the place of a newer file', async () => {
    await send('clear', '<xml>1</xml>');
    await server.write('ws.xml', '<xml>theirs</xml>');
    await send('keep', '<xml>2</xml>');
    await send('clear', '<xml>3</xml>');
    expect(await server.read('ws.xml')).toBe('<xml>theirs</xml>');
    await click('Keep These Blocks');
    expect(await server.read('ws.xml')).toBe('<xml>3</xml>');
  });
});
