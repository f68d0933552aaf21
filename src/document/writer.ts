import { isObject } from './guardJson';

/**
 * The longest object that is written in one line, in UTF-16 units.
 */
const INLINE_LENGTH = 100;

/**
 * The level from which lines are indented no further, so that the size of a
 * file grows with its blocks and not with its depth.
 */
const MAX_INDENT = 24;

/**
 * The keys of a block that come first, in the order in which Blockly has them.
 */
const BLOCK_KEYS = [
  'type',
  'id',
  'x',
  'y',
  'collapsed',
  'deletable',
  'movable',
  'editable',
  'enabled',
  'disabledReasons',
  'inline',
  'data',
  'extraState',
  'icons',
  'fields'
];

/**
 * A value that is still to be written, and how; a string is written as it is.
 */
type Task =
  | string
  | {
      as: 'value' | 'workspace' | 'blocks' | 'list';
      value: unknown;
      indent: number;
    }
  | { as: 'block'; value: unknown; indent: number; chained: boolean };

/**
 * Write JSON made for `git diff`: a line a block, its fields in that line, what
 * hangs in its inputs indented below it, and what follows it (`next`) below it
 * at the same indentation.
 *
 * There is no recursion, so the depth of the value is not bounded by the stack;
 * `JSON.stringify` is.
 */
export function write(content: object): string {
  const out: string[] = [];
  const tasks: Task[] = [];
  const entries = Object.entries(content).filter(
    ([, value]) => value !== undefined
  );
  tasks.push('\n}\n');
  entries.reverse().forEach(([key, value], index) => {
    const comma = index === 0 ? '' : ',';
    const as = key === 'workspace' ? 'workspace' : 'value';
    tasks.push(comma, { as, value, indent: 1 }, `\n  ${JSON.stringify(key)}: `);
  });
  tasks.push('{');
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (typeof task === 'string') {
      out.push(task);
    } else {
      // Not push(...): a file has more blocks than a call may have arguments.
      expand(task)
        .reverse()
        .forEach(each => tasks.push(each));
    }
  }
  return out.join('');
}

function expand(task: Exclude<Task, string>): Task[] {
  const { as, value, indent } = task;
  if (as === 'block' && isObject(value)) {
    return block(value, indent, task.chained);
  }
  if (as === 'list' && Array.isArray(value)) {
    return lines('[', ']', indent, value, item => [
      { as: 'block', value: item, indent: indent + 1, chained: false }
    ]);
  }
  if ((as === 'workspace' || as === 'blocks') && isObject(value)) {
    const inner = as === 'workspace' ? 'blocks' : 'list';
    const entries = present(value);
    if (as === 'workspace') {
      // In an order of ours: Blockly's is that of its plugins' registration.
      entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    }
    return lines('{', '}', indent, entries, ([key, item]) => [
      `${JSON.stringify(key)}: `,
      {
        as: key === 'blocks' ? inner : 'value',
        value: item,
        indent: indent + 1
      }
    ]);
  }
  return plain(value, indent);
}

/**
 * The blocks come last, since they are the longest part.
 */
function rank(key: string): number {
  return key === 'blocks' ? 1 : 0;
}

/**
 * Any JSON: in one line if it is short, else a line an entry. Objects in an
 * array have a line each in any case, so that adding one adds a line.
 */
function plain(value: unknown, indent: number): Task[] {
  const records = Array.isArray(value) && value.some(item => isObject(item));
  const short = records ? null : inline(value, INLINE_LENGTH);
  if (short !== null) {
    return [short];
  }
  if (Array.isArray(value)) {
    return lines('[', ']', indent, value, item => [
      { as: 'value', value: item, indent: indent + 1 }
    ]);
  }
  return lines('{', '}', indent, present(value as object), ([key, item]) => [
    `${JSON.stringify(key)}: `,
    { as: 'value', value: item, indent: indent + 1 }
  ]);
}

function block(value: object, indent: number, chained: boolean): Task[] {
  const known = BLOCK_KEYS.filter(key => Object.hasOwn(value, key));
  const all = new Map(present(value));
  const keys = [
    ...known,
    ...[...all.keys()].filter(key => !known.includes(key))
  ];
  const head: string[] = [];
  const tail: Task[] = [];
  for (const key of keys) {
    const item = all.get(key);
    if (
      item === undefined ||
      ((key === 'inputs' || key === 'next') && isObject(item))
    ) {
      continue;
    }
    const short = inline(item, INLINE_LENGTH);
    const name = `${JSON.stringify(key)}: `;
    if (short !== null) {
      head.push(name + short);
    } else {
      tail.push(',', newline(indent + 1), name, {
        as: 'value',
        value: item,
        indent: indent + 1
      });
    }
  }
  const inputs = all.get('inputs');
  if (isObject(inputs)) {
    const below = lines(
      '{',
      '}',
      indent + 1,
      present(inputs),
      ([name, item]) => [
        `${JSON.stringify(name)}: `,
        ...connection(item, indent + 2, false)
      ]
    );
    // The last brace stays on the line of the last input.
    below.splice(-2, 1, '');
    tail.push(',', newline(indent + 1), '"inputs": ', ...below);
  }
  const next = all.get('next');
  if (isObject(next)) {
    tail.push(
      ',',
      newline(indent),
      '"next": ',
      ...connection(next, indent, true)
    );
  }
  if (!head.length && tail.length) {
    tail.shift();
  }
  // The braces of a whole chain stand in a line of their own: one block more
  // or less changes that line, and not the line of the last block.
  return [
    `{${head.join(', ')}`,
    ...tail,
    '}',
    chained && !next ? newline(indent) : ''
  ];
}

function connection(value: unknown, indent: number, chained: boolean): Task[] {
  if (!isObject(value)) {
    return [{ as: 'value', value, indent }];
  }
  const tasks: Task[] = ['{'];
  present(value).forEach(([key, item], index) => {
    const isBlock = key === 'block' || key === 'shadow';
    tasks.push(
      index ? `,${newline(indent)}` : '',
      `${JSON.stringify(key)}: `,
      isBlock
        ? {
            as: 'block',
            value: item,
            indent,
            chained: chained && key === 'block'
          }
        : { as: 'value', value: item, indent }
    );
  });
  tasks.push('}');
  return tasks;
}

/**
 * An object or array with a line an entry.
 */
function lines<T>(
  open: string,
  close: string,
  indent: number,
  items: readonly T[],
  item: (item: T) => Task[]
): Task[] {
  if (!items.length) {
    return [open, '', close];
  }
  const tasks: Task[] = [open];
  items.forEach((each, index) => {
    tasks.push(index ? ',' : '', newline(indent + 1), ...item(each));
  });
  tasks.push(newline(indent), close);
  return tasks;
}

/**
 * A value in one line, or null if that is longer than the limit. A scalar is
 * never too long, since it cannot be broken. The limit bounds the recursion.
 */
function inline(value: unknown, limit: number): string | null {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'null';
  }
  const isArray = Array.isArray(value);
  const parts: string[] = [];
  let left = limit - 2;
  const entries: [string, unknown][] = isArray
    ? value.map(item => ['', item])
    : present(value);
  for (const [key, item] of entries) {
    const name = isArray ? '' : `${JSON.stringify(key)}: `;
    const text = left > 0 ? inline(item, left - name.length) : null;
    if (text === null) {
      return null;
    }
    parts.push(name + text);
    left -= name.length + text.length + 2;
  }
  if (left < -2) {
    return null;
  }
  return isArray ? `[${parts.join(', ')}]` : `{${parts.join(', ')}}`;
}

/**
 * The entries of an object that JSON can hold.
 */
function present(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function newline(indent: number): string {
  return `\n${'  '.repeat(Math.min(indent, MAX_INDENT))}`;
}
