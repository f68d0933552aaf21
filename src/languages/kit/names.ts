import { Names, type Workspace } from 'blockly/core';

/**
 * How a language writes names.
 */
export interface INaming {
  /**
   * What names may have besides the letters and digits of ASCII.
   */
  readonly letters?: RegExp;
  /**
   * What is written before the name of a variable.
   */
  readonly prefix?: string;
  /**
   * The words that no variable may have, with commas, where the prefix keeps
   * them apart from all other words.
   */
  readonly variableWords?: string;
  /**
   * What a name begins with; what does not is given a beginning.
   */
  readonly start?: RegExp;
  /**
   * What stands between words; an underscore when not given.
   */
  readonly separator?: '_' | '-';
  /**
   * Whether the names of functions are the same in capitals.
   */
  readonly isCaseBlind?: boolean;
}

/**
 * The letters of all scripts.
 */
export const UNICODE_LETTERS = /\p{ID_Continue}/u;

const ANY_START = /^(?:[^\p{ID_Continue}]|\p{ID_Start}|_)/u;

/**
 * Names of a program that stay as near to those of the blocks as the language
 * lets them, where Blockly's own has `gr_C3_B6_C3_9Fe` for `größe`.
 */
export class ReadableNames extends Names {
  constructor(reserved: string, naming: INaming = {}) {
    // The words are compared before the separator is put in.
    const words = reserved
      .split(',')
      .map(word => encode(word, naming.letters))
      .join(',');
    super(
      naming.separator === '-' ? `${words},${words.replace(/-/g, '_')}` : words,
      naming.prefix
    );
    this._naming = naming;
    this._words = new Set(reserved.toLowerCase().split(','));
    this._variableWords = new Set(naming.variableWords?.split(','));
  }

  override getDistinctName(
    ...[name, type]: Parameters<Names['getDistinctName']>
  ): string {
    const {
      isCaseBlind,
      letters,
      prefix = '',
      separator,
      start = ANY_START
    } = this._naming;
    // Python takes names for the same that are alike in this form.
    const own = (letters ? name : transliterate(name)).normalize('NFKC');
    const begun = own && !start.test(own) ? `my_${own}` : own;
    // Among the names of its own kind alone.
    const isApart = prefix !== '' && type === Names.NameType.VARIABLE;
    const wanted = (isApart ? APART : '') + encode(begun, letters);
    const safe = decode(super.getDistinctName(wanted, type)).replace(
      prefix + APART,
      prefix
    );
    const isTaken = isApart
      ? this._variableWords.has(safe.slice(prefix.length))
      : isCaseBlind &&
        type === Names.NameType.PROCEDURE &&
        this._words.has(safe.toLowerCase());
    if (isTaken) {
      return this.getDistinctName(`${name}2`, type);
    }
    return separator === '-' ? safe.replace(/(?<=[^_])_/g, '-') : safe;
  }

  /**
   * Give the functions of a workspace their names, in Blockly's order, which it
   * finds by making a collator for every two of them.
   */
  override populateProcedures(workspace: Workspace): void {
    for (const type of ['procedures_defnoreturn', 'procedures_defreturn']) {
      workspace
        .getBlocksByType(type)
        .map(block => String(block.getFieldValue('NAME')))
        .sort(BY_NAME.compare)
        .forEach(name => this.getName(name, Names.NameType.PROCEDURE));
    }
  }

  private readonly _naming: INaming;
  private readonly _words: ReadonlySet<string>;
  private readonly _variableWords: ReadonlySet<string>;
}

const BY_NAME = new Intl.Collator(undefined, { sensitivity: 'base' });

/** What makes a variable's name none of the words of a language. */
const APART = 'variable_';

/**
 * Write letters in a way that Blockly leaves alone.
 */
function encode(name: string, letters: RegExp | undefined): string {
  if (!letters) {
    return name;
  }
  return name.replace(/[^\w\s-]/gu, letter =>
    letters.test(letter) ? `_u${letter.codePointAt(0)!.toString(16)}u_` : '_'
  );
}

function decode(name: string): string {
  return name.replace(/_u([0-9a-f]{2,6})u_/g, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16))
  );
}

/**
 * Letters without what ASCII has no room for, those that can be.
 */
function transliterate(name: string): string {
  return name
    .replace(/[ßæœøłđðþ]/gi, letter => {
      const plain = PLAIN[letter.toLowerCase()];
      return letter === letter.toLowerCase()
        ? plain
        : plain[0].toUpperCase() + plain.slice(1);
    })
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/(?!\p{ID_Continue})[^\0-\x7f]/gu, '_');
}

const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th'
};
