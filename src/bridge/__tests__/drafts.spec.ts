import { Context, TextModelFactory } from '@jupyterlab/docregistry';
import { ServiceManagerMock } from '@jupyterlab/services/lib/testutils';

import { Drafts, type IDraft } from '../drafts';

describe('Drafts', () => {
  let context: Context;
  let drafts: Drafts;
  const saved: string[] = [];
  let last = '';

  beforeEach(async () => {
    saved.length = 0;
    last = '';
    drafts = new Drafts({ isLast: (_, xml) => xml === last });
    context = new Context({
      manager: new ServiceManagerMock(),
      factory: new TextModelFactory(),
      path: 'notebook.txt'
    });
    await context.initialize(true);
  });

  afterEach(() => context.dispose());

  const draft = (xml: string, of: Context | null = context): IDraft => ({
    xml,
    base: null,
    context: of,
    save: () => saved.push(xml)
  });

  it('make their notebook dirty', () => {
    expect(context.model.dirty).toBe(false);
    drafts.keep('ws.xml', draft('one'));
    expect(context.model.dirty).toBe(true);
    expect(drafts.get('ws.xml')!.xml).toBe('one');
  });

  it('are saved when their notebook is, the newest of each', async () => {
    drafts.keep('ws.xml', draft('one'));
    drafts.keep('ws.xml', draft('two'));
    drafts.keep('other.xml', draft('three'));
    drafts.keep('console.xml', draft('four', null));
    await context.save();
    expect(saved).toEqual(['two', 'three']);
  });

  it('are forgotten when they are on disk, but not a newer one', () => {
    const old = draft('one');
    drafts.keep('ws.xml', old);
    drafts.keep('ws.xml', draft('two'));
    drafts.forget('ws.xml', old);
    expect(drafts.get('ws.xml')!.xml).toBe('two');
    drafts.forget('ws.xml', drafts.get('ws.xml'));
    expect(drafts.get('ws.xml')).toBeUndefined();
  });

  it('are none when they are what was saved last', () => {
    drafts.keep('ws.xml', draft('one'));
    last = 'none';
    expect(drafts.keep('ws.xml', draft('two'))).toBe(true);
    last = 'one';
    expect(drafts.keep('ws.xml', draft('one'))).toBe(false);
    expect(drafts.get('ws.xml')).toBeUndefined();
  });

  it('go with their notebook, and no others', () => {
    drafts.keep('ws.xml', draft('one'));
    drafts.keep('console.xml', draft('two', null));
    context.dispose();
    expect(drafts.get('ws.xml')).toBeUndefined();
    expect(drafts.get('console.xml')!.xml).toBe('two');
    // Blocks say what they have when they end, too.
    expect(drafts.keep('ws.xml', draft('three'))).toBe(false);
    expect(drafts.get('ws.xml')).toBeUndefined();
  });
});
