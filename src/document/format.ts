import type { TranslationBundle } from '@jupyterlab/translation';

import { FORMAT_NAME, guardContent } from './guard';
import { repairIds } from './ids';
import { MAX_TEXT_LENGTH } from './limits';
import { locateError } from './locate';
import { problem } from './problem';
import type { IJigsawContent, IProblem, ParseResult } from './tokens';
import { repairVariables } from './variables';
import { write } from './writer';
import { emptyContent } from './content';

const MEGABYTE = 1024 * 1024;

/**
 * Read the text of a `.jigsaw` file.
 *
 * An empty text is a new file. A byte order mark and any line ends are
 * tolerated. Blocks that lack an id, or share one, get one that depends on
 * nothing but the text, so that every view of the file has the same; and so
 * do variables.
 */
export function parse(text: string, trans: TranslationBundle): ParseResult {
  if (text.length > MAX_TEXT_LENGTH) {
    const found = Math.ceil(text.length / MEGABYTE);
    const limit = MAX_TEXT_LENGTH / MEGABYTE;
    return { problem: problem('too-large', trans, { found, limit }) };
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') {
    return { content: emptyContent() };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: diagnose(json, trans) };
  }
  const result = guardContent(value, trans);
  if (result.content) {
    repairIds(result.content.workspace);
    repairVariables(result.content.workspace);
  }
  return result;
}

/**
 * Write the text of a `.jigsaw` file, with a line end at its end.
 */
export function stringify(content: IJigsawContent): string {
  const { version, language, toolbox, kernelspec, indexBase } = content;
  const { workspace, extra } = content;
  const head = {
    format: FORMAT_NAME,
    version,
    language,
    toolbox,
    kernelspec,
    ...(indexBase === null ? {} : { indexBase })
  };
  // The workspace comes last: what follows it would be hard to find.
  return write(
    Object.fromEntries([
      ...Object.entries(head),
      ...Object.entries(extra ?? {}),
      ['workspace', workspace]
    ])
  );
}

/**
 * Say why a text is not JSON.
 */
function diagnose(text: string, trans: TranslationBundle): IProblem {
  if (text.includes('\u0000') || hasControls(text.slice(0, 4096))) {
    return problem('binary', trans);
  }
  const marker = /^(?:<{7}|>{7}|\|{7})(?: |$)/m.exec(text);
  if (marker) {
    const line = text.slice(0, marker.index).split('\n').length;
    return problem('conflict-markers', trans, { line });
  }
  if (/^\s*<[?!a-zA-Z]/.test(text)) {
    return problem('looks-like-xml', trans);
  }
  return problem('not-json', trans, locateError(text) ?? {});
}

/**
 * Whether a text has control characters other than white space.
 */
function hasControls(text: string): boolean {
  return [...text].some(char => char < ' ' && !/\s/.test(char));
}
