/**
 * The counts of Blockly's own blocks in a mutation, as XML or as a text of it:
 * of the items of a list or a text, and of the branches of a condition.
 */
const COUNTS =
  /\b(?:itemCount|elseIfCount|items|elseif)\b[\\"'\s]*[:=][\\"'\s]*([^\\"'\s,}>]+)/g;

/**
 * The same in JSON (`extraState`).
 */
const COUNT_KEYS = new Set(['itemCount', 'elseIfCount']);

/**
 * How many parts the attributes of a mutation ask for, which Blockly makes one
 * by one, so that a few bytes could keep the page busy for ever.
 */
export function countsIn(mutation: string): number {
  let sum = 0;
  for (const [, count] of mutation.matchAll(COUNTS)) {
    // Blockly reads the digits that come first. A digit may be written as an
    // entity, which nobody does who means well.
    sum += count.includes('&') ? Infinity : atLeastNone(parseFloat(count));
  }
  return sum;
}

/**
 * How many parts a block's `extraState` asks for: infinitely many where a
 * count is no number, of which JavaScript might make a large one.
 */
export function partsIn(state: unknown): number {
  let sum = 0;
  const pending = [state];
  while (pending.length) {
    const value = pending.pop();
    if (typeof value === 'string') {
      // A mutation, for blocks that have no JSON.
      sum += countsIn(value) + costOf(value.split('<').length - 1);
    } else if (Array.isArray(value)) {
      sum += costOf(value.length);
      pending.push(...(value as unknown[]).slice(0, MAX_ITEMS));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        if (!COUNT_KEYS.has(key)) {
          pending.push(part);
        } else if (part !== null && part !== undefined) {
          sum += typeof part === 'number' ? atLeastNone(part) : Infinity;
        }
      }
    }
  }
  return sum;
}

/**
 * A count below nothing asks for nothing, and takes nothing from the others.
 */
function atLeastNone(count: number): number {
  return Math.max(0, count || 0);
}

/**
 * More than any file may have, so that the rest makes no difference.
 */
const MAX_ITEMS = 10_000;

/**
 * What the parameters of a function cost, or the inputs of an unknown block,
 * in blocks: Blockly looks at all of them for each.
 */
export function costOf(items: number): number {
  return items + (items * items) / 1_000;
}

/**
 * What definitions of functions cost, in blocks: Blockly looks for a free name
 * for each, and at all blocks for each name.
 */
export function costOfFunctions(functions: number): number {
  return functions + (functions * functions) / 100;
}

/**
 * Whether a type of block is that of a function's definition.
 */
export function isFunction(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('procedures_def');
}

/**
 * What comments beside the blocks cost, in blocks: Blockly takes about 5 ms
 * for each, and more the more there are.
 */
export function costOfComments(comments: number): number {
  return comments + (comments * comments) / 100;
}
