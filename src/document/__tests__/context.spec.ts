import { Context } from '@jupyterlab/docregistry';
import { SaveHandler } from '@jupyterlab/docmanager';
import type { Contents, ServiceManager } from '@jupyterlab/services';
import { ServiceManagerMock } from '@jupyterlab/services/lib/testutils';
import { dismissDialog, waitForDialog } from '../../testutils/dialogs';
import { PromiseDelegate } from '@lumino/coreutils';

import type { JigsawModel, WorkspaceState } from '..';
import { codec, JigsawModelFactory, stringify } from '..';
import { chain, stackOf } from './samples';

const PATH = 'lesson.jigsaw';
const FILE = stringify(stackOf(chain(3)));

class FakeView {
  constructor(readonly model: JigsawModel) {}

  save(): WorkspaceState {
    return { number: this.number };
  }

  edit(number: number): void {
    this.number = number;
    this.model.edited(this, []);
  }

  number = 0;
}

describe('a context of a JigsawModel', () => {
  let manager: ServiceManager.IManager;
  let contents: jest.Mocked<Contents.IManager>;
  let context: Context<JigsawModel>;
  let view: FakeView;

  async function write(content: string): Promise<void> {
    // The mock knows versions of a file by the millisecond they were written in.
    for (const now = Date.now(); Date.now() === now;) {
      await new Promise(resolve => setTimeout(resolve));
    }
    await contents.save(PATH, { type: 'file', format: 'text', content });
  }

  async function disk(): Promise<string> {
    return (await contents.get(PATH)).content as string;
  }

  async function open(): Promise<void> {
    context = new Context({
      manager,
      factory: new JigsawModelFactory({ codec }),
      path: PATH
    });
    await context.initialize(false);
    view = new FakeView(context.model);
  }

  beforeEach(async () => {
    // A context speaks on the console of every dialog it shows.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    manager = new ServiceManagerMock();
    contents = manager.contents as jest.Mocked<Contents.IManager>;
    await write(FILE);
  });

  afterEach(() => {
    context.dispose();
    jest.restoreAllMocks();
  });

  it('opens a file without touching it', async () => {
    await open();
    expect(context.model.dirty).toBe(false);
    expect(context.model.content.workspace.blocks!.blocks).toHaveLength(1);
    expect(contents.save).toHaveBeenCalledTimes(1);
    await context.save();
    expect(await disk()).toBe(FILE);
  });

  it('opens the empty file that File → New makes', async () => {
    await write('');
    await open();
    expect(context.model.problem).toBeNull();
    expect(context.model.dirty).toBe(false);
    view.edit(1);
    await context.save();
    expect(await disk()).toContain('"format": "jigsaw"');
  });

  it('saves, and is clean', async () => {
    await open();
    view.edit(7);
    await context.save();
    expect(await disk()).toContain('"number": 7');
    expect(context.model.dirty).toBe(false);
  });

  it('stays dirty when an edit comes while it is being saved', async () => {
    await open();
    view.edit(7);
    const [sent, gate] = [
      new PromiseDelegate<void>(),
      new PromiseDelegate<void>()
    ];
    const save = contents.save.getMockImplementation()!;
    contents.save.mockImplementationOnce(async (path, options) => {
      sent.resolve();
      await gate.promise;
      return save(path, options);
    });
    const saved = context.save();
    await sent.promise;
    view.edit(8);
    gate.resolve();
    await saved;
    expect(await disk()).toContain('"number": 7');
    expect(context.model.dirty).toBe(true);
    await context.save();
    expect(await disk()).toContain('"number": 8');
    expect(context.model.dirty).toBe(false);
  });

  it.each([403, 500, 507])(
    'stays dirty when the save fails with %s',
    async status => {
      await open();
      view.edit(7);
      contents.save.mockImplementationOnce(() => {
        const error = Object.assign(new Error('no'), { response: { status } });
        return Promise.reject(error);
      });
      const saved = context.save();
      await Promise.all([dismissDialog(), expect(saved).rejects.toThrow('no')]);
      expect(context.model.dirty).toBe(true);
      expect(await disk()).toBe(FILE);
      await context.save();
      expect(await disk()).toContain('"number": 7');
    }
  );

  it('is what is on disk after a revert', async () => {
    await open();
    view.edit(7);
    const replaced = jest.fn();
    context.model.workspaceReplaced.connect(replaced);
    await context.revert();
    expect(replaced).toHaveBeenCalledTimes(1);
    expect(context.model.dirty).toBe(false);
    expect(context.model.toString()).toBe(FILE);
  });

  it('asks when the file has changed on disk, and can take that', async () => {
    await open();
    view.edit(7);
    const other = stringify(stackOf(chain(9)));
    await write(other);
    const saved = context.save();
    await press('Revert');
    await saved;
    expect(context.model.toString()).toBe(other);
    expect(context.model.dirty).toBe(false);
    expect(await disk()).toBe(other);
  });

  it('never changes a file that it cannot read', async () => {
    const broken = '{"format": "jigsaw", "version": 2, "pieces": []}';
    await write(broken);
    await open();
    expect(context.model.readOnly).toBe(true);
    view.edit(1);
    expect(context.model.dirty).toBe(false);
    await context.save();
    expect(await disk()).toBe(broken);
  });

  it('keeps the line ends of a file', async () => {
    await write(FILE.replace(/\n/g, '\r\n'));
    await open();
    expect(context.model.problem).toBeNull();
    view.edit(7);
    await context.save();
    const text = await disk();
    expect(text.replace(/\r\n/g, '')).not.toContain('\n');
    expect(text).toContain('"number": 7');
  });

  it('is saved by the autosave only when it is dirty', async () => {
    await open();
    const handler = new SaveHandler({ context, saveInterval: 0.02 });
    const completed = new PromiseDelegate<void>();
    context.saveState.connect((_, state) => {
      if (state === 'completed') {
        completed.resolve();
      }
    });
    handler.start();
    view.edit(7);
    await completed.promise;
    handler.dispose();
    expect(await disk()).toContain('"number": 7');
    expect(context.model.dirty).toBe(false);
  });

  it('gives its kernel name and language to the session', async () => {
    await write(
      stringify({
        ...stackOf(chain(1)),
        language: 'r',
        kernelspec: { name: 'irkernel', display_name: 'R' }
      })
    );
    await open();
    await context.ready;
    const { kernelPreference } = context.sessionContext;
    expect(kernelPreference.name).toBe('irkernel');
    expect(kernelPreference.language).toBe('r');
  });
});

/**
 * Wait for a dialog and press one of its buttons.
 */
async function press(label: string): Promise<void> {
  await waitForDialog();
  const buttons = document.querySelectorAll<HTMLElement>('.jp-Dialog button');
  [...buttons].find(button => button.textContent === label)!.click();
}
