import type { Block, Workspace } from 'blockly/core';

import { CannotError } from '../error';
import {
  TypedGenerator,
  UNKNOWN,
  isEmptyList,
  isList,
  isNumber,
  itemInputs,
  itemOf,
  leftToRight,
  type Emit,
  type Type
} from '../kit';
import { Effects } from './effects';
import { functions } from './functions';
import { helpers } from './helpers';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved, standard } from './names';
import { Program } from './program';
import { sentence, type Reason } from './reasons';
import { Scopes } from './scopes';
import { text } from './text';
import { CppTypes, cppType } from './types';

/**
 * How strongly the operators of C++ bind; the left one of two that bind alike
 * needs no parentheses.
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
  SHIFT: 6,
  COMPARE: 7,
  AND: 8,
  OR: 9,
  TERNARY: 10,
  NONE: 99
};

/**
 * The generator of C++17: statements that a kernel runs one after the other,
 * behind the functions that they call.
 */
export class CppGenerator extends TypedGenerator<CppTypes> {
  constructor() {
    super({
      name: 'C++',
      comment: '//',
      base: 0,
      not: '!',
      orders,
      reserved,
      literals: {
        true: 'true',
        false: 'false',
        null: '""',
        emptyList: '{}'
      },
      helpers,
      blocks: guarded({
        ...logic,
        ...loops,
        ...math,
        ...text,
        ...lists,
        ...functions
      })
    });
    this.ORDER_OVERRIDES = [
      [orders.CALL, orders.CALL],
      ...leftToRight(orders),
      [orders.AND, orders.AND],
      [orders.OR, orders.OR]
    ];
  }

  /**
   * Where the variables of the program are declared.
   */
  get scopes(): Scopes {
    return this._scopes!;
  }

  /**
   * Where it counts which value is found first.
   */
  get effects(): Effects {
    return this._effects!;
  }

  /**
   * The parts of the program that is made.
   */
  get program(): Program {
    return this._program;
  }

  /**
   * What whole numbers are in the program.
   */
  get whole(): 'int' | 'long long' {
    return this.types.isLarge ? 'long long' : 'int';
  }

  /**
   * Give up, and say why.
   *
   * @throws CannotError always
   */
  refuse(block: Block, reason: Reason): never {
    throw new CannotError(block, 'C++', sentence(reason));
  }

  /**
   * A type as C++ writes it.
   */
  spell(type: Type): string {
    return cppType(type, this.whole);
  }

  /**
   * A number with a fraction as a whole one.
   */
  toWhole(code: string): string {
    return this.types.isLarge
      ? `static_cast<long long>(${code})`
      : `int(${code})`;
  }

  override number(value: number): [string, number] {
    const size = Math.abs(value);
    if (size === Infinity) {
      return value < 0
        ? ['-INFINITY', orders.UNARY]
        : ['INFINITY', orders.ATOMIC];
    }
    const isFloat = Number.isInteger(value) && size >= 2 ** 31;
    const code = isFloat && size < 1e21 ? `${value}.0` : String(value);
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
      .replace(/[\u0000-\u001f\u007f]/g, character => {
        return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
      });
    return `"${escaped}"`;
  }

  override as(type: Type, block: Block, input: string, order = 'NONE'): string {
    const from = this.types.ofInput(block, input);
    if (from === UNKNOWN) {
      // It is declared as a whole number, if by the program.
      return this.value(block, input, order);
    }
    const isNothing =
      from === 'null' || isEmptyList(block.getInputTargetBlock(input));
    // A list of which nothing is known is empty.
    const isOther = from === '[' && this.spell(from) !== this.spell(type);
    if (isList(type) && (isNothing || isOther)) {
      return `${this.spell(type)}{}`;
    }
    return super.as(type, block, input, order);
  }

  /**
   * A value for what has a type of its own, as a variable that is declared: a
   * list is its items in braces.
   */
  initial(type: Type, block: Block, input: string): string {
    const inner = block.getInputTargetBlock(input);
    return isList(type) && isEmptyList(inner)
      ? '{}'
      : isList(type) && inner?.isEnabled() && inner.type === 'lists_create_with'
        ? this.braces(inner, itemOf(type))
        : this.as(type, block, input);
  }

  /**
   * The items of a list that is written out.
   */
  braces(block: Block, item: Type): string {
    const items = itemInputs(block).map(name => this.item(item, block, name));
    return `{${items.join(', ')}}`;
  }

  /**
   * A value as an item of lists of some type; braces take no number that would
   * have to be made another for it.
   */
  item(type: Type, block: Block, input: string): string {
    const from = this.types.ofInput(block, input);
    const isMade = type === 'float' && from === 'int';
    return isMade && this.constant(block, input) === null
      ? `double(${this.value(block, input)})`
      : this.initial(type, block, input);
  }

  /**
   * A text of which something is asked: an object, which no literal is.
   */
  object(block: Block, input: string, order = 'CALL'): string {
    return isLiteral(block.getInputTargetBlock(input))
      ? `std::string(${this.as('String', block, input)})`
      : this.as('String', block, input, order);
  }

  /**
   * A place that is a whole number.
   */
  placeIn(block: Block, input: string, order = 'NONE', delta = 0): string {
    return this.types.ofInput(block, input) === 'int'
      ? this.place(block, input, order, delta)
      : `int(${this.place(block, input, 'NONE', delta)})`;
  }

  /**
   * Functions of the program that take a text or a list have no name of one of
   * `std`, which would be found by the types of the arguments.
   */
  override getProcedureName(name: string): string {
    const safe = super.getProcedureName(name);
    return standard.has(safe) && this.types.takesObjects(name)
      ? super.getProcedureName(`${name}2`)
      : safe;
  }

  /**
   * A helper, for the numbers that the program has.
   */
  override helper(name: string): string {
    const safe = super.helper(name);
    const source = this.definitions_[name];
    // There is none yet where it calls itself.
    if (source) {
      this.definitions_[name] = source
        .replace(/\bWHOLE\b/g, this.whole)
        .replace(/\bNUMBER\b/g, this.spell(this.types.number));
    }
    return safe;
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace, roots);
    this._effects = new Effects(this.survey, id => this.scopes.isLocal(id));
    this._program = new Program();
    this._nesting = 0;
    this._variables = workspace
      .getVariableMap()
      .getAllVariables()
      .map(variable => variable.getId());
  }

  /**
   * Whether a statement is one of the program, and in nothing else.
   */
  get isOutside(): boolean {
    return this._nesting === 0;
  }

  override statementToCode(block: Block, name: string): string {
    this._nesting += 1;
    try {
      return super.statementToCode(block, name);
    } finally {
      this._nesting -= 1;
    }
  }

  override finish(code: string): string {
    const isNamed = (id: string) =>
      this.program.isUsed(id) && this.scopes.isAtTop(id);
    const line = (id: string) => {
      const type = this.spell(this.types.ofGlobal(id));
      const zero = ZEROS[type];
      const name = this.getVariableName(id);
      return `${type} ${name}${zero ? ` = ${zero}` : ''};`;
    };
    const top = this._variables.filter(isNamed);
    const program = this.program.put(code, this.definitions_, {
      shared: new Map(
        top.filter(id => this.scopes.isShared(id)).map(id => [id, line(id)])
      ),
      own: top.filter(id => !this.scopes.isShared(id)).map(line)
    });
    this.definitions_ = {};
    return super.finish(program).replace(/^\n+/, '');
  }

  override startLine(): string {
    // What is declared has a value to start from.
    return '';
  }

  override scrubNakedValue(line: string): string {
    return `${line};\n`;
  }

  protected override infer(): CppTypes {
    const scopes = new Scopes(this.survey);
    this._scopes = scopes;
    return new CppTypes(this.survey, id => scopes.isLocal(id));
  }

  protected override cast(
    from: Type,
    type: Type,
    block: Block,
    input: string,
    order: string
  ): string {
    const value = (outer = 'NONE') => this.value(block, input, outer);
    if (isNumber(type)) {
      if (isNumber(from)) {
        return type === 'float' ? value(order) : this.toWhole(value());
      }
      const isText = from === 'String';
      return from === 'boolean'
        ? `int(${value()})`
        : isText && type === 'int'
          ? this.toWhole(`${this.helper('number_of')}(${value()})`)
          : isText
            ? `${this.helper('number_of')}(${value()})`
            : this.refuse(block, 'kinds');
    }
    if (type === 'String') {
      return from === 'int'
        ? `std::to_string(${value()})`
        : `${this.helper(TO_TEXT[from] ?? 'shown')}(${value()})`;
    }
    if (type === 'boolean' && isNumber(from)) {
      return this.enclose(
        `${value('COMPARE')} != 0`,
        orders.COMPARE,
        this.order(order)
      );
    }
    if (type === 'boolean' && from === 'String') {
      return `!${this.object(block, input)}.empty()`;
    }
    return isList(type) && isList(from) && this.spell(from) === this.spell(type)
      ? value(order)
      : this.refuse(block, 'kinds');
  }

  private _effects: Effects | null = null;
  private _nesting = 0;
  private _program = new Program();
  private _scopes: Scopes | null = null;
  private _variables: readonly string[] = [];
}

export { orders };

/** What makes a text of what is of some type. */
const TO_TEXT: Record<string, string> = {
  float: 'text_of',
  boolean: 'word_of'
};

/** What is in a variable before something is put into it. */
const ZEROS: Record<string, string> = {
  int: '0',
  'long long': '0',
  double: '0',
  bool: 'false'
};

/**
 * Whether a value is a literal of C++'s, which is no `std::string` yet.
 */
export function isLiteral(block: Block | null): boolean {
  return (
    !block?.isEnabled() ||
    /^(text|text_multiline|colour_picker)$/.test(block.type) ||
    (block.type === 'logic_ternary' &&
      ['THEN', 'ELSE'].every(name =>
        isLiteral(block.getInputTargetBlock(name))
      ))
  );
}

/**
 * Blocks that are refused where they are of a type that C++ has not.
 */
function guarded(
  blocks: Record<string, Emit<CppGenerator>>
): Record<string, Emit<CppGenerator>> {
  return Object.fromEntries(
    Object.entries(blocks).map(([type, emit]): [string, Emit<CppGenerator>] => [
      type,
      (block, generator) => {
        const code = emit(block, generator);
        // What is inside has said by now what is the matter with it.
        const reason =
          generator.types.problem(block) ??
          (generator.effects.depend(block) ? 'order' : null);
        if (reason) {
          generator.refuse(block, reason);
        }
        return code;
      }
    ])
  );
}
