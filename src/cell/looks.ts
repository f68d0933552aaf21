import type { TranslationBundle } from '@jupyterlab/translation';
import type {
  PartialJSONObject,
  ReadonlyPartialJSONObject
} from '@lumino/coreutils';

/**
 * The most blocks of which a picture is drawn: it is a part of the notebook,
 * and would make that several megabytes larger.
 */
export const MAX_DRAWN = 2000;

/**
 * What stands for the blocks where there are none of us.
 */
export interface ILooks {
  /**
   * As SVG markup that stands alone; null if there are more blocks than are
   * drawn, and nothing if they can't be drawn now, since they are out of sight.
   */
  readonly picture?: string | null;
  /**
   * What the blocks are as code; null if there is none in their language.
   */
  readonly code: string | null;
}

/**
 * The same for other front ends, by MIME type: they show one of these. Only
 * HTML can show both, and nbconvert, nbviewer, GitHub and VS Code take it before
 * all others; so the picture is in it alone, as an image, in which nothing runs.
 */
export function bundleOfLooks(
  { code, picture }: ILooks,
  trans: TranslationBundle
): PartialJSONObject {
  const parts: string[] = [];
  if (picture === null) {
    parts.push(`<p>${escape(tooMany(trans))}</p>`);
  } else if (picture !== undefined) {
    parts.push(
      `<img alt="Blocks" src="data:image/svg+xml;base64,${base64(picture)}">`
    );
  }
  if (code !== null) {
    parts.push(`<pre><code>${escape(code)}</code></pre>`);
  }
  return {
    ...(parts.length && { 'text/html': parts.join('\n') }),
    'text/plain': code ?? WITHOUT_CODE
  };
}

/**
 * Take out of an output's data what was made of other blocks than it has now.
 */
export function withoutLooks({
  'text/html': _,
  ...data
}: ReadonlyPartialJSONObject): ReadonlyPartialJSONObject {
  return { ...data, 'text/plain': WITHOUT_CODE };
}

/**
 * Whether an output has all that other front ends show of its blocks.
 */
export function hasLooks(data: ReadonlyPartialJSONObject): boolean {
  // A notebook may have it as a list of lines.
  return /^<(img|p)\b/.test(String(data['text/html']));
}

function tooMany(trans: TranslationBundle): string {
  return trans.__(
    'These are more than %1 Jigsaw blocks, too many for a picture (to see them: pip install jupyterlab-jigsaw)',
    MAX_DRAWN
  );
}

/**
 * What stands for blocks that have no code, as the magic says it.
 */
const WITHOUT_CODE =
  'Jigsaw blocks (to see them: pip install jupyterlab-jigsaw)';

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * A text in UTF-8, in base64.
 */
function base64(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), byte =>
    String.fromCharCode(byte)
  );
  return btoa(bytes.join(''));
}
