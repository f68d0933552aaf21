/**
 * The types of what blocks have, by Java's names: `int`, `float`, `boolean`,
 * `String`, `Object` for what may be of several, `null` for what is nothing, and
 * `[` before the type of its items for a list. `UNKNOWN` where no block says
 * anything.
 */
export type Type = string;

export const UNKNOWN: Type = '';

/** How deep lists lie in lists before nobody asks for their types any more. */
const DEEPEST = 4;

const PRIMITIVE: ReadonlySet<string> = new Set(['int', 'float', 'boolean']);

/**
 * Whether a type is one that has no `null`.
 */
export const isPrimitive = (type: Type) => PRIMITIVE.has(type);

export const isNumber = (type: Type) => type === 'int' || type === 'float';

export const isList = (type: Type) => type.startsWith('[');

/**
 * The type of the items of what should be a list.
 */
export const itemOf = (type: Type): Type =>
  isList(type) ? type.slice(1) : type === UNKNOWN ? UNKNOWN : 'Object';

/**
 * The type of what may be of either of two.
 */
export function join(a: Type, b: Type): Type {
  if (a === b || b === UNKNOWN) {
    return a;
  }
  if (a === UNKNOWN) {
    return b;
  }
  if (isNumber(a) && isNumber(b)) {
    return 'float';
  }
  if (isList(a) && isList(b)) {
    const item = join(itemOf(a), itemOf(b));
    return item.startsWith('['.repeat(DEEPEST)) ? '[Object' : `[${item}`;
  }
  for (const [one, other] of [
    [a, b],
    [b, a]
  ]) {
    if (one === 'null' && !isPrimitive(other)) {
      return other;
    }
  }
  return 'Object';
}
