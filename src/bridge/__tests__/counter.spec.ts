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
  let inside: EventTarget & {
    Blockly?: object;
    parent: { postMessage(message: object, target: string): void };
  };
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
   * The window has loaded, and has had its moment of rest.
   */
  function loaded(): void {
    inside.dispatchEvent(new Event('load'));
    jest.advanceTimersByTime(1_000);
  }

  /**
   * Send what the page has, as its own buttons do.
   */
  function send(action: 'clear' | 'keep'): void {
    inside.parent.postMessage(
      { type: 'jigsaw', action, save_xml: '<xml></xml>' },
      '*'
    );
  }

  beforeEach(() => {
    // Blockly speaks of what it leaves out.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.useFakeTimers();
    workspace = new Blockly.Workspace();
    sent = [];
    inside = Object.assign(new EventTarget(), {
      Blockly: {
        Xml: Blockly.Xml,
        getMainWorkspace: () => workspace
      },
      parent: {
        postMessage: (message: Record<string, unknown>) => {
          sent.push(message);
        }
      }
    });
  });

  afterEach(() => {
    workspace.dispose();
    // Blockly's events wait for those before them.
    jest.runAllTimers();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each(Object.entries(LOST))('tells of %s', (_, lost) => {
    const xml = around(lost);
    load(xml);
    begin(xml);
    expect(sent).toEqual([]);
    loaded();
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

  it('says it once', () => {
    const xml = around(LOST['a type that it does not know']);
    load(xml);
    begin(xml);
    loaded();
    jest.runAllTimers();
    expect(sent).toHaveLength(1);
  });

  it('says it of a page that never loads all that it asks for', () => {
    const xml = around(LOST['a type that it does not know']);
    load(xml);
    begin(xml);
    jest.advanceTimersByTime(9_000);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(sent).toMatchObject([{ action: 'incomplete' }]);
  });

  it('sends no blocks, and no edit, while some are missing', () => {
    const xml = around(LOST['a type that it does not know']);
    load(xml);
    begin(xml);
    send('clear');
    send('keep');
    expect(sent).toEqual([{ type: 'jigsaw', action: 'clear', save_xml: null }]);
  });

  it('leaves all else that is sent as it is', () => {
    begin(around(''));
    const others = [{ type: 'other', save_xml: '<xml></xml>' }, null, 'text'];
    others.forEach(each => inside.parent.postMessage(each as object, '*'));
    expect(sent).toEqual(others);
  });

  it('says nothing of what the user deletes', () => {
    const xml = around('');
    load(xml);
    begin(xml);
    workspace.clear();
    send('clear');
    loaded();
    expect(sent).toMatchObject([{ action: 'clear', save_xml: '<xml></xml>' }]);
  });

  it.each(['pointerdown', 'keydown'])(
    'waits for a page that loads its blocks when all else has loaded, whatever a %s does before',
    type => {
      const xml = around('');
      begin(xml);
      inside.addEventListener('load', () => load(xml));
      inside.dispatchEvent(new Event(type));
      loaded();
      jest.runAllTimers();
      expect(sent).toEqual([]);
    }
  );

  it('waits for blocks that come a moment later, and sends those that are left of them', () => {
    const xml = around('');
    begin(xml);
    inside.dispatchEvent(new Event('load'));
    jest.advanceTimersByTime(500);
    load(xml);
    jest.advanceTimersByTime(100);
    workspace.clear();
    jest.runAllTimers();
    send('clear');
    send('keep');
    expect(sent).toMatchObject([
      { action: 'clear', save_xml: '<xml></xml>' },
      { action: 'keep', save_xml: '<xml></xml>' }
    ]);
  });

  it('does not mind more blocks than were given', () => {
    const xml = around('');
    load(xml);
    load('<xml><block type="text"></block></xml>');
    begin(xml);
    loaded();
    expect(sent).toEqual([]);
  });

  it('says nothing where it can’t know: a page that hides its Blockly', () => {
    delete inside.Blockly;
    begin(around(''));
    loaded();
    expect(sent).toEqual([]);
  });

  it('has nothing to do in a page that was given nothing', () => {
    expect(COUNTER('ws.xml', countBlocks('<xml></xml>'))).toBe('');
  });

  it('can’t be ended by a text in it', () => {
    expect(COUNTER('ws.xml', { '</script>': 1 })).not.toContain('</script>');
  });
});
