import { MAX_FILENAME_LENGTH } from './limits';

/**
 * The ending of MetaKernel's workspace files.
 */
const XML = '.xml';

/**
 * What no part of a name may hold: what leads elsewhere on some system, what
 * an encoded name hides, and what can't be seen.
 */
// eslint-disable-next-line no-control-regex
const HOSTILE = /[\\:*?"<>|%\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Whether a text names a workspace file below a folder: plain names joined by
 * slashes, the last one ending in `.xml`.
 *
 * MetaKernel makes it from what follows `--workspace`, which may name a folder.
 */
export function isWorkspaceFilename(text: string): boolean {
  return (
    text.endsWith(XML) &&
    isPlainPath(text) &&
    !text.endsWith(`/${XML}`) &&
    text !== XML
  );
}

/**
 * Whether a text names a file below a folder: plain names joined by slashes.
 */
export function isPlainPath(text: string): boolean {
  return (
    text.length <= MAX_FILENAME_LENGTH &&
    !HOSTILE.test(text) &&
    text.split('/').every(isPlain)
  );
}

/**
 * Whether the part of a path between two slashes names a thing in that folder.
 */
function isPlain(part: string): boolean {
  // What is cut off by some systems and addresses makes another name of it.
  return part !== '' && !/^[.\s]|[.\s]$/.test(part);
}
