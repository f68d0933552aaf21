import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

import type { IJigsawContent } from '../document';
import { emptyContent, parse, stringify, walkBlocks } from '../document';
import type { IDocumentText } from './bundleText';

/**
 * The key of a file's id among those that the format does not know.
 */
const ID = 'id';

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
   * The mark of what was in the file when they were last in step with it; empty
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
 * Whose blocks are to be shown: nobody but the user may know.
 */
export type Whose = 'cell' | 'file' | 'unknown';

/**
 * Say whose blocks are to be shown in a cell, as one merges with a common
 * ancestor: where only one of the two has changed since they were in step, that
 * is the newer one, and where both have, nobody but the user knows.
 *
 * @param file - the text of the file
 */
export function whoseBlocks(
  own: IOwnBlocks,
  file: string,
  trans: TranslationBundle
): Whose {
  const mine = parse(own.text, trans).content;
  const theirs = parse(file, trans).content;
  if (!mine || own.isGiven) {
    return 'file';
  }
  const [myMark, theirMark] = [own.text, file].map(text => markOf(text, trans));
  const isSame = myMark === theirMark;
  if (!isSame && own.seen === theirMark) {
    return 'cell';
  }
  if (isSame || isEmpty(mine)) {
    return 'file';
  }
  if (own.isUnsaved) {
    return 'unknown';
  }
  if (!theirs) {
    // Why it can't be read is said; the output keeps its blocks.
    return 'file';
  }
  if (!own.seen) {
    return isEmpty(theirs) ? 'cell' : 'unknown';
  }
  // What was in step with one file of a name says nothing of another: a cell may
  // come without its file into a folder that has one.
  return own.seen === myMark && idOf(mine) === idOf(theirs)
    ? 'file'
    : 'unknown';
}

/**
 * What tells the blocks of one text from those of another: two hashes of 32 bits
 * (FNV-1a, draft-eastlake-fnv, from two offsets). Nobody gains from two texts
 * that share one but a question that is not asked.
 */
export function markOf(text: string, trans: TranslationBundle): string {
  const { content } = parse(text, trans);
  const bare = content ? plain(content) : text;
  return OFFSETS.map(offset => fnv(bare, offset).toString(36)).join('-');
}

const OFFSETS = [0x811c9dc5, 0x050c5d1f];

function fnv(text: string, offset: number): number {
  let hash = offset;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Whether there is nothing to be seen in a document that can be read.
 */
export function isEmpty({ workspace }: IJigsawContent): boolean {
  const { workspaceComments } = workspace;
  return (
    walkBlocks(workspace).next().done === true &&
    !(Array.isArray(workspaceComments) && workspaceComments.length)
  );
}

/**
 * The text of a new file with the blocks of a document; what is none stays as
 * it is.
 */
export function newFileOf(text: string, trans: TranslationBundle): string {
  return withId(text, UUID.uuid4().slice(0, 8), trans);
}

/**
 * The text of a file with other blocks.
 */
export function replacedIn(
  file: string,
  text: string,
  trans: TranslationBundle
): string {
  const content = parse(file, trans).content;
  return withId(text, content ? idOf(content) : undefined, trans);
}

function withId(
  text: string,
  id: string | undefined,
  trans: TranslationBundle
): string {
  const { content } = parse(text, trans);
  if (!content) {
    return text;
  }
  const { [ID]: _, ...extra } = content.extra ?? {};
  return stringify({
    ...content,
    extra: id === undefined ? extra : { [ID]: id, ...extra }
  });
}

function idOf({ extra }: IJigsawContent): string | undefined {
  const id = extra?.[ID];
  return typeof id === 'string' ? id : undefined;
}

/**
 * The blocks alone, in the one order in which they are written.
 */
function plain({ workspace }: IJigsawContent): string {
  return stringify({ ...emptyContent(), workspace });
}
