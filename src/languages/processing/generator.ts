import type { Block, Workspace } from 'blockly/core';

import {
  TypedGenerator,
  type StartValues,
  UNKNOWN,
  isList,
  isNumber,
  isPrimitive,
  itemOf,
  leftToRight,
  type Type,
  Inference,
  isEmptyList
} from '../kit';
import { functions } from './functions';
import { helpers } from './helpers';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { events, reserved } from './names';
import { Sketch } from './sketch';
import { drawing } from './drawing';
import { text } from './text';
import { boxed, javaType } from './types';

/**
 * How strongly Java's operators bind; the left one of two that bind alike needs
 * no parentheses.
 */
const orders = {
  ATOMIC: 0,
  CALL: 1,
  UNARY: 2,
  DIVIDE: 4.1,
  MULTIPLY: 4.2,
  LEFT_MULTIPLY: 4.3,
  SUBTRACT: 5.1,
  ADD: 5.2,
  LEFT_ADD: 5.3,
  COMPARE: 7,
  AND: 8,
  OR: 9,
  TERNARY: 10,
  NONE: 99
};

/**
 * The generator of sketches for Processing: Java, with a type for all that has
 * a name, which Processing.js reads as well.
 */
export class ProcessingGenerator extends TypedGenerator {
  constructor() {
    super({
      name: 'Processing',
      comment: '//',
      base: 0,
      not: '!',
      orders,
      reserved,
      literals: {
        true: 'true',
        false: 'false',
        null: 'null',
        emptyList: 'new ArrayList()'
      },
      helpers,
      blocks: {
        ...logic,
        ...loops,
        ...math,
        ...text,
        ...lists,
        ...functions,
        ...drawing
      }
    });
    this.ORDER_OVERRIDES = [
      [orders.CALL, orders.CALL],
      ...leftToRight(orders),
      [orders.AND, orders.AND],
      [orders.OR, orders.OR]
    ];
  }

  /**
   * The parts of the sketch that is made.
   */
  get sketch(): Sketch {
    return this._sketch;
  }

  override number(value: number): [string, number] {
    const size = Math.abs(value);
    if (size === Infinity) {
      return [value < 0 ? '-1.0 / 0' : '1.0 / 0', orders.DIVIDE];
    }
    const isPlain = Number.isInteger(value) && size < 2 ** 31;
    const code =
      size && (size > 3e38 || size < 1e-37)
        ? // Java has no such literal of a float.
          `float("${value}")`
        : isPlain || !Number.isInteger(value) || size >= 1e21
          ? String(value)
          : `${value}.0`;
    return [code, value < 0 ? orders.UNARY : orders.ATOMIC];
  }

  override quote_(text: string): string {
    const escaped = text
      .replace(/["\\]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      // Control characters are what is looked for.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, character => {
        const code = character.charCodeAt(0).toString(16);
        return `\\u${code.padStart(4, '0')}`;
      });
    return `"${escaped}"`;
  }

  /**
   * A value as an item of lists of some type, which are objects of Java.
   */
  asItem(type: Type, block: Block, input: string, order = 'NONE'): string {
    const from = this.types.ofInput(block, input);
    if (type !== 'float' || from !== 'int') {
      return this.as(type, block, input, order);
    }
    const constant = this.constant(block, input);
    return constant === null
      ? this._call('float', block, input)
      : `${constant}.0`;
  }

  /**
   * A place that is a whole number.
   */
  placeIn(block: Block, input: string, order = 'NONE', delta = 0): string {
    if (this.types.ofInput(block, input) === 'int') {
      return this.place(block, input, order, delta);
    }
    return `int(${this.place(block, input, 'NONE', delta)})`;
  }

  /**
   * Whether what Java knows of a list is less than what the blocks say: it is
   * what a helper has made.
   */
  isRaw(block: Block | null): boolean {
    return block !== null && RAW.test(block.type);
  }

  /**
   * The type of an item that is taken out of the list of an input.
   */
  castOf(block: Block, input: string): string {
    const inner = block.getInputTargetBlock(input);
    const item = itemOf(this.types.ofInput(block, input));
    return this.isRaw(inner) && boxed(item) !== 'Object'
      ? `(${boxed(item)}) `
      : '';
  }

  /**
   * Names of events, which the sketch calls, stay what they are.
   */
  override getProcedureName(name: string): string {
    return events.has(name) ? name : super.getProcedureName(name);
  }

  /**
   * A helper, for the numbers that are in the lists of the program.
   */
  override helper(name: string): string {
    const safe = super.helper(name);
    const { number } = this.types;
    this.definitions_[name] = this.definitions_[name]
      ?.replace(/\bNUMBER\b/g, number)
      .replace(/\bBOXED\b/g, boxed(number));
    return safe;
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace, roots);
    this._sketch = new Sketch(this);
    this._variables = workspace
      .getVariableMap()
      .getAllVariables()
      .map(variable => variable.getId());
    this._nesting = 0;
  }

  override statementToCode(block: Block, name: string): string {
    this._nesting += 1;
    try {
      return super.statementToCode(block, name);
    } finally {
      this._nesting -= 1;
    }
  }

  /**
   * Whether a statement is one of the program, and in nothing else.
   */
  get isAtTop(): boolean {
    return this._nesting === 0;
  }

  override finish(code: string): string {
    const used = new Map(
      this._variables
        .map(id => [this.getVariableName(id), this.types.ofGlobal(id)] as const)
        .filter(([name]) => this.sketch.isUsed(name))
    );
    const starts = new Map(this.starts.list());
    const imports: string[] = [];
    const functions: Record<string, string> = {};
    for (const [key, part] of Object.entries(this.definitions_)) {
      if (/^import\s/.test(part)) {
        // Of another extension's block: Java has them above all else.
        imports.push(part.trimEnd());
      } else {
        functions[key] = part;
      }
    }
    const sketch = this.sketch.put(code, functions, used, starts);
    this.definitions_ = {};
    const text = super.finish(sketch).replace(/^\n+/, '');
    return imports.length ? `${imports.join('\n')}\n\n${text}` : text;
  }

  override startLine(): string {
    // The sketch declares what needs it.
    return '';
  }

  override scrubNakedValue(line: string): string {
    // A value alone is no statement of Java.
    return /\)$/.test(line) ? `${line};\n` : `println(${line});\n`;
  }

  override as(type: Type, block: Block, input: string, order = 'NONE'): string {
    const isEmpty =
      this.types.ofInput(block, input) === '[' ||
      isEmptyList(block.getInputTargetBlock(input));
    return isList(type) && isEmpty
      ? `new ${boxed(type)}()`
      : super.as(type, block, input, order);
  }

  protected override infer(): Inference {
    return new Inference(this.survey);
  }

  protected override cast(
    from: Type,
    type: Type,
    block: Block,
    input: string,
    order: string
  ): string {
    if (isNumber(type) && isNumber(from)) {
      return type === 'float'
        ? this.value(block, input, order)
        : this._call('int', block, input);
    }
    if (isNumber(type)) {
      const number =
        from === 'boolean'
          ? this._call('int', block, input)
          : from === 'String'
            ? this._call('float', block, input)
            : this._call(this.helper('numberOf'), block, input);
      return type === 'int' && from !== 'boolean' ? `int(${number})` : number;
    }
    if (type === 'String') {
      return isPrimitive(from)
        ? this._call('str', block, input)
        : this._call(this.helper('textOf'), block, input);
    }
    if (type === 'boolean') {
      const inner = this.order(order);
      return isNumber(from)
        ? this.enclose(
            `${this.value(block, input, 'COMPARE')} != 0`,
            orders.COMPARE,
            inner
          )
        : this._cast('Boolean', block, input, order);
    }
    return isList(from) && itemOf(from) === UNKNOWN
      ? this.value(block, input, order)
      : this._cast('ArrayList', block, input, order);
  }

  private _call(name: string, block: Block, input: string): string {
    return `${name}(${this.value(block, input)})`;
  }

  private _cast(
    type: string,
    block: Block,
    input: string,
    order: string
  ): string {
    const code = `(${type}) ${this.value(block, input, 'UNARY')}`;
    return this.enclose(code, orders.UNARY, this.order(order));
  }

  protected override typed(
    type: Type,
    block: Block,
    input: string,
    order: string
  ): string {
    const inner = block.getInputTargetBlock(input);
    if (inner?.type === 'lists_create_with') {
      this.sketch.wanted = type;
    }
    return this.value(block, input, order);
  }

  private _nesting = 0;
  private _sketch = new Sketch(this);
  private _variables: readonly string[] = [];
}

export { javaType, orders, type StartValues };

/** Blocks whose lists come from helpers, which take all kinds of them. */
const RAW =
  /^(lists_create_with|lists_repeat|lists_split|lists_sort|lists_reverse|lists_getSublist|math_on_list)$/;
