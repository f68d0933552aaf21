import type { IBlockState, WorkspaceState } from '../../src/document';
import { seeded } from './stats';

/**
 * How many blocks hang together, about: a screen full.
 */
const STACK = 20;

const VARIABLES = ['count', 'total', 'name', 'items', 'i', 'found'].map(
  name => ({ name, id: `var-${name}` })
);

/** Those that hold numbers: C++ takes no sum of a list. */
const NUMBERS = VARIABLES.filter(({ name }) => name !== 'items');

const LISTS = VARIABLES.filter(({ name }) => name === 'items');

/**
 * A workspace as a person might have made it: functions, and stacks of loops
 * of all kinds, conditions, arithmetic, texts, lists and variables; the same every
 * time.
 *
 * @param count - of blocks, shadows included; met exactly
 */
export function generateState(count: number, seed = 1): WorkspaceState {
  const maker = new StateMaker(seed);
  const blocks: IBlockState[] = [];
  while (maker.made < count) {
    const place = blocks.length;
    blocks.push({
      ...maker.stack(Math.min(STACK, count - maker.made)),
      x: 40 + (place % 10) * 700,
      y: 40 + Math.floor(place / 10) * 900
    });
  }
  return { blocks: { languageVersion: 0, blocks }, variables: VARIABLES };
}

/**
 * Makes blocks, each of at most a number that it is given.
 */
class StateMaker {
  constructor(seed: number) {
    this._random = seeded(seed);
  }

  /**
   * The blocks so far.
   */
  made = 0;

  /**
   * A stack of exactly so many blocks.
   */
  stack(size: number): IBlockState {
    const end = this.made + size;
    if (size === STACK && this._random() < 0.1) {
      const NAME = `function ${this._functions.length + 1}`;
      const definition = this._block('procedures_defnoreturn', {
        fields: { NAME }
      });
      definition.inputs = { STACK: { block: this._chain(end) } };
      this._functions.push(NAME);
      return definition;
    }
    return this._chain(end);
  }

  /**
   * Statements one after the other, until so many blocks are made.
   */
  private _chain(end: number): IBlockState {
    const first = this._statement(end);
    for (let last = first; this.made < end;) {
      const block = this._statement(end);
      last.next = { block };
      last = block;
    }
    return first;
  }

  private _statement(end: number): IBlockState {
    const room = end - this.made;
    const kind = this._random();
    if (room >= 8 && kind < 0.15) {
      const block = this._block('controls_repeat_ext');
      const TIMES = { shadow: this._number() };
      const DO = { block: this._chain(this.made + this._upTo(room - 4)) };
      return Object.assign(block, { inputs: { TIMES, DO } });
    }
    if (room >= 9 && kind < 0.3) {
      const block = this._block('controls_if', {
        extraState: { hasElse: true }
      });
      const IF0 = { block: this._condition() };
      const DO0 = { block: this._chain(this.made + 2) };
      const ELSE = { block: this._chain(this.made + 1) };
      return Object.assign(block, { inputs: { IF0, DO0, ELSE } });
    }
    if (room >= 12 && kind < 0.4) {
      return this._countingLoop(room);
    }
    if (room >= 5 && kind < 0.5) {
      const block = this._block('text_print');
      return Object.assign(block, {
        inputs: { TEXT: { block: this._join() } }
      });
    }
    if (room >= 5 && kind < 0.58) {
      return this._set('items', this._list());
    }
    if (room >= 4 && kind < 0.8) {
      return this._set('total', this._sum());
    }
    if (kind < 0.9 && this._functions.length) {
      const name = this._pick(this._functions);
      return this._block('procedures_callnoreturn', { extraState: { name } });
    }
    if (room >= 2) {
      const block = this._block('math_change', {
        fields: { VAR: { id: 'var-count' } }
      });
      return Object.assign(block, {
        inputs: { DELTA: { shadow: this._number() } }
      });
    }
    return this._set(this._pick(NUMBERS).name);
  }

  /**
   * A loop that counts, up to a number or a variable, or one through a list; one
   * in three ends early.
   */
  private _countingLoop(room: number): IBlockState {
    const end = this.made + room;
    const isCount = this._random() < 0.6;
    const block = this._block(isCount ? 'controls_for' : 'controls_forEach', {
      fields: { VAR: { id: isCount ? 'var-i' : 'var-found' } }
    });
    if (isCount) {
      const FROM = { shadow: this._number() };
      const TO = this._random() < 0.5 ? this._get(NUMBERS) : this._number();
      const BY = { shadow: this._number(1) };
      block.inputs = { FROM, TO: { block: TO }, BY };
    } else {
      block.inputs = { LIST: { block: this._get(LISTS) } };
    }
    const left = end - this.made;
    block.inputs.DO = {
      block:
        this._random() < 1 / 3
          ? this._untilFound(left)
          : this._chain(this.made + this._upTo(left))
    };
    return block;
  }

  /**
   * Statements that end with a condition to leave the loop, of five blocks.
   */
  private _untilFound(room: number): IBlockState {
    const first = this._chain(this.made + this._upTo(room - 5));
    const found = this._block('controls_if');
    const IF0 = { block: this._condition() };
    const flow = this._block('controls_flow_statements', {
      fields: { FLOW: 'BREAK' }
    });
    found.inputs = { IF0, DO0: { block: flow } };
    let last = first;
    while (last.next?.block) {
      last = last.next.block;
    }
    last.next = { block: found };
    return first;
  }

  private _set(name: string, value?: IBlockState): IBlockState {
    const block = this._block('variables_set', {
      fields: { VAR: { id: `var-${name}` } }
    });
    return value
      ? Object.assign(block, { inputs: { VALUE: { block: value } } })
      : block;
  }

  private _condition(): IBlockState {
    const block = this._block('logic_compare', {
      fields: { OP: this._pick(['EQ', 'LT', 'GTE']) }
    });
    const A = { block: this._get(NUMBERS) };
    const B = { block: this._number() };
    return Object.assign(block, { inputs: { A, B } });
  }

  private _sum(): IBlockState {
    const block = this._block('math_arithmetic', {
      fields: { OP: this._pick(['ADD', 'MINUS', 'MULTIPLY', 'DIVIDE']) }
    });
    const A = { block: this._get(NUMBERS) };
    const B = { shadow: this._number() };
    return Object.assign(block, { inputs: { A, B } });
  }

  private _join(): IBlockState {
    const block = this._block('text_join', { extraState: { itemCount: 2 } });
    const ADD0 = { block: this._text() };
    const ADD1 = { block: this._get() };
    return Object.assign(block, { inputs: { ADD0, ADD1 } });
  }

  private _list(): IBlockState {
    const block = this._block('lists_create_with', {
      extraState: { itemCount: 2 }
    });
    const ADD0 = { block: this._number() };
    const ADD1 = { block: this._number() };
    return Object.assign(block, { inputs: { ADD0, ADD1 } });
  }

  private _get(variables = VARIABLES): IBlockState {
    return this._block('variables_get', {
      fields: { VAR: { id: this._pick(variables).id } }
    });
  }

  private _number(value = this._upTo(100)): IBlockState {
    return this._block('math_number', { fields: { NUM: value } });
  }

  private _text(): IBlockState {
    return this._block('text', {
      fields: { TEXT: this._pick(['so far', 'the total is', 'done', '…']) }
    });
  }

  private _block(type: string, rest: Partial<IBlockState> = {}): IBlockState {
    return { type, id: `block-${this.made++}`, ...rest };
  }

  private _upTo(most: number): number {
    return 1 + Math.floor(this._random() * most);
  }

  private _pick<T>(items: readonly T[]): T {
    return items[Math.floor(this._random() * items.length)];
  }

  private _random: () => number;
  private _functions: string[] = [];
}

/**
 * The text of a `.jigsaw` file.
 *
 * @param language - one without a kernel on the server starts none
 */
export function fileText(
  workspace: WorkspaceState,
  language: 'python' | 'lua'
): string {
  const kernelspec =
    language === 'python'
      ? { name: 'python3', display_name: 'Python 3 (ipykernel)' }
      : null;
  const head = { format: 'jigsaw', version: 1, language, toolbox: '' };
  return JSON.stringify({ ...head, kernelspec, workspace });
}
