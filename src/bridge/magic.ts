/**
 * What a line of a cell asks `%jigsaw` for.
 */
interface IMagic {
  /**
   * In lower case.
   */
  readonly language: string;
  /**
   * What follows `--workspace`; null for nothing.
   */
  readonly workspace: string | null;
}

/**
 * The magic, as a line or a cell of it, with what follows it.
 */
const MAGIC = /^[ \t]*%%?jigsaw(?:[ \t]+(.*))?$/gm;

/**
 * What follows the magic in the lines of a cell that call it.
 *
 * @param source - of the cell
 */
export function magicLines(source: string): string[] {
  return Array.from(source.matchAll(MAGIC), ([, words]) => words ?? '');
}

/**
 * Its words: those in quotes are one.
 */
const WORD = /(?:"[^"]*"|'[^']*'|\S)+/g;
const OPTION = /^--([a-z]+)(?:=(.*))?$|^-([a-z])(.*)$/;

/**
 * What MetaKernel calls a workspace for which no name is given.
 */
const UNNAMED = /^jigsaw-workspace-[A-Z0-9]{6}$/;

/**
 * Whether a cell asks MetaKernel's `%jigsaw` for a workspace.
 *
 * @param source - of the cell
 * @param filename - the workspace's file, from the kernel's folder
 */
export function asksFor(source: string, filename: string): boolean {
  return magicFor(source, filename) !== undefined;
}

/**
 * The language in which a cell asks `%jigsaw` for a workspace, in lower case;
 * that of its first `%jigsaw` if none is for this one; null if there is none.
 */
export function languageFor(source: string, filename: string): string | null {
  return (magicFor(source, filename) ?? magicsIn(source)[0])?.language ?? null;
}

function magicFor(source: string, filename: string): IMagic | undefined {
  return magicsIn(source).find(magic => makes(magic, filename));
}

function makes({ workspace }: IMagic, filename: string): boolean {
  const name = filename.replace(/\.xml$/, '');
  return (
    name !== filename &&
    (workspace === null
      ? UNNAMED.test(name)
      : // IPython puts the value of a variable there, which nobody knows here.
        /[{$]/.test(workspace) || workspace.replace(/^(?:\.\/)+/, '') === name)
  );
}

function magicsIn(source: string): readonly IMagic[] {
  return magicLines(source)
    .map(parse)
    .filter(magic => magic !== null);
}

/**
 * Read a line as MetaKernel does: options stand anywhere in it, a long one may
 * be cut short. Null without a language, for which it makes nothing.
 */
function parse(line: string): IMagic | null {
  const words = line.match(WORD) ?? [];
  let language: string | null = null;
  let workspace: string | null = null;
  for (let i = 0; i < words.length; i++) {
    const [option, long, given, short, rest] = OPTION.exec(words[i]) ?? [];
    if (option === undefined) {
      language ??= words[i] === '--' ? null : plain(words[i]);
      continue;
    }
    const value = given ?? (rest || words[++i] || '');
    if (short === 'w' || (long && 'workspace'.startsWith(long))) {
      workspace = plain(value);
    }
  }
  return language === null
    ? null
    : { language: language.toLowerCase(), workspace };
}

/**
 * A word without its quotes.
 */
function plain(word: string): string {
  return /^(["'])(.*)\1$/.exec(word)?.[2] ?? word;
}
