/**
 * Builtins of Python 2 that Blockly keeps from users; in a Python 3 session
 * `file` is a variable like any other.
 */
const PYTHON_2 =
  'apply,basestring,buffer,cmp,coerce,execfile,file,intern,long,raw_input,' +
  'reduce,reload,StandardError,unichr,unicode,xrange';

/**
 * Words that Python has taken since.
 */
const PYTHON_3 = 'aiter,anext,async,await,breakpoint';

/**
 * What the code of blocks imports: a variable `random` would be in its way.
 */
const IMPORTED = 'math,random,statistics,sys,Number';

/**
 * The names that no variable or function of a program may have.
 *
 * @param words - Blockly's list, separated by commas
 * @param modules - what the program imports itself; whoever imports `math` may
 *   mean it by a variable of that name, as MetaKernel's page did
 */
export function reservedWords(
  words: string,
  modules: ReadonlySet<string>
): string {
  const free = new Set([...PYTHON_2.split(','), ...modules]);
  return `${words},${PYTHON_3},${IMPORTED}`
    .split(',')
    .filter(word => !free.has(word))
    .join(',');
}
