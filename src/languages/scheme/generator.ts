import type { Block, Workspace } from 'blockly/core';

import { TableGenerator, type StartValues } from '../kit';
import { functions } from './functions';
import { fromPython, helpers } from './helpers';
import { countForms, nest } from './layout';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved } from './names';
import { text } from './text';

/**
 * Every value is a form, so nothing ever needs parentheses around it.
 */
const orders = { ATOMIC: 0, NONE: 99 };

/**
 * The helper that says on what the program runs, before all that asks it.
 */
const HOST = 'on-python';

/**
 * The generator of Scheme: of what R5RS has and Calysto Scheme has too, and
 * what the latter takes from Python.
 */
export class SchemeGenerator extends TableGenerator {
  constructor() {
    super({
      name: 'Scheme',
      comment: ';',
      base: 0,
      naming: { letters: /[?!*<>=]|\p{ID_Continue}/u, separator: '-' },
      noop: '#f',
      orders,
      reserved,
      literals: { true: '#t', false: '#f', null: "'()", emptyList: "'()" },
      helpers,
      blocks: { ...logic, ...loops, ...math, ...text, ...lists, ...functions }
    });
  }

  override number(value: number): [string, number] {
    if (!Number.isFinite(value)) {
      const infinity = this.helper('infinity');
      return [value < 0 ? `(- ${infinity})` : infinity, orders.ATOMIC];
    }
    return [String(value).replace('e+', 'e'), orders.ATOMIC];
  }

  override quote_(text: string): string {
    const escaped = text
      .replace(/["\\]/g, '\\$&')
      .replace(/\n/g, '\\n')
      .replace(/\r/g, '\\r')
      .replace(/\t/g, '\\t');
    return `"${escaped}"`;
  }

  override offset(
    value: (order: string) => string,
    by: number
  ): [string, number] {
    const code = value('NONE');
    return [by < 0 ? `(- ${code} ${-by})` : `(+ ${code} ${by})`, orders.ATOMIC];
  }

  /**
   * The forms of an input, each on lines of its own: one at least.
   */
  forms(block: Block, input: string): string {
    const body = this.statementToCode(block, input);
    const forms = body.replace(new RegExp(`^${this.INDENT}`, 'gm'), '');
    return countForms(forms) ? forms : `${forms}${this.language.noop}\n`;
  }

  /**
   * A value under a name: its own, if it is a variable's, or a local one.
   */
  named(
    code: string,
    wanted: string,
    use: (name: string) => string
  ): [string, number] {
    if (!/[\s()"']/.test(code)) {
      return [use(code), orders.ATOMIC];
    }
    const name = this.newName(wanted);
    return [`(let ((${name} ${code})) ${use(name)})`, orders.ATOMIC];
  }

  /**
   * A variable gets another value.
   *
   * The first time that a program is sure to set one is its definition.
   */
  assign(block: Block, variable: string, value: string): string {
    const isFirst = this.isTopLevel(block) && !this._defined.has(variable);
    if (isFirst) {
      this._defined.add(variable);
      this.starts.set(variable);
      return `(define ${variable} ${value})\n`;
    }
    this.starts.change(variable, 'nothing');
    return `(set! ${variable} ${value})\n`;
  }

  /**
   * Whether a statement is one of the program's own, not inside another.
   */
  isTopLevel(block: Block): boolean {
    return block.getSurroundParent() === null;
  }

  /**
   * Code that calls functions which Calysto Scheme has to take from Python.
   */
  calls(code: string): void {
    for (const name of fromPython(code)) {
      this._imports.add(name);
      this.helper(HOST);
    }
  }

  override helper(name: string): string {
    this.calls(helpers[name] ?? '');
    return super.helper(name);
  }

  override startLine(variable: string, kind: StartValues.Kind): string {
    const start = { zero: '0', text: '""', nothing: "'()" }[kind];
    const isThere = `(${this.helper('bound?')} '${variable})`;
    return `(define ${variable} (if ${isThere} ${variable} ${start}))`;
  }

  override init(workspace: Workspace): void {
    super.init(workspace);
    this._defined.clear();
    this._imports.clear();
  }

  override finish(code: string): string {
    if (this._imports.size) {
      const names = [...this._imports].map(name => ` "${name}"`).join('');
      const test = `(if ${this.helper(HOST)}`;
      const { [HOST]: host, ...others } = this.definitions_;
      this.definitions_ = {
        [HOST]: host,
        '%imports': nest(test, `(import-from "math"${names})`, 4),
        ...others
      };
    }
    return super.finish(code);
  }

  private readonly _defined = new Set<string>();
  private readonly _imports = new Set<string>();
}
