/**
 * The counts of Blockly's own blocks in a block's state, as JSON
 * (`extraState`) or as XML (`mutation`): of the items of a list or a text, and
 * of the branches of a condition.
 */
const COUNTS =
  /\b(?:itemCount|elseIfCount|items|elseif)\b[\\"'\s]*[:=][\\"'\s]*([\d.eE+]+)/g;

/**
 * How many parts a block's state asks for, which Blockly makes one by one, so
 * that a few bytes could keep the page busy for ever.
 */
export function countsIn(state: string): number {
  let sum = 0;
  for (const [, count] of state.matchAll(COUNTS)) {
    sum += Number(count) || 0;
  }
  return sum;
}
