import type { Block } from 'blockly/core';

import { TableGenerator, leftToRight, type StartValues } from '../kit';
import { unmarked } from '../sourceMarks';
import { functions, RESULT } from './functions';
import { helpers } from './helpers';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved } from './names';
import { text } from './text';

/**
 * How strongly Octave's operators bind; see "Operator Precedence" of its
 * manual. The left one of two that bind alike needs no parentheses.
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
  COLON: 6,
  COMPARE: 7,
  AND: 8,
  OR: 9,
  NONE: 99
};

/**
 * The generator of Octave, whose code MATLAB reads too where that costs
 * nothing.
 */
export class OctaveGenerator extends TableGenerator {
  constructor() {
    super({
      name: 'Octave',
      comment: '%',
      base: 1,
      not: '~',
      orders,
      reserved: `${reserved},${RESULT}`,
      literals: { true: 'true', false: 'false', null: '[]', emptyList: '{}' },
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

  /**
   * In single quotes, in which a backslash is one; what cannot stand in a line
   * asks for double quotes.
   */
  override quote_(text: string): string {
    // Control characters are what is looked for.
    // eslint-disable-next-line no-control-regex
    if (!/[\u0000-\u001f\u007f]/.test(text)) {
      return `'${text.replace(/'/g, "''")}'`;
    }
    const escaped = text
      .replace(/["\\]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\u007f]/g, character => {
        return '\\' + character.charCodeAt(0).toString(8).padStart(3, '0');
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

  /**
   * What stands in parentheses for a part of a list or text.
   */
  range(block: Block): string {
    const [from, to] = [1, 2].map(n => {
      switch (block.getFieldValue(`WHERE${n}`)) {
        case 'FROM_START':
          return this.place(block, `AT${n}`, 'COLON');
        case 'FROM_END':
          return `end${this.fromEnd(block, `AT${n}`)}`;
        case 'FIRST':
          return '1';
        default:
          return 'end';
      }
    });
    return from === '1' && to === 'end' ? ':' : `${from}:${to}`;
  }

  /**
   * A variable that functions use too.
   */
  share(variables: readonly string[]): void {
    variables.forEach(variable => this._shared.add(variable));
  }

  override startLine(variable: string, kind: StartValues.Kind): string {
    const start = kind === 'zero' ? '0' : "''";
    const isNew = this._shared.has(variable)
      ? `isempty(${variable})`
      : `~exist('${variable}', 'var')`;
    return `if ${isNew}, ${variable} = ${start}; end`;
  }

  override init(...program: Parameters<TableGenerator['init']>): void {
    super.init(...program);
    this._shared.clear();
  }

  override finish(code: string): string {
    if (this._shared.size) {
      this.define('%shared', `global ${[...this._shared].join(' ')}`);
    }
    const program = super.finish(code);
    // A file that begins with a function holds nothing else for Octave; a
    // statement before it makes it a script.
    return /^(?:\s*%.*\n)*function /.test(unmarked(program))
      ? `1; % a script with functions\n\n${program}`
      : program;
  }

  override scrubNakedValue(line: string): string {
    return `${line};\n`;
  }

  private readonly _shared = new Set<string>();
}
