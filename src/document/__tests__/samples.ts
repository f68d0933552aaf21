import type {
  IBlockState,
  IConnectionState,
  IJigsawContent,
  WorkspaceState
} from '..';
import { emptyContent } from '..';

/**
 * Numbers in [0, 1) that depend on nothing but the seed (mulberry32).
 */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const STRINGS = [
  'x',
  '',
  'two words',
  'line\nbreak\ttab',
  '"quoted" \\ \u2028',
  'größe 變數 😀',
  '<<<<<<< HEAD',
  '__proto__',
  '</script>',
  'y'.repeat(150)
];

/**
 * A content of any shape that the format allows.
 */
export function randomContent(seed: number): IJigsawContent {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T =>
    items[Math.floor(next() * items.length)];
  const chance = (share: number): boolean => next() < share;
  let id = 0;
  const connection = (depth: number): IConnectionState => {
    const state: IConnectionState = {};
    if (chance(0.3)) {
      state.shadow = block(depth + 4);
    }
    if (!state.shadow || chance(0.5)) {
      state.block = block(depth + 1);
    }
    return state;
  };
  const block = (depth: number): IBlockState => {
    const state: IBlockState = {
      type: pick(['a', 'b', 'stranger', 'odd_one', 'constructor']),
      id: `id${++id}${chance(0.1) ? pick(STRINGS) : ''}`
    };
    if (depth === 0) {
      state.x = Math.floor(next() * 1000);
      state.y = Math.floor(next() * 1000);
    }
    if (chance(0.1)) {
      state.collapsed = true;
      state.disabledReasons = ['MANUALLY_DISABLED'];
    }
    if (chance(0.1)) {
      state.data = pick(STRINGS);
    }
    if (chance(0.2)) {
      state.extraState = pick([
        { items: 3 },
        '<mutation at="true"></mutation>',
        { params: [{ name: pick(STRINGS), id: 'p' }], list: [[1, [2]], {}] }
      ]);
    }
    if (chance(0.1)) {
      state.icons = { comment: { text: pick(STRINGS), pinned: false } };
    }
    if (chance(0.6)) {
      state.fields = {
        TEXT: pick(STRINGS),
        NUM: pick([0, -1.5, 1e21, 5e-324]),
        VAR: { id: 'v' },
        ...(chance(0.2) ? { LONG: 'z'.repeat(120), NONE: null } : {})
      };
    }
    if (depth < 4 && chance(0.5)) {
      state.inputs = Object.fromEntries(
        ['IN0', 'DO', 'IN1']
          .filter(() => chance(0.6))
          .map(name => [name, connection(depth)])
      );
    }
    if (depth < 8 && chance(0.4)) {
      state.next = connection(depth + 1);
    }
    return state;
  };
  const workspace: WorkspaceState = {};
  if (chance(0.9)) {
    workspace.blocks = {
      languageVersion: 0,
      blocks: Array.from({ length: Math.floor(next() * 6) }, () => block(0))
    };
  }
  if (chance(0.5)) {
    workspace.variables = [
      { name: pick(STRINGS), id: 'v' },
      { name: 'other', id: 'w', type: 'Number' }
    ];
  }
  return {
    ...emptyContent(),
    language: pick([null, 'python']),
    toolbox: pick(['', 'default']),
    indexBase: pick([null, 0, 1] as const),
    kernelspec: pick([null, { name: 'python3', display_name: 'Python 3' }]),
    workspace,
    ...(chance(0.3) ? { extra: { author: { name: pick(STRINGS) } } } : {})
  };
}

/**
 * A content with one stack.
 */
export function stackOf(blocks: IBlockState): IJigsawContent {
  return {
    ...emptyContent(),
    workspace: { blocks: { languageVersion: 0, blocks: [blocks] } }
  };
}

/**
 * A stack of blocks, one after another.
 */
export function chain(length: number): IBlockState {
  return nest(length, (block, next) => ({ ...block, next: { block: next } }));
}

/**
 * Blocks each in an input of the one before.
 */
export function tower(height: number): IBlockState {
  return nest(height, (block, inner) => ({
    ...block,
    inputs: { A: { block: inner } }
  }));
}

function nest(
  count: number,
  hold: (block: IBlockState, inner: IBlockState) => IBlockState
): IBlockState {
  let inner: IBlockState = { type: 'link', id: `id${count - 1}`, fields: {} };
  for (let index = count - 2; index >= 0; index--) {
    inner = hold(
      { type: 'link', id: `id${index}`, fields: { N: index } },
      inner
    );
  }
  return inner;
}
