import type { Context } from '@jupyterlab/docregistry';
import { PromiseDelegate } from '@lumino/coreutils';

import type { JigsawModel } from '../../document';
import { FakeServer } from '../../testutils/fakeServer';
import { openFile } from '../../testutils/panelServices';
import { Autosave, FIRST_PAUSE, LONGEST_PAUSE } from '../autosave';

const PATH = 'lesson.jigsaw';
const DELAY = 1000;

describe('Autosave', () => {
  let server: FakeServer;
  let context: Context<JigsawModel>;
  let autosave: Autosave;

  beforeEach(async () => {
    // A context speaks on the console of every dialog it shows.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    server = new FakeServer({ python3: 'python' });
    await server.write(PATH, '');
    await open();
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    autosave.dispose();
    context.dispose();
    jest.restoreAllMocks();
  });

  async function open(): Promise<void> {
    context = await openFile(server, PATH);
    autosave = new Autosave(context, DELAY);
    server.contents.save.mockClear();
  }

  function edit(): void {
    const { model } = context;
    model.replaceWorkspace({ edit: ++edits });
  }
  let edits = 0;

  const pass = (time: number) => jest.advanceTimersByTimeAsync(time);
  const saves = () => server.contents.save.mock.calls.length;

  it('saves once, a while after the last of many edits', async () => {
    for (let i = 0; i < 5; i++) {
      edit();
      await pass(DELAY - 1);
    }
    expect(saves()).toBe(0);
    await pass(1);
    expect(saves()).toBe(1);
    expect(context.model.dirty).toBe(false);
    expect(await server.read(PATH)).toContain(`"edit": ${edits}`);
    await pass(10 * DELAY);
    expect(saves()).toBe(1);
  });

  it('saves nothing while the user is asked what is to be done', async () => {
    edit();
    autosave.hold();
    await pass(10 * DELAY);
    expect(saves()).toBe(0);
    // They went on editing.
    edit();
    await pass(DELAY);
    expect(saves()).toBe(1);
  });

  it('does not save what is saved already, or was only loaded', async () => {
    edit();
    await context.save();
    await context.revert();
    server.contents.save.mockClear();
    await pass(10 * DELAY);
    expect(saves()).toBe(0);
  });

  it('takes another delay, and none at 0', async () => {
    autosave.delay = 10 * DELAY;
    edit();
    await pass(10 * DELAY - 1);
    expect(saves()).toBe(0);
    await pass(1);
    expect(saves()).toBe(1);
    autosave.delay = 0;
    edit();
    await pass(100 * DELAY);
    expect(saves()).toBe(1);
  });

  it('leaves a file alone that may not be written', async () => {
    await server.contents.save(PATH, { writable: false });
    jest.useRealTimers();
    autosave.dispose();
    context.dispose();
    await open();
    jest.useFakeTimers();
    edit();
    expect(context.model.dirty).toBe(true);
    await pass(DELAY);
    expect(saves()).toBe(0);
  });

  it('leaves a file alone that became unreadable before its time', async () => {
    edit();
    context.model.readOnly = true;
    await pass(DELAY);
    expect(saves()).toBe(0);
  });

  /**
   * Let one save fail, and the user read of it.
   */
  async function failOnce(): Promise<void> {
    server.contents.save.mockRejectedValueOnce(new Error('disk full'));
    edit();
    await pass(DELAY);
    expect(saves()).toBe(1);
  }

  async function readOfIt(): Promise<void> {
    await pass(0);
    document.querySelector<HTMLElement>('.jp-Dialog-button')!.click();
    await pass(0);
    expect(document.querySelector('.jp-Dialog')).toBeNull();
  }

  it('does not try with every edit after a failure, until a save succeeds', async () => {
    await failOnce();
    await readOfIt();
    edit();
    await pass(DELAY);
    expect(saves()).toBe(1);

    await context.save();
    expect(saves()).toBe(2);
    edit();
    await pass(DELAY);
    expect(saves()).toBe(3);
    expect(context.model.dirty).toBe(false);
    await pass(LONGEST_PAUSE);
    expect(saves()).toBe(3);
  });

  it('tries again by itself after a failure, after ever longer pauses', async () => {
    const { listCheckpoints } = server.contents;
    await failOnce();
    await readOfIt();
    // A server that is away is asked for something that shows no dialog.
    listCheckpoints.mockRejectedValue(new Error('away'));
    for (let pause = FIRST_PAUSE; pause < LONGEST_PAUSE; pause *= 2) {
      await pass(pause - 1);
      listCheckpoints.mockClear();
      await pass(1);
      expect(listCheckpoints).toHaveBeenCalledTimes(1);
    }
    expect(saves()).toBe(1);
    listCheckpoints.mockResolvedValue([]);
    await pass(LONGEST_PAUSE);
    expect(saves()).toBe(2);
    expect(context.model.dirty).toBe(false);
    await pass(10 * LONGEST_PAUSE);
    expect(saves()).toBe(2);
  });

  it('does not tell of a second failure before the first has been read of', async () => {
    await failOnce();
    await pass(10 * LONGEST_PAUSE);
    expect(saves()).toBe(1);
    await readOfIt();
    await pass(LONGEST_PAUSE);
    expect(saves()).toBe(2);
    expect(context.model.dirty).toBe(false);
  });

  it('does not try again what is given up, nor when it is held or gone', async () => {
    await failOnce();
    await readOfIt();
    autosave.hold();
    await pass(10 * LONGEST_PAUSE);
    expect(saves()).toBe(1);
    // They went on editing.
    edit();
    autosave.dispose();
    await pass(10 * LONGEST_PAUSE);
    expect(saves()).toBe(1);
  });

  it('saves once when two views wait for the same edit', async () => {
    const other = new Autosave(context, DELAY);
    const write = new PromiseDelegate<void>();
    const { save } = server.contents;
    const really = save.getMockImplementation()!;
    save.mockImplementationOnce(async (...args) => {
      await write.promise;
      return really(...args);
    });
    edit();
    await pass(5 * DELAY);
    expect(saves()).toBe(1);

    edit();
    write.resolve();
    await pass(1);
    expect(context.model.dirty).toBe(true);
    await pass(DELAY);
    expect(saves()).toBe(2);
    expect(await server.read(PATH)).toContain(`"edit": ${edits}`);
    other.dispose();
  });

  it('does nothing any more when it is disposed', async () => {
    edit();
    autosave.dispose();
    autosave.dispose();
    await pass(DELAY);
    edit();
    await pass(DELAY);
    expect(saves()).toBe(0);
  });
});
