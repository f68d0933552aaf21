import type { Block } from 'blockly/core';

import { TableGenerator, leftToRight, type StartValues } from '../kit';
import { functions } from './functions';
import { helpers } from './helpers';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved } from './names';
import { text } from './text';

/**
 * How strongly Lua's operators bind; see §3.4.8 of its manual. The left one of
 * two that bind alike needs no parentheses.
 */
const orders = {
  ATOMIC: 0,
  PREFIX: 1,
  CALL: 1.1,
  LITERAL: 1.2,
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
  NONE: 99
};

/**
 * The generator of Lua 5.3 and later.
 */
export class LuaGenerator extends TableGenerator {
  constructor() {
    super({
      name: 'Lua',
      comment: '--',
      base: 1,
      not: 'not ',
      orders,
      reserved,
      literals: { true: 'true', false: 'false', null: 'nil', emptyList: '{}' },
      helpers,
      blocks: { ...logic, ...loops, ...math, ...text, ...lists, ...functions }
    });
    this.ORDER_OVERRIDES = [
      // `f(x)[1]`, but `({1})[1]`.
      [orders.PREFIX, orders.CALL],
      ...leftToRight(orders),
      [orders.CONCAT, orders.CONCAT],
      [orders.AND, orders.AND],
      [orders.OR, orders.OR]
    ];
  }

  override number(value: number): [string, number] {
    const code =
      value === Infinity
        ? 'math.huge'
        : value === -Infinity
          ? '-math.huge'
          : Number.isNaN(value)
            ? '(0 / 0)'
            : String(value);
    return [code, code.startsWith('-') ? orders.UNARY : orders.ATOMIC];
  }

  override quote_(text: string): string {
    const escaped = text
      .replace(/['\\]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      // Control characters are what is looked for.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f]/g, character => {
        return '\\' + String(character.charCodeAt(0)).padStart(3, '0');
      });
    return `'${escaped}'`;
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
    return `${variable} = ${variable} or ${kind === 'text' ? "''" : '0'}`;
  }

  /**
   * Lua has no statement that is a value.
   */
  override scrubNakedValue(line: string): string {
    return `_ = ${line}\n`;
  }
}
