import type { Block } from 'blockly/core';

import {
  TableGenerator,
  UNICODE_LETTERS,
  isSetIn,
  leftToRight,
  type StartValues
} from '../kit';
import { functions } from './functions';
import { helpers } from './helpers';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved, variableWords } from './names';
import { text } from './text';

/**
 * How strongly PHP's operators bind; see "Operator Precedence" of its manual.
 * The left one of two that bind alike needs no parentheses.
 */
const orders = {
  ATOMIC: 0,
  CALL: 1,
  POWER: 2,
  UNARY: 3,
  DIVIDE: 4.1,
  MULTIPLY: 4.2,
  LEFT_MULTIPLY: 4.3,
  SUBTRACT: 5.1,
  ADD: 5.2,
  LEFT_ADD: 5.3,
  CONCAT: 6,
  COMPARE: 7,
  AND: 8,
  OR: 9,
  TERNARY: 10,
  NONE: 99
};

/**
 * The generator of PHP 8.
 */
export class PhpGenerator extends TableGenerator {
  constructor() {
    super({
      name: 'PHP',
      comment: '//',
      base: 0,
      naming: {
        letters: UNICODE_LETTERS,
        prefix: '$',
        variableWords,
        isCaseBlind: true
      },
      not: '!',
      orders,
      reserved,
      literals: { true: 'true', false: 'false', null: 'null', emptyList: '[]' },
      helpers,
      blocks: { ...logic, ...loops, ...math, ...text, ...lists, ...functions }
    });
    this.ORDER_OVERRIDES = [
      [orders.CALL, orders.CALL],
      ...leftToRight(orders),
      [orders.AND, orders.AND],
      [orders.OR, orders.OR]
    ];
  }

  /**
   * PHP finds out what is in a variable when it has both values of an operator,
   * or the place of an item: one that the other one changes is asked for its
   * value before.
   */
  override value(block: Block, input: string, order = 'NONE'): string {
    const code = super.value(block, input, order);
    const inner = block.getInputTargetBlock(input);
    if (!inner?.isEnabled() || !inner.type.startsWith('variables_get')) {
      return code;
    }
    const id = String(inner.getFieldValue('VAR'));
    return inputsBehind(block, input).some(([where, name]) =>
      this._changes(where, name, id)
    )
      ? `(${code} ?? null)`
      : code;
  }

  /**
   * A value that is put behind what is in a variable, by an operator: `x .= y`.
   *
   * @param code - gives the value in the input
   */
  changed(
    block: Block,
    input: string,
    operator: '+' | '.',
    code: (order: string) => string
  ): string {
    const variable = this.variable(block);
    return this._changes(block, input, String(block.getFieldValue('VAR')))
      ? `${variable} = (${variable} ?? null) ${operator} ${code('UNARY')};\n`
      : `${variable} ${operator}= ${code('NONE')};\n`;
  }

  /**
   * Whether to find the value of an input changes a variable of the program.
   */
  private _changes(block: Block, input: string, id: string): boolean {
    const inner = block.getInputTargetBlock(input);
    return (
      inner !== null &&
      this.survey.keyOf(block, id) === id &&
      isSetIn(inner, id, this.survey)
    );
  }

  override number(value: number): [string, number] {
    const code =
      value === Infinity
        ? 'INF'
        : value === -Infinity
          ? '-INF'
          : Number.isNaN(value)
            ? 'NAN'
            : String(value);
    return [code, code.startsWith('-') ? orders.UNARY : orders.ATOMIC];
  }

  /**
   * In single quotes, in which a dollar sign is one; what cannot stand in a
   * line asks for double quotes.
   */
  override quote_(text: string): string {
    // Control characters are what is looked for.
    // eslint-disable-next-line no-control-regex
    if (!/[\u0000-\u001f\u007f]/.test(text)) {
      return `'${text.replace(/['\\]/g, '\\$&')}'`;
    }
    const escaped = text
      .replace(/["\\$]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f]/g, character => {
        return '\\x' + character.charCodeAt(0).toString(16).padStart(2, '0');
      });
    return `"${escaped}"`;
  }

  /**
   * A place that a function has found, counted from 1 with 0 for nothing, as
   * the blocks count.
   */
  placeFound(block: Block, code: string): [string, number] {
    return block.workspace.options.oneBasedIndex
      ? [code, orders.CALL]
      : [`${code} - 1`, orders.SUBTRACT];
  }

  override startLine(variable: string, kind: StartValues.Kind): string {
    return `${variable} ??= ${kind === 'text' ? "''" : '0'};`;
  }

  override scrubNakedValue(line: string): string {
    return `${line};\n`;
  }
}

/** Blocks whose values stand beside an operator. */
const OPERATORS = /^(math_arithmetic|math_modulo|logic_compare|text_join)$/;

/**
 * The inputs with values that PHP has when it looks into a variable in another.
 */
function inputsBehind(block: Block, input: string): [Block, string][] {
  const isItem = block.type === 'lists_getIndex';
  if (!isItem && !OPERATORS.test(block.type)) {
    return [];
  }
  const names = block.inputList.map(({ name }) => name);
  const behind = names
    .slice(names.indexOf(input) + 1)
    .map((name): [Block, string] => [block, name]);
  // In `$list[0][1]` it looks into the list when it has both places.
  const outer = isItem ? block.getParent() : null;
  return outer?.type === 'lists_getIndex' &&
    outer.getInputTargetBlock('VALUE') === block
    ? [...behind, ...inputsBehind(outer, 'VALUE')]
    : behind;
}
