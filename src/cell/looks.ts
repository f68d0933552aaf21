import type { PartialJSONObject } from '@lumino/coreutils';

/**
 * What stands for the blocks where there are none of us.
 */
export interface ILooks {
  /**
   * As SVG markup that stands alone.
   */
  readonly picture: string;
  /**
   * What the blocks are as code; null if there is none in their language.
   */
  readonly code: string | null;
}

/**
 * The same for other front ends, by MIME type: they show one of these. Only
 * HTML can show both, and has the picture as an image, in which nothing runs.
 */
export function bundleOfLooks({ code, picture }: ILooks): PartialJSONObject {
  const image = `<img alt="Blocks" src="data:image/svg+xml;base64,${base64(picture)}">`;
  return {
    'image/svg+xml': picture,
    'text/html':
      code === null
        ? image
        : `${image}\n<pre><code>${escape(code)}</code></pre>`,
    // Never what was there of other blocks.
    'text/plain': code ?? WITHOUT_CODE
  };
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
