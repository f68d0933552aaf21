import type { Block } from 'blockly/core';

/**
 * Marks the code of blocks while a generator puts it together, to know in the
 * end which line is whose: generators put code in front, behind and around, and
 * indent it, but leave what is in a line alone.
 */
export class SourceMarks {
  /**
   * Mark statements as those of a block.
   */
  mark(block: Block, code: string): string {
    if (!code.trim()) {
      return code;
    }
    const index = this._ids.push(block.id) - 1;
    const text = code.trimEnd();
    return this._tag(index) + text + this._tag('') + code.slice(text.length);
  }

  /**
   * Take the marks out of a program.
   *
   * @returns its code, and for each line the id of the innermost block that has
   *   begun in it, else of the one that goes on in it, else null
   */
  read(program: string): { code: string; lines: (string | null)[] } {
    const open: string[] = [];
    const lines: (string | null)[] = [];
    const code = program.split('\n').map(line => {
      let owner = open.at(-1) ?? null;
      const text = line.replace(this._pattern, (_, index: string) => {
        if (index) {
          owner = this._ids[Number(index)];
          open.push(owner);
        } else {
          open.pop();
        }
        return '';
      });
      lines.push(owner);
      return text;
    });
    return { code: code.join('\n'), lines };
  }

  private _tag(index: number | ''): string {
    return `${OPEN}${this._key}:${index}${CLOSE}`;
  }

  private readonly _ids: string[] = [];
  /** A text of the user's may hold anything, but nobody can know this. */
  private readonly _key = crypto.getRandomValues(new Uint32Array(1))[0];
  private readonly _pattern = new RegExp(
    `${OPEN}${this._key}:(\\d*)${CLOSE}`,
    'g'
  );
}

/**
 * Code that is being put together as it will be, for who looks at it on the way.
 */
export function unmarked(code: string): string {
  return code.replace(MARK, '');
}

/**
 * Where a place of code without marks is in the same code with them.
 */
export function markedPlace(code: string, place: number): number {
  let at = place;
  for (const { 0: mark, index } of code.matchAll(MARK)) {
    if (index > at) {
      break;
    }
    at += mark.length;
  }
  return at;
}

// Unicode has these for a program's own use; no font shows them.
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARK = new RegExp(`${OPEN}\\d+:\\d*${CLOSE}`, 'g');
