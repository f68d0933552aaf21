import type { Context } from '@jupyterlab/docregistry';
import { dismissDialog } from '../../testutils/dialogs';
import { PromiseDelegate } from '@lumino/coreutils';

import type { JigsawModel } from '../../document';
import { FakeServer } from '../../testutils/fakeServer';
import { openFile } from '../../testutils/panelServices';
import { Autosave } from '../autosave';

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

  it('stops after a failure, until a save succeeds', async () => {
    server.contents.save.mockRejectedValueOnce(new Error('disk full'));
    edit();
    await pass(DELAY);
    expect(saves()).toBe(1);
    jest.useRealTimers();
    await dismissDialog();
    jest.useFakeTimers();
    edit();
    await pass(DELAY);
    expect(saves()).toBe(1);

    await context.save();
    expect(saves()).toBe(2);
    edit();
    await pass(DELAY);
    expect(saves()).toBe(3);
    expect(context.model.dirty).toBe(false);
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
