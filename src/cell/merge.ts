import type { TranslationBundle } from '@jupyterlab/translation';

import { parse } from '../document';
import type { IDocumentText } from './bundleText';
import { fingerprint, idOf, isEmpty } from './fileText';

/**
 * The blocks of a cell that names a file.
 */
export interface IOwnBlocks extends IDocumentText {
  /**
   * As the bundle has them.
   */
  readonly raw: string;
  /**
   * Whether the file could not be saved with them.
   */
  readonly isUnsaved: boolean;
  /**
   * The fingerprint of what was in the file when they were last in step with it; empty
   * if they never were.
   */
  readonly seen: string;
  /**
   * Whether they are just as the code of the cell has them, so that nothing is
   * lost where others are shown.
   */
  readonly isGiven: boolean;
}

/**
 * Whose blocks are to be shown; in a conflict nobody but the user knows.
 */
export type MergeResult = 'cell' | 'file' | 'conflict';

/**
 * Merge the blocks of a cell with those of its file, by what both had last as a
 * common ancestor: where only one of the two has changed since they were in step, that
 * is the newer one, and where both have, nobody but the user knows.
 *
 * @param file - the text of the file
 */
export function mergeBlocks(
  own: IOwnBlocks,
  file: string,
  trans: TranslationBundle
): MergeResult {
  const mine = parse(own.text, trans).content;
  const theirs = parse(file, trans).content;
  if (!mine || own.isGiven) {
    return 'file';
  }
  const [myMark, theirMark] = [own.text, file].map(text =>
    fingerprint(text, trans)
  );
  const isSame = myMark === theirMark;
  if (!isSame && own.seen === theirMark) {
    return 'cell';
  }
  if (isSame || isEmpty(mine)) {
    return 'file';
  }
  if (own.isUnsaved) {
    return 'conflict';
  }
  if (!theirs) {
    // Why it can't be read is said; the output keeps its blocks.
    return 'file';
  }
  if (!own.seen) {
    return isEmpty(theirs) ? 'cell' : 'conflict';
  }
  // What was in step with one file of a name says nothing of another: a cell may
  // come without its file into a folder that has one.
  return own.seen === myMark && idOf(mine) === idOf(theirs)
    ? 'file'
    : 'conflict';
}
