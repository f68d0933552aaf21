import * as Blockly from 'blockly';

import { COUNTER, countBlocks } from '../counter';

/**
 * Three stacks: two that Blockly knows, and one between them.
 */
const around = (between: string) => `<xml>
  <variables><variable id="v">x</variable></variables>
  <block type="text_print"><next><block type="text_print"></block></next></block>
  ${between}
  <block type="logic_boolean"></block>
</xml>`;

/**
 * What keeps Blockly from loading a stack, and what makes it leave something out.
 */
const LOST: Record<string, string> = {
  'a type that it does not know': '<block type="robot_walk"></block>',
  'a field of another kind':
    '<block type="variables_get"><field name="VAR" id="v" variabletype="robot">x</field></block>',
  'an input that the block does not have':
    '<block type="text_print"><value name="ROBOT"><block type="text"></block></value></block>'
};

describe('countBlocks', () => {
  it('counts those of each type', () => {
    expect(countBlocks(around('<shadow type="text"/>'))).toEqual({
      text_print: 2,
      logic_boolean: 1
    });
    expect(countBlocks('')).toEqual({});
  });

  it('counts what is not well-formed, which no page shows', () => {
    expect(countBlocks('<xml><block type="text"></xml')).toEqual({ text: 1 });
  });

  it('counts types that every object has', () => {
    const counts = countBlocks('<xml><block type="__proto__"/></xml>');
    expect(Object.entries(counts)).toEqual([['__proto__', 1]]);
  });
});

describe('COUNTER', () => {
  let workspace: Blockly.Workspace;
  let inside: EventTarget & { Blockly?: object };
  let sent: Record<string, unknown>[];

  /**
   * As MetaKernel's pages load a workspace.
   */
  function load(xml: string): void {
    try {
      Blockly.Xml.domToWorkspace(Blockly.utils.xml.textToDom(xml), workspace);
    } catch {
      // Not a word.
    }
  }

  /**
   * Run the script in a window with Blockly.
   */
  function begin(xml: string): void {
    const script = COUNTER('ws.xml', countBlocks(xml));
    new Function('window', script)(inside);
  }

  /**
   * The window has loaded, and what was to be done then is done.
   */
  async function loaded(): Promise<void> {
    inside.dispatchEvent(new Event('load'));
    await new Promise(resolve => setTimeout(resolve));
  }

  beforeEach(() => {
    // Blockly speaks of what it leaves out.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    workspace = new Blockly.Workspace();
    sent = [];
    inside = Object.assign(new EventTarget(), {
      Blockly: {
        Xml: Blockly.Xml,
        getMainWorkspace: () => workspace
      },
      parent: {
        postMessage: (message: Record<string, unknown>) => sent.push(message)
      }
    });
  });

  afterEach(() => {
    workspace.dispose();
    jest.restoreAllMocks();
  });

  it.each(Object.entries(LOST))('tells of %s', async (_, lost) => {
    const xml = around(lost);
    load(xml);
    begin(xml);
    expect(sent).toEqual([]);
    await loaded();
    expect(sent).toEqual([
      {
        type: 'jigsaw',
        version: 2,
        action: 'incomplete',
        workspace_filename: 'ws.xml',
        msg_id: expect.any(String)
      }
    ]);
  });

  it.each(['pointerdown', 'keydown'])(
    'tells of it before anything is done by a %s',
    async type => {
      const xml = around(LOST['a type that it does not know']);
      load(xml);
      begin(xml);
      inside.dispatchEvent(new Event(type));
      expect(sent).toHaveLength(1);
      inside.dispatchEvent(new Event(type));
      await loaded();
      expect(sent).toHaveLength(1);
    }
  );

  it('says nothing of what the user deletes', async () => {
    const xml = around('');
    load(xml);
    begin(xml);
    workspace.clear();
    inside.dispatchEvent(new Event('pointerdown'));
    await loaded();
    expect(sent).toEqual([]);
  });

  it('waits for a page that loads its blocks when all else has loaded', async () => {
    const xml = around('');
    begin(xml);
    inside.addEventListener('load', () => load(xml));
    await loaded();
    expect(sent).toEqual([]);
  });

  it('does not mind more blocks than were given', async () => {
    const xml = around('');
    load(xml);
    load('<xml><block type="text"></block></xml>');
    begin(xml);
    await loaded();
    expect(sent).toEqual([]);
  });

  it('says nothing where it can’t know: a page that hides its Blockly', async () => {
    delete inside.Blockly;
    begin(around(''));
    await loaded();
    expect(sent).toEqual([]);
  });

  it('has nothing to do in a page that was given nothing', () => {
    expect(COUNTER('ws.xml', countBlocks('<xml></xml>'))).toBe('');
  });

  it('can’t be ended by a text in it', () => {
    expect(COUNTER('ws.xml', { '</script>': 1 })).not.toContain('</script>');
  });
});
