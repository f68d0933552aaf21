import type { Block } from 'blockly/core';

import {
  defaultOf,
  itemInputs,
  nameOf,
  resultKey,
  type Inference
} from '../kit';

/**
 * The least and the greatest that a number may be.
 */
export type Range = readonly [low: number, high: number];

/**
 * Finds out between which numbers those of a program are, as far as it says.
 *
 * What only counts is taken to do so for some time, and sizes are those that a
 * program of blocks has, so the ends are no promise; that a number is not below
 * zero is one.
 */
export class Ranges {
  /**
   * @param _types - of the program
   * @param blocks - all that count
   * @param isLocal - whether a variable, by its id, is given something before it
   *   is read; others begin with zero
   */
  constructor(
    private readonly _types: Inference,
    blocks: readonly Block[],
    isLocal: (id: string) => boolean
  ) {
    const sources = blocks.flatMap(block => this._sourcesOf(block));
    const given = new Set(sources.map(({ key }) => key));
    for (const block of blocks) {
      if (block.type.startsWith('variables_get')) {
        const id = String(block.getFieldValue('VAR'));
        const key = this._types.keyOf(block);
        if (key === id && !isLocal(id)) {
          this._ranges.set(key, ZERO);
        }
        if (!given.has(key)) {
          // The session's, or a parameter's of a function that nothing calls.
          this._ranges.set(key, UNKNOWN);
          this._ranges.set(ITEMS, UNKNOWN);
        }
      }
    }
    this._solve(sources);
  }

  /**
   * The range of the value of a block.
   */
  of(block: Block): Range {
    let range = this._compiled.get(block);
    if (!range) {
      range = this._compile(block);
      this._compiled.set(block, range);
    }
    return range();
  }

  /**
   * The range of what is in an input.
   */
  ofInput(block: Block, input: string): Range {
    const inner = block.getInputTargetBlock(input);
    return inner?.isEnabled()
      ? this.of(inner)
      : (DEFAULTS[defaultOf(block.type, input)] ?? ZERO);
  }

  /**
   * The range of the variable in a field.
   */
  ofVariable(block: Block): Range {
    return this._get(this._types.keyOf(block));
  }

  /**
   * Go on until nothing grows any more. What depends on nothing that has grown
   * is not asked again.
   */
  private _solve(sources: readonly ISource[]): void {
    // What a source depends on is the same each time.
    const readers = new Map<string, Set<ISource>>();
    let grown = new Set<string>();
    const ask = (source: ISource, round: number) => {
      const { key, range } = source;
      const before = this._ranges.get(key);
      const now = union(before, range());
      if (!before || now.some((end, n) => isFurther(end, before[n]))) {
        grown.add(key);
        this._ranges.set(
          key,
          round > ROUNDS && before ? widened(before, now) : now
        );
      }
    };
    for (const source of sources) {
      this._reading = new Set();
      ask(source, 0);
      for (const key of this._reading) {
        const those = readers.get(key) ?? new Set();
        readers.set(key, those.add(source));
      }
    }
    this._reading = null;
    for (let round = 1; grown.size; round++) {
      const stale = new Set<ISource>();
      grown.forEach(key => readers.get(key)?.forEach(one => stale.add(one)));
      grown = new Set();
      for (const source of sources) {
        if (stale.has(source)) {
          ask(source, round);
        }
      }
    }
  }

  private _get(key: string): Range {
    this._reading?.add(key);
    return this._ranges.get(key) ?? NONE;
  }

  private _sourcesOf(block: Block): ISource[] {
    const input = (name: string) => () => this.ofInput(block, name);
    const key = () => this._types.keyOf(block);
    switch (block.type) {
      case 'variables_set':
      case 'variables_set_dynamic': {
        const value = block.getInputTargetBlock('VALUE');
        const by = value && addedTo(value, block);
        return [
          {
            key: key(),
            range: by ? () => counted(by(this)) : input('VALUE')
          }
        ];
      }
      case 'math_change':
        return [
          { key: key(), range: () => counted(this.ofInput(block, 'DELTA')) }
        ];
      case 'controls_for':
        return [
          {
            key: key(),
            range: () =>
              union(this.ofInput(block, 'FROM'), this.ofInput(block, 'TO'))
          }
        ];
      case 'controls_forEach':
        return [{ key: key(), range: () => this._get(ITEMS) }];
      case 'lists_create_with':
        return itemInputs(block).map(name => ({
          key: ITEMS,
          range: input(name)
        }));
      case 'lists_repeat':
        return [{ key: ITEMS, range: input('ITEM') }];
      case 'lists_setIndex':
        return [{ key: ITEMS, range: input('TO') }];
      case 'procedures_defreturn':
        return [{ key: resultKey(nameOf(block)), range: input('RETURN') }];
      case 'procedures_ifreturn':
        return [{ key: resultKey(nameOf(block)), range: input('VALUE') }];
      case 'procedures_callreturn':
      case 'procedures_callnoreturn': {
        const definition = this._types.definitionOf(block);
        return (definition?.getVarModels() ?? []).map((model, n) => ({
          key: `${definition!.id}:${model.getId()}`,
          range: input(`ARG${n}`)
        }));
      }
    }
    return [];
  }

  private _compile(block: Block): () => Range {
    const input = (name: string) => this.ofInput(block, name);
    const operator = () => String(block.getFieldValue('OP'));
    switch (block.type) {
      case 'math_number': {
        const number = Number(block.getFieldValue('NUM'));
        return () => [number, number];
      }
      case 'math_arithmetic':
        return known(ARITHMETIC[operator()] ?? any, input, 'A', 'B');
      case 'math_single':
        return known(SINGLE[operator()] ?? any, input, 'NUM');
      case 'math_round':
        return known(
          ([low, high]) => [Math.floor(low), Math.ceil(high)],
          input,
          'NUM'
        );
      case 'math_modulo':
        return known(
          ([low, high]) => [Math.min(low, 0), Math.max(high, 0)],
          input,
          'DIVISOR'
        );
      case 'math_constrain':
        return known(constrained, input, 'VALUE', 'LOW', 'HIGH');
      case 'math_random_int':
        return () => union(input('FROM'), input('TO'));
      case 'math_random_float':
        return () => [0, 1];
      case 'math_atan2':
        return () => [-180, 180];
      case 'math_on_list': {
        const what = operator();
        return () => {
          const [low, high] = this._get(ITEMS);
          return what === 'SUM'
            ? [Math.min(0, low * COUNT), Math.max(0, high * COUNT)]
            : what === 'STD_DEV'
              ? [0, high - low]
              : [low, high];
        };
      }
      case 'lists_length':
      case 'text_length':
      case 'text_count':
        return () => [0, SIZE];
      case 'lists_indexOf':
      case 'text_indexOf':
        return () => [block.workspace.options.oneBasedIndex ? 0 : -1, SIZE];
      case 'lists_getIndex':
        return () => this._get(ITEMS);
      case 'logic_ternary':
        return () => union(input('THEN'), input('ELSE'));
      case 'procedures_callreturn': {
        const key = resultKey(nameOf(block));
        return () => this._get(key);
      }
    }
    if (block.type.startsWith('variables_get')) {
      const key = this._types.keyOf(block);
      return () => this._get(key);
    }
    return NO_NUMBER.test(block.type) ? () => NONE : any;
  }

  private _reading: Set<string> | null = null;
  private readonly _compiled = new Map<Block, () => Range>();
  private readonly _ranges = new Map<string, Range>();
}

/** A place into which numbers are put, and which they are. */
interface ISource {
  readonly key: string;
  readonly range: () => Range;
}

/** What is surely not beyond it needs no more than an `int`. */
export const LARGEST = 2e9;

/** What is taken for what grows slowly. */
const LARGE = 1e9;

/** What is in all lists. */
const ITEMS = 'items';

/** What is taken for the times that a program counts, and for a size. */
const COUNT = 1e5;
const SIZE = 1e5;

/** What is taken for a number of which nothing is known. */
const UNKNOWN: Range = [-1e4, 1e4];
const ZERO: Range = [0, 0];

/** In so many rounds what is doubled in each becomes large. */
const ROUNDS = 40;

/** Blocks whose values are no numbers. */
const NO_NUMBER =
  /^(text|colour_|lists_|logic_(boolean|compare|operation|negate))/;

const DEFAULTS: Record<string, Range> = { one: [1, 1], first: [0, 1] };

const any = () => UNKNOWN;

/** What is no number adds nothing to what others are. */
const NONE: Range = [Infinity, -Infinity];

/**
 * Whether an end of a range is beyond what it was; of one that grows slowly
 * nobody asks how far it is.
 */
const isFurther = (now: number, before: number) =>
  now !== before &&
  (!Number.isFinite(before) ||
    Math.abs(before) < LARGE ||
    Math.abs(now) > LARGEST);

/** A range whose ends still grow: slowly, or without an end. */
const widened = (before: Range, now: Range) =>
  around(
    now.map((end, n) =>
      !isFurther(end, before[n])
        ? end
        : Math.sign(n - 0.5) * (Math.abs(end) > LARGE ? Infinity : LARGE)
    )
  );

function union(a: Range | undefined, b: Range): Range {
  return a ? [Math.min(a[0], b[0]), Math.max(a[1], b[1])] : b;
}

/** What becomes of a number to which something is added again and again. */
const counted = ([low, high]: Range): Range => [
  Math.min(0, low * COUNT),
  Math.max(0, high * COUNT)
];

/** The range of some numbers; zero times infinity is zero. */
function around(numbers: readonly number[]): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const number of numbers) {
    const known = Number.isNaN(number) ? 0 : number;
    low = Math.min(low, known);
    high = Math.max(high, known);
  }
  return [low, high];
}

/** The range of what is found of two numbers, each at one of its ends. */
const ofEnds = (
  [a, b]: Range,
  [c, d]: Range,
  find: (one: number, other: number) => number
) => around([find(a, c), find(a, d), find(b, c), find(b, d)]);

/** A range of ranges, once all of them are known. */
const known =
  (
    find: (...ranges: Range[]) => Range,
    input: (name: string) => Range,
    ...names: readonly string[]
  ) =>
  (): Range => {
    const ranges = names.map(input);
    return ranges.some(([low, high]) => low > high) ? NONE : find(...ranges);
  };

function constrained(value: Range, least: Range, most: Range): Range {
  const limit = (n: 0 | 1) => Math.min(Math.max(value[n], least[n]), most[n]);
  return [limit(0), limit(1)];
}

const ARITHMETIC: Record<string, (a: Range, b: Range) => Range> = {
  ADD: (a, b) => [a[0] + b[0], a[1] + b[1]],
  MINUS: (a, b) => [a[0] - b[1], a[1] - b[0]],
  MULTIPLY: (a, b) => ofEnds(a, b, (one, other) => one * other),
  DIVIDE: (a, b) =>
    b[0] >= 1 || b[1] <= -1
      ? ofEnds(a, b, (one, other) => one / other)
      : b[0] === b[1] && b[0] !== 0
        ? around(a.map(one => one / b[0]))
        : [-Infinity, Infinity],
  POWER: (a, b) =>
    a[0] >= 0 && b[0] >= 0
      ? [0, Math.max(1, a[1] ** b[1])]
      : [-Infinity, Infinity]
};

const SINGLE: Record<string, (number: Range) => Range> = {
  ROOT: ([, high]) => [0, Math.max(1, high)],
  ABS: ([low, high]) => [0, Math.max(Math.abs(low), Math.abs(high))],
  NEG: ([low, high]) => [-high, -low],
  EXP: ([, high]) => [0, Math.exp(high)],
  POW10: ([, high]) => [0, 10 ** high]
};

/**
 * What a sum adds to the variable that it is put into, or null.
 */
function addedTo(sum: Block, set: Block): ((ranges: Ranges) => Range) | null {
  const operator: unknown = sum.getFieldValue('OP');
  const id: unknown = set.getFieldValue('VAR');
  const isSame = (inner: Block | null) =>
    inner?.isEnabled() &&
    inner.type.startsWith('variables_get') &&
    inner.getFieldValue('VAR') === id;
  if (
    sum.isEnabled() &&
    sum.type === 'math_arithmetic' &&
    (operator === 'ADD' || operator === 'MINUS') &&
    isSame(sum.getInputTargetBlock('A'))
  ) {
    return ranges => {
      const [low, high] = ranges.ofInput(sum, 'B');
      return operator === 'ADD' ? [low, high] : [-high, -low];
    };
  }
  return null;
}
