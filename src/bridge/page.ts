import { literal } from './literal';

/**
 * The line of a page in which MetaKernel's magic leaves the workspace that was
 * on disk when it wrote the page.
 */
const EMBEDDED = /(window\.__jigsaw_saved_xml__ = )("(?:[^"\\]|\\.)*");/;

/**
 * Pages of before 2024 call into the notebook's page, which the browser no
 * longer lets them do.
 */
const OLD = /window\.parent\.document\.jigsaw_\w+\(/;

/**
 * A page that MetaKernel's magic has written, as text.
 */
export interface IFramePage {
  readonly text: string;
  /**
   * The workspace that is embedded in it; null if there is no place for one.
   */
  readonly embedded: string | null;
  /**
   * The types of blocks that it offers and begins with.
   */
  readonly types: readonly string[];
  /**
   * The workspace that it begins with when none is embedded; null for none.
   */
  readonly initial: string | null;
  /**
   * The addresses of what it loads and cannot do without.
   */
  readonly scripts: readonly string[];
  /**
   * Whether it speaks in a way that no browser lets it any more.
   */
  readonly isOld: boolean;
}

/**
 * Read a page of `%jigsaw` without running anything of it.
 *
 * @param address - its own, which what it loads may be relative to
 */
export function readPage(text: string, address: string): IFramePage {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const types = new Set<string>();
  for (const block of page.querySelectorAll(
    'xml block[type], xml shadow[type]'
  )) {
    types.add(block.getAttribute('type')!);
  }
  const scripts = Array.from(page.querySelectorAll('script[src]')).flatMap(
    script => {
      try {
        return [new URL(script.getAttribute('src')!, address).href];
      } catch {
        return [];
      }
    }
  );
  return {
    text,
    embedded: embeddedIn(text),
    types: [...types],
    initial: page.querySelector('xml#workspace')?.outerHTML ?? null,
    scripts,
    isOld: OLD.test(text)
  };
}

/**
 * The workspace that is embedded in a page; null if there is no place for one.
 */
export function embeddedIn(text: string): string | null {
  const found = EMBEDDED.exec(text)?.[2];
  try {
    return found === undefined ? null : String(JSON.parse(found));
  } catch {
    return null;
  }
}

/**
 * A page as markup for a frame without an address of its own. Nothing of the
 * page comes before the first script: what it calls its head may be anywhere,
 * even in a comment.
 *
 * @param address - of the page, for what it loads
 */
export function pageWith(
  text: string,
  address: string,
  { first, last, workspace }: IAdditions
): string {
  const filled = workspace === null ? text : embed(text, workspace);
  const end = filled.lastIndexOf('</body>');
  const whole =
    end === -1
      ? filled + scriptOf(last)
      : filled.slice(0, end) + scriptOf(last) + filled.slice(end);
  const base = document.createElement('base');
  base.href = address;
  const begin = scriptOf(first) + (isRelative(text) ? base.outerHTML : '');
  const at = doctypeEnd(whole);
  // One behind something else, as a comment, has none to give up to what is put
  // before it.
  const isLate = begin !== '' && at === 0 && hasDoctype(text);
  return (
    (isLate ? '<!doctype html>' : '') +
    whole.slice(0, at) +
    begin +
    whole.slice(at)
  );
}

/**
 * What is written into a page.
 */
interface IAdditions {
  /**
   * The workspace, in the place of the one that it has; null to leave that.
   */
  readonly workspace: string | null;
  /**
   * Scripts that are run before and behind all others; empty for none.
   */
  readonly first: string;
  readonly last: string;
}

function embed(text: string, workspace: string): string {
  const value = literal(workspace);
  return text.replace(EMBEDDED, (_, before: string) => `${before}${value};`);
}

const scriptOf = (code: string): string => code && `<script>${code}</script>`;

/**
 * Whether a page loads something from beside itself. Only then it is told
 * where it is from, since that changes the meaning of `url(#…)` for some
 * browsers, by which Blockly draws.
 */
function isRelative(text: string): boolean {
  const page = new DOMParser().parseFromString(text, 'text/html');
  return Array.from(
    page.querySelectorAll('[src], link[href]'),
    element => element.getAttribute('src') ?? element.getAttribute('href')!
  ).some(reference => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(reference));
}

function hasDoctype(text: string): boolean {
  const { compatMode } = new DOMParser().parseFromString(text, 'text/html');
  return compatMode === 'CSS1Compat';
}

function doctypeEnd(text: string): number {
  return /^\s*<!doctype[^>]*>/i.exec(text)?.[0].length ?? 0;
}
