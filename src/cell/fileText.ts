import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

import type { IJigsawContent } from '../document';
import { emptyContent, parse, stringify, walkBlocks } from '../document';

/**
 * The key of a file's id among those that the format does not know.
 */
const ID = 'id';

/**
 * What tells the blocks of one text from those of another: two hashes of 32 bits
 * (FNV-1a, draft-eastlake-fnv, from two offsets). Nobody gains from two texts
 * that share one but a question that is not asked.
 */
export function fingerprint(text: string, trans: TranslationBundle): string {
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

/**
 * The id of a file; undefined if it has none.
 */
export function idOf({ extra }: IJigsawContent): string | undefined {
  const id = extra?.[ID];
  return typeof id === 'string' ? id : undefined;
}

/**
 * The blocks alone, in the one order in which they are written.
 */
function plain({ workspace }: IJigsawContent): string {
  return stringify({ ...emptyContent(), workspace });
}
