import type { Block, Workspace } from 'blockly/core';

import { CannotError } from '../error';
import {
  TypedGenerator,
  leftToRight,
  type Emit,
  type StartValues,
  type Type
} from '../kit';
import { functions } from './functions';
import { helpers } from './helpers';
import { BashTypes, problemOf } from './inference';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved } from './names';
import { sentence, type Reason } from './reasons';
import { text } from './text';
import { assigned, glue, isCall, literal, quoted } from './words';

/**
 * How strongly the operators of Bash bind in `(( … ))`; those of conditions, &&
 * and ||, are in the same order.
 */
const orders = {
  ATOMIC: 0,
  UNARY: 2,
  POWER: 3,
  DIVIDE: 4.1,
  MULTIPLY: 4.2,
  LEFT_MULTIPLY: 4.3,
  SUBTRACT: 5.1,
  ADD: 5.2,
  LEFT_ADD: 5.3,
  COMPARE: 7,
  AND: 8,
  OR: 9,
  NONE: 99
};

/**
 * The generator of Bash 4.4 and later.
 *
 * A number is what stands in `(( … ))`, a text is a word, a condition is a
 * command, and a list is some words. What comes out of a variable, a list or a
 * function is `name`, or begins with a dollar sign.
 */
export class BashGenerator extends TypedGenerator<BashTypes> {
  constructor() {
    super({
      name: 'Bash',
      comment: '#',
      base: 0,
      noop: ':',
      not: '! ',
      orders,
      reserved,
      literals: {
        true: 'true',
        false: 'false',
        null: '""',
        emptyList: NO_WORDS
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
      ...leftToRight(orders),
      [orders.AND, orders.AND],
      [orders.OR, orders.OR]
    ];
  }

  /**
   * Give up, and say why.
   *
   * @throws CannotError always
   */
  refuse(block: Block, reason: Reason): never {
    throw new CannotError(block, 'Bash', sentence(reason));
  }

  override number(value: number): [string, number] {
    return [String(value), value < 0 ? orders.UNARY : orders.ATOMIC];
  }

  override quote_(text: string): string {
    return literal(text);
  }

  /**
   * Give up on a value that is not what it has to be.
   *
   * @throws CannotError always
   */
  refuseValue(block: Block, input: string): never {
    const inner = block.getInputTargetBlock(input) ?? block;
    const type = this.types.ofInput(block, input);
    const isNested = type.startsWith('[') && block.type.startsWith('lists_');
    return this.refuse(
      inner,
      problemOf(type) ?? (isNested ? 'nesting' : 'kinds')
    );
  }

  /**
   * A number, as it stands in `(( … ))`.
   */
  arith(block: Block, input: string, order = 'NONE'): string {
    return this.as('int', block, input, order);
  }

  /**
   * A value as a word: quoted, where it needs it.
   */
  word(block: Block, input: string): string {
    const inner = block.getInputTargetBlock(input);
    const type = this.types.ofInput(block, input);
    const code = this.value(block, input);
    if (isData(inner)) {
      return quoted(code);
    }
    switch (type) {
      case 'String':
        return code;
      case 'int':
        return /^-?\d+$/.test(code)
          ? code
          : /^\$\{[^{}]*\}$/.test(code) || isCall(code)
            ? `"${code}"`
            : `$((${code}))`;
      case 'boolean':
        return /^(true|false)$/.test(code)
          ? code
          : `"$( ${code} && echo true || echo false )"`;
    }
    return this.refuseValue(block, input);
  }

  /**
   * A value as a word that is a text for sure, or a number or condition as one.
   */
  text(block: Block, inputs: readonly string[]): string {
    return glue(inputs.map(input => this.word(block, input)));
  }

  /**
   * A condition, as a command.
   *
   * @param isAlone - whether it may be several, joined by && and ||
   */
  condition(block: Block, input: string, isAlone = true): string {
    const inner = block.getInputTargetBlock(input);
    const code = this.as('boolean', block, input);
    return isData(inner)
      ? `[[ ${dollar(code)} == true ]]`
      : !isAlone && inner?.type === 'logic_operation'
        ? `{ ${code}; }`
        : code;
  }

  /**
   * The items of a list, as words.
   */
  words(block: Block, input: string): string {
    if (!this.types.ofInput(block, input).startsWith('[')) {
      this.refuseValue(block, input);
    }
    const inner = block.getInputTargetBlock(input);
    const code = this.value(block, input);
    return inner?.isEnabled() && inner.type.startsWith('variables_get')
      ? `"\${${code}[@]}"`
      : code.replace(NO_WORDS, '');
  }

  /**
   * The name of a list: that of its variable, or of one that it is put into
   * before the statement.
   */
  list(block: Block, input: string): string {
    const inner = block.getInputTargetBlock(input);
    if (
      inner?.isEnabled() &&
      inner.type.startsWith('variables_get') &&
      this.types.ofInput(block, input).startsWith('[')
    ) {
      return this.variable(inner);
    }
    const name = this.newName('items');
    this.before(block, fill(name, this.words(block, input)));
    return name;
  }

  /**
   * The name of a text: that of its variable, or of one that it is put into
   * before the statement.
   */
  textName(block: Block, input: string): string {
    const inner = block.getInputTargetBlock(input);
    if (inner?.isEnabled() && inner.type.startsWith('variables_get')) {
      return this.variable(inner);
    }
    const name = this.newName('text');
    this.before(block, `${name}=${assigned(this.word(block, input))}`);
    return name;
  }

  /**
   * Have a line run before the statement that is being written.
   *
   * @throws CannotError where the statement is not the only one to ask for it
   */
  before(block: Block, line: string): void {
    if (!this._before) {
      this.refuse(block, 'place');
    }
    this._before.push(line);
  }

  /**
   * A statement with what is to be run before it.
   */
  withBefore(write: () => string, isOnce = true): string {
    const around = this._before;
    const lines: string[] = [];
    this._before = isOnce ? lines : null;
    try {
      const code = write();
      return lines.map(line => `${line}\n`).join('') + code;
    } finally {
      this._before = around;
    }
  }

  override statementToCode(block: Block, name: string): string {
    const around = this._before;
    try {
      return super.statementToCode(block, name);
    } finally {
      this._before = around;
    }
  }

  /**
   * A place as it stands in brackets, counted from 0.
   */
  index(block: Block, n = ''): string {
    const at = `AT${n}`;
    const first = block.workspace.options.oneBasedIndex ? 1 : 0;
    switch (block.getFieldValue(`WHERE${n}`)) {
      case 'FIRST':
        return '0';
      case 'LAST':
        return '-1';
      case 'FROM_START':
        this.arith(block, at);
        return this.place(block, at);
      case 'FROM_END': {
        const constant = this.constant(block, at);
        if (constant !== null) {
          return String(-(constant + 1 - first));
        }
        const code = this.arith(block, at, first ? 'UNARY' : 'NONE');
        return first ? `-${code}` : `-(${code} + 1)`;
      }
    }
    return this.refuse(block, 'kinds');
  }

  /**
   * Write what has some variables under other names: a variable of a function
   * is seen by all that it calls.
   */
  withNames<T>(names: ReadonlyMap<string, string>, write: () => T): T {
    this._names = names;
    try {
      return write();
    } finally {
      this._names = new Map();
    }
  }

  override getVariableName(id: string): string {
    return this._names.get(id) ?? super.getVariableName(id);
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace, roots);
    this._before = [];
  }

  override startLine(variable: string, kind: StartValues.Kind): string {
    return kind === 'text'
      ? `${variable}=\${${variable}-}`
      : `${variable}=\${${variable}:-0}`;
  }

  override scrubNakedValue(line: string): string {
    // What it asks for is run before it, as before a statement.
    const lines = (this._before ?? []).splice(0);
    return [...lines, naked(line), ''].join('\n');
  }

  protected override infer(): BashTypes {
    return new BashTypes(this.survey);
  }

  protected override cast(
    _from: Type,
    _type: Type,
    block: Block,
    input: string,
    order: string
  ): never {
    // What is inside says first what is the matter with it.
    this.value(block, input, order);
    return this.refuseValue(block, input);
  }

  private _before: string[] | null = null;
  private _names: ReadonlyMap<string, string> = new Map();
}

/**
 * A value alone, as a command that does nothing more than find it.
 */
function naked(code: string): string {
  if (/^(\(\(|\[\[|!|\{)/.test(code)) {
    return code;
  }
  if (/^[A-Za-z_]\w*$/.test(code) && !/^(true|false)$/.test(code)) {
    return `: ${quoted(code)}`;
  }
  const isSum = /^[^"'$<]*[-+*%][^"']*$/.test(code);
  return isSum ? `: $((${code}))` : `: ${code}`;
}

/**
 * A list without items: a value without code would be one that is missing.
 */
export const NO_WORDS = '()';

/**
 * The line that puts words into a list.
 */
export function fill(name: string, words: string): string {
  const [, made] = /^<\((.*)\)$/s.exec(words) ?? [];
  return made === undefined
    ? `${name}=(${words})`
    : `mapfile -d '' -t ${name} < <(${made})`;
}

/**
 * Whether a value comes out of a variable, a list or a function.
 */
export function isData(block: Block | null): boolean {
  return (
    block !== null &&
    block.isEnabled() &&
    /^(variables_get(_dynamic)?|procedures_callreturn|lists_getIndex|logic_ternary)$/.test(
      block.type
    )
  );
}

/**
 * What gives the value of a variable, if it is not that already.
 */
export const dollar = (code: string) =>
  code.startsWith('$') ? code : `$${code}`;

/**
 * Blocks that are refused where they are of a type that Bash has not.
 */
function guarded(
  blocks: Record<string, Emit<BashGenerator>>
): Record<string, Emit<BashGenerator>> {
  return Object.fromEntries(
    Object.entries(blocks).map(
      ([type, emit]): [string, Emit<BashGenerator>] => [
        type,
        (block, generator) => {
          const code =
            block.outputConnection || type.startsWith('procedures_def')
              ? emit(block, generator)
              : generator.withBefore(
                  () => emit(block, generator) as string,
                  type !== 'controls_whileUntil'
                );
          // What is inside has said by now what is the matter with it.
          const reason = generator.types.problem(block);
          if (reason) {
            generator.refuse(block, reason);
          }
          return code;
        }
      ]
    )
  );
}
