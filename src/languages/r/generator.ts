import type { Block, Workspace } from 'blockly/core';

import { TableGenerator, type StartValues } from '../kit';
import { functions } from './functions';
import { helpers } from './helpers';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved } from './names';
import { text } from './text';

/**
 * How strongly R's operators bind; see `?Syntax`. The left one of two that bind
 * alike needs no parentheses.
 */
const orders = {
  ATOMIC: 0,
  CALL: 1,
  POWER: 2,
  UNARY: 3,
  COLON: 4,
  MODULO: 5.1,
  LEFT_MODULO: 5.2,
  DIVIDE: 6.1,
  MULTIPLY: 6.2,
  LEFT_MULTIPLY: 6.3,
  SUBTRACT: 7.1,
  ADD: 7.2,
  LEFT_ADD: 7.3,
  COMPARE: 8,
  NOT: 9,
  AND: 10,
  OR: 11,
  IF: 98,
  NONE: 99
};

/**
 * The generator of R.
 */
export class RGenerator extends TableGenerator {
  constructor() {
    super({
      name: 'R',
      comment: '#',
      base: 1,
      naming: {
        letters: /[.]|\p{ID_Continue}/u,
        start: /^(?:\p{ID_Start}|[.](?!\d))/u
      },
      not: '!',
      // Where a block has nothing, a session would show that it is NULL.
      noop: 'invisible()',
      orders,
      reserved,
      literals: {
        true: 'TRUE',
        false: 'FALSE',
        null: 'NULL',
        emptyList: 'list()'
      },
      helpers,
      blocks: { ...logic, ...loops, ...math, ...text, ...lists, ...functions }
    });
    this.ORDER_OVERRIDES = [
      [orders.CALL, orders.CALL],
      [orders.MULTIPLY, orders.MULTIPLY],
      [orders.ADD, orders.ADD],
      [orders.NOT, orders.NOT],
      [orders.AND, orders.AND],
      [orders.OR, orders.OR]
    ];
  }

  override number(value: number): [string, number] {
    const code =
      value === Infinity
        ? 'Inf'
        : value === -Infinity
          ? '-Inf'
          : Number.isNaN(value)
            ? 'NaN'
            : String(value);
    return [code, code.startsWith('-') ? orders.UNARY : orders.ATOMIC];
  }

  override quote_(text: string): string {
    const escaped = text
      .replace(/["\\]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      // Control characters are what is looked for; R knows no zero.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0001-\u001f\u007f]/g, character => {
        return '\\x' + character.charCodeAt(0).toString(16).padStart(2, '0');
      })
      .replace(/\0/g, '');
    return `"${escaped}"`;
  }

  /**
   * What gives a variable another value: one of the session's, in a function,
   * has to be said to be one.
   */
  assign(variable: string): string {
    return this._parameters && !this._parameters.has(variable) ? '<<-' : '<-';
  }

  /**
   * Whether it is a function whose code is made.
   */
  get isInFunction(): boolean {
    return this._parameters !== null;
  }

  /**
   * A function's body, whose variables are the session's but for its
   * parameters.
   */
  inFunction<T>(parameters: readonly string[], generate: () => T): T {
    const outer = this._parameters;
    this._parameters = new Set(parameters);
    try {
      return this.starts.inFunction(parameters, generate);
    } finally {
      this._parameters = outer;
    }
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
    const start = { text: '""', zero: '0', nothing: 'NULL' }[kind];
    // A function of R's has the name, perhaps.
    const isThere = `exists("${variable}", inherits = FALSE)`;
    return `if (!${isThere}) ${variable} <- ${start}`;
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace, roots);
    this._parameters = null;
  }

  private _parameters: Set<string> | null = null;
}
