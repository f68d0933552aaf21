import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Blockly from 'blockly';
import fc from 'fast-check';

import { defineBlocks, UNKNOWN_TYPE } from '../../blocks';
import { countParts, COUNTER } from '../counter';

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
    '<block type="text_print"><value name="ROBOT"><block type="text"></block></value></block>',
  'a field that the block does not have':
    '<block type="logic_boolean"><field name="ROBOT">r2</field></block>',
  'a field where the block has an input':
    '<block type="text_print"><field name="TEXT">a</field><value name="TEXT"><block type="text"><field name="TEXT">a</field></block></value></block>',
  'a choice that the field does not have':
    '<block type="logic_boolean"><field name="BOOL">MAYBE</field></block>',
  'a text where the block has a number':
    '<block type="math_number"><field name="NUM">many</field></block>',
  'a shadow of a type that it does not know':
    '<block type="text_print"><value name="TEXT"><shadow type="robot_name"></shadow></value></block>',
  'a choice that the field of a shadow does not have':
    '<block type="text_print"><value name="TEXT"><shadow type="logic_boolean"><field name="BOOL">MAYBE</field></shadow></value></block>',
  'a choice that the field of a shadow behind a block does not have':
    '<block type="text_print"><value name="TEXT"><shadow type="logic_boolean"><field name="BOOL">MAYBE</field></shadow><block type="text"></block></value></block>'
};

/**
 * What Blockly writes otherwise, or writes besides.
 */
const KEPT: Record<string, string> = {
  'a number with needless digits':
    '<block type="math_number"><field name="NUM"> 01.50</field></block>',
  'a name between spaces':
    '<block type="procedures_defnoreturn"><field name="NAME"> f </field></block>',
  'a colour in capitals':
    '<block type="colour_picker"><field name="COLOUR">#FF00CC</field></block>',
  'a name of a variable that another has in capitals':
    '<block type="variables_get"><field name="VAR" id="w">X</field></block>',
  'a field that is not given': '<block type="logic_boolean"></block>',
  'a field that is given twice':
    '<block type="logic_boolean"><field name="BOOL">TRUE</field><field name="BOOL">FALSE</field></block>',
  'a field without a name':
    '<block type="logic_boolean"><field>TRUE</field></block>',
  'a field without an end tag':
    '<block type="text_prompt"><field name="TEXT"/><field name="TYPE">NUMBER</field></block>',
  'a shadow with a shadow':
    '<block type="text_print"><value name="TEXT"><shadow type="text_length"><value name="VALUE"><shadow type="text"><field name="TEXT">a</field></shadow></value></shadow></value></block>',
  'a shadow behind a block':
    '<block type="text_print"><value name="TEXT"><shadow type="text"><field name="TEXT">a</field></shadow><block type="text"><field name="TEXT">b</field></block></value></block>'
};

/**
 * What a user may give to a field, of whichever kind.
 */
const VALUE = fc.record({
  nat: fc.nat(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  text: fc.string({ unit: 'grapheme' }),
  wants: fc.boolean()
});

type Value = typeof VALUE extends fc.Arbitrary<infer T> ? T : never;

function fill(field: Blockly.Field, { nat, number, text, wants }: Value) {
  if (field instanceof Blockly.FieldDropdown) {
    const options = field.getOptions(false);
    // The last of a variable's are for making others of it.
    field.setValue(
      field instanceof Blockly.FieldVariable
        ? field
            .getSourceBlock()!
            .workspace.getVariableMap()
            .createVariable(`v${text}`)
            .getId()
        : options[nat % options.length][1]
    );
  } else if (field instanceof Blockly.FieldCheckbox) {
    field.setValue(wants);
  } else if (field instanceof Blockly.FieldNumber) {
    field.setValue(number);
  } else {
    // What is no value of a field, it refuses.
    field.setValue(wants ? text : `#${(nat % 0xffffff).toString(16)}`);
  }
}

describe('countParts', () => {
  it('counts those of each type', () => {
    expect(countParts(around('<shadow type="text"></shadow>'))).toEqual([
      [2, 'text_print'],
      [1, 'text'],
      [1, 'logic_boolean']
    ]);
    expect(countParts('')).toEqual([]);
  });

  it('counts the values of each field', () => {
    const text = (value: string) =>
      `<block type="text"><field name="TEXT">${value}</field></block>`;
    expect(
      countParts(`<xml>${text('a')}${text('&lt;')}${text('a')}</xml>`)
    ).toEqual([
      [3, 'text'],
      [2, 'text', 'TEXT', 'a'],
      [1, 'text', 'TEXT', '<']
    ]);
  });

  it('counts what is not well-formed, which no page shows', () => {
    expect(countParts('<xml><block type="text"></xml')).toEqual([[1, 'text']]);
  });

  it('counts types that every object has', () => {
    expect(countParts('<xml><block type="__proto__"/></xml>')).toEqual([
      [1, '__proto__']
    ]);
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
    const script = COUNTER('ws.xml', countParts(xml));
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

  beforeAll(() => {
    // All that pages of MetaKernel's may have.
    defineBlocks();
  });

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

  it.each(Object.entries(KEPT))('does not mind %s', (_, kept) => {
    const xml = around(kept);
    load(xml);
    begin(xml);
    loaded();
    expect(sent).toEqual([]);
  });

  it('does not mind what Blockly itself has written, whatever it is', () => {
    const types = Object.keys(Blockly.Blocks).filter(
      type =>
        type !== UNKNOWN_TYPE &&
        // Parts of what a workspace does not hold.
        !type.startsWith('procedures_mutator')
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...types),
            fc.array(VALUE, { minLength: 1 })
          ),
          { maxLength: 5 }
        ),
        fc.boolean(),
        (blocks, isOld) => {
          const first = new Blockly.Workspace();
          for (const [type, values] of blocks) {
            const block = first.newBlock(type);
            const names = Array.from(block.getFields(), ({ name }) => name);
            names.forEach((name, index) => {
              const field = name && block.getField(name);
              if (field) {
                fill(field, values[index % values.length]);
              }
            });
            for (const { connection } of block.inputList) {
              const check = connection?.getCheck() ?? ['Number'];
              if (
                connection?.type === Blockly.INPUT_VALUE &&
                check.includes('Number')
              ) {
                // As a toolbox gives it, with a number that was typed there.
                connection.setShadowState({ type: 'math_number' });
                const shadow = connection.targetBlock()!;
                fill(shadow.getField('NUM')!, values[0]);
              }
            }
          }
          const dom = Blockly.Xml.workspaceToDom(first);
          if (isOld) {
            // As it was before variables had ids.
            dom.querySelector('variables')?.remove();
            for (const field of dom.querySelectorAll('field')) {
              field.removeAttribute('id');
            }
          }
          const xml = Blockly.Xml.domToText(dom);
          workspace.clear();
          load(xml);
          begin(xml);
          loaded();
          first.dispose();
          jest.runAllTimers();
          expect(sent).toEqual([]);
        }
      ),
      { numRuns: 300 }
    );
  });

  it('does not mind a workspace of MetaKernel’s', () => {
    const file = join(process.cwd(), 'examples/metakernel-workspace.xml');
    const xml = readFileSync(file, 'utf8');
    load(xml);
    expect(workspace.getAllBlocks().length).toBeGreaterThan(5);
    begin(xml);
    loaded();
    expect(sent).toEqual([]);
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
    expect(COUNTER('ws.xml', countParts('<xml></xml>'))).toBe('');
  });

  it('can’t be ended by a text in it', () => {
    expect(COUNTER('ws.xml', [[1, '</script>']])).not.toContain('</script>');
  });
});
