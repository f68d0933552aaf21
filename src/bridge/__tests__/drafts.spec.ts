import { Context, TextModelFactory } from '@jupyterlab/docregistry';
import { ServiceManagerMock } from '@jupyterlab/services/lib/testutils';
import { Widget } from '@lumino/widgets';

import { acceptDialog, waitForDialog } from '../../testutils/dialogs';
import { Drafts, type IDraft } from '../drafts';

const CONSOLE = {};
const CELL = new Widget();

describe('Drafts', () => {
  let context: Context;
  let drafts: Drafts;
  const saved: string[] = [];
  let last = '';

  beforeEach(async () => {
    saved.length = 0;
    last = '';
    drafts = new Drafts({ isSaved: (_, xml) => xml === last });
    context = new Context({
      manager: new ServiceManagerMock(),
      factory: new TextModelFactory(),
      path: 'notebook.txt'
    });
    await context.initialize(true);
  });

  afterEach(() => context.dispose());

  const draft = (
    filename: string,
    xml: string,
    of: Context | null = context,
    cellId = 'a',
    cell: IDraft['cell'] = CELL
  ): IDraft => ({
    filename,
    path: filename,
    xml,
    holder: {},
    cell,
    cellId,
    view: of ?? CONSOLE,
    context: of,
    save: () => saved.push(xml),
    goOn: () => undefined
  });

  it('make their notebook dirty', () => {
    expect(context.model.dirty).toBe(false);
    drafts.keep(draft('ws.xml', 'one'));
    expect(context.model.dirty).toBe(true);
    expect(drafts.get('ws.xml', { view: context, cellId: 'a' })!.xml).toBe(
      'one'
    );
  });

  it('are saved when their notebook is, the newest of each', async () => {
    drafts.keep(draft('ws.xml', 'one'));
    drafts.keep(draft('ws.xml', 'two'));
    drafts.keep(draft('other.xml', 'three'));
    drafts.keep(draft('console.xml', 'four', null));
    await context.save();
    expect(saved).toEqual(['two', 'three']);
  });

  it('are those of each cell that shows the workspace', async () => {
    const gone = new Widget();
    drafts.keep(draft('ws.xml', 'one'));
    drafts.keep(draft('ws.xml', 'two', context, 'b', gone));
    const get = (cellId: string) =>
      drafts.get('ws.xml', { view: context, cellId })?.xml;
    expect([get('a'), get('b'), get('c')]).toEqual(['one', 'two', undefined]);
    // As one that was pasted under another id.
    gone.dispose();
    expect([get('a'), get('b'), get('c')]).toEqual(['one', 'two', 'two']);
    await context.save();
    expect(saved).toEqual(['one', 'two']);
  });

  it('keep their notebook dirty when they could not be saved', async () => {
    const early = draft('early.xml', 'one');
    const late = draft('late.xml', 'two');
    const good = draft('good.xml', 'three');
    drafts.keep({
      ...early,
      save: () =>
        drafts.refuse(drafts.get('early.xml', { view: context, cellId: 'a' })!)
    });
    await context.save();
    expect(context.model.dirty).toBe(true);
    drafts.forget(drafts.get('early.xml', { view: context, cellId: 'a' }));
    drafts.keep(late);
    drafts.keep(good);
    await context.save();
    drafts.forget(good);
    drafts.refuse(good);
    drafts.refuse(late);
    expect(context.model.dirty).toBe(true);
    // It is tried again.
    drafts.forget(late);
    expect(context.model.dirty).toBe(false);
  });

  it('keep their notebook dirty until they are saved, which may be later', async () => {
    const [one, two] = [draft('one.xml', '1'), draft('two.xml', '2')];
    drafts.keep(one);
    drafts.keep(two);
    await context.save();
    expect(context.model.dirty).toBe(true);
    drafts.forget(one);
    expect(context.model.dirty).toBe(true);
    const newer = draft('two.xml', '3');
    drafts.keep(newer);
    drafts.forget(two);
    expect(context.model.dirty).toBe(true);
    drafts.forget(newer);
    expect(context.model.dirty).toBe(false);
  });

  it('leave their notebook dirty if it has changed itself meanwhile', async () => {
    const one = draft('one.xml', '1');
    drafts.keep(one);
    await context.save();
    context.model.sharedModel.setSource('more');
    drafts.forget(one);
    expect(context.model.dirty).toBe(true);
    await context.save();
    expect(context.model.dirty).toBe(false);
  });

  it('leave their notebook clean, if it was, when they are saved', () => {
    const one = draft('one.xml', '1');
    drafts.keep(one);
    drafts.keep({ ...one, xml: '2' });
    drafts.forget(drafts.get('one.xml', { view: context, cellId: 'a' }));
    expect(context.model.dirty).toBe(false);
  });

  it('leave their notebook dirty when a copy of it is saved', async () => {
    context.model.dirty = true;
    const one = draft('one.xml', '1');
    drafts.keep(one);
    const copied = context.saveAs();
    await waitForDialog();
    document.querySelector<HTMLInputElement>('dialog input')!.value =
      'copy.txt';
    await acceptDialog();
    expect(await copied).toBe(true);
    drafts.forget(one);
    expect(context.model.dirty).toBe(true);
  });

  it('leave their notebook dirty if it could not be saved itself', async () => {
    const one = draft('one.xml', '1');
    drafts.keep(one);
    context.model.sharedModel.setSource('more');
    jest
      .spyOn(context['_manager'].contents, 'save')
      .mockRejectedValueOnce(new Error('disk full'));
    await context.save().catch(() => undefined);
    drafts.forget(one);
    expect(context.model.dirty).toBe(true);
  });

  it('are of one notebook each', async () => {
    const other = new Context({
      manager: new ServiceManagerMock(),
      factory: new TextModelFactory(),
      path: 'other.txt'
    });
    await other.initialize(true);
    drafts.keep(draft('ws.xml', 'mine'));
    drafts.keep(draft('ws.xml', 'theirs', other));
    expect(drafts.get('ws.xml', { view: context, cellId: 'a' })!.xml).toBe(
      'mine'
    );
    await context.save();
    expect(saved).toEqual(['mine']);
    other.dispose();
    expect(drafts.get('ws.xml', { view: context, cellId: 'a' })!.xml).toBe(
      'mine'
    );
  });

  it('are forgotten when they are on disk, but not a newer one', () => {
    const old = draft('ws.xml', 'one');
    drafts.keep(old);
    drafts.keep(draft('ws.xml', 'two'));
    drafts.forget(old);
    expect(drafts.get('ws.xml', { view: context, cellId: 'a' })!.xml).toBe(
      'two'
    );
    drafts.forget(drafts.get('ws.xml', { view: context, cellId: 'a' }));
    expect(
      drafts.get('ws.xml', { view: context, cellId: 'a' })
    ).toBeUndefined();
  });

  it('are none when they are what was saved last', () => {
    drafts.keep(draft('ws.xml', 'one'));
    last = 'none';
    expect(drafts.keep(draft('ws.xml', 'two'))).toBe(true);
    last = 'one';
    expect(drafts.keep(draft('ws.xml', 'one'))).toBe(false);
    expect(
      drafts.get('ws.xml', { view: context, cellId: 'a' })
    ).toBeUndefined();
  });

  it('go with their notebook, and no others', () => {
    drafts.keep(draft('ws.xml', 'one'));
    drafts.keep(draft('console.xml', 'two', null));
    context.dispose();
    expect(
      drafts.get('ws.xml', { view: context, cellId: 'a' })
    ).toBeUndefined();
    expect(drafts.get('console.xml', { view: CONSOLE, cellId: 'a' })!.xml).toBe(
      'two'
    );
    // Blocks say what they have when they end, too.
    expect(drafts.keep(draft('ws.xml', 'three'))).toBe(false);
    expect(
      drafts.get('ws.xml', { view: context, cellId: 'a' })
    ).toBeUndefined();
  });
});
