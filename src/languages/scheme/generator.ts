import type { Block, Workspace } from 'blockly/core';

import { TableGenerator, type StartValues } from '../kit';
import { unmarked } from '../sourceMarks';
import { functions } from './functions';
import { fromPython, helpers } from './helpers';
import { countForms, lastForm, nest } from './layout';
import { lists } from './lists';
import { logic } from './logic';
import { loops } from './loops';
import { math } from './math';
import { reserved } from './names';
import { text } from './text';
import { wrap } from './wrap';

/**
 * Every value is a form, so nothing ever needs parentheses around it.
 */
const orders = { ATOMIC: 0, NONE: 99 };

/**
 * Blocks that make fractions of whole numbers, by what they do.
 */
const FRACTIONS: Record<string, readonly string[]> = {
  math_arithmetic: ['DIVIDE', 'POWER'],
  math_single: ['POW10'],
  math_on_list: ['AVERAGE', 'MEDIAN', 'STD_DEV']
};

/**
 * The helper that says on what the program runs, before all that asks it.
 */
const HOST = 'on-python';

const NOTHING = '(display "") ; so that no value is shown';

/**
 * What gives nothing.
 */
const SILENT = /^(?:$|;|\((?:define|display|for-each|newline|set!) ?\b)/;

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
   *
   * @param set - variables that have got a value for them
   */
  forms(block: Block, input: string, set: readonly string[] = []): string {
    this._set.push(new Set(set));
    const body = this.statementToCode(block, input);
    this._set.pop();
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
    const name = this.local(wanted);
    return [`(let ((${name} ${code})) ${use(name)})`, orders.ATOMIC];
  }

  /**
   * Which of the conditions that give back a value are one form, and where in it
   * they are.
   */
  readonly answers = new Map<Block, 'only' | 'first' | 'next'>();

  /**
   * A name for what is local to a form, which no variable of the program has.
   */
  local(wanted: string): string {
    const known = this._locals.get(wanted);
    const name = known ?? this.newName(wanted);
    this._locals.set(wanted, name);
    return name;
  }

  /**
   * A variable gets another value.
   *
   * The first time that a program is sure to set one is its definition. A
   * function's own are defined before all else that it does.
   */
  assign(block: Block, variable: string, value: string): string {
    if (this._own?.has(variable) && this._isAtStart(block)) {
      this._own.delete(variable);
      this._defining = block;
      return `(define ${variable} ${value})\n`;
    }
    const isTopLevel = block.getSurroundParent() === null;
    const isFirst = isTopLevel && !this._set[0].has(variable);
    this._set[this._set.length - 1].add(variable);
    if (isFirst) {
      this.starts.set(variable);
      return `(define ${variable} ${value})\n`;
    }
    this.change(variable);
    return `(set! ${variable} ${value})\n`;
  }

  /**
   * A variable gets another value where it has to be defined already.
   */
  change(variable: string): void {
    if (this._own?.has(variable)) {
      this._own.delete(variable);
      this._late.push(variable);
    }
    this.starts.change(variable, 'nothing');
  }

  /**
   * The definitions of those of a function's own variables that get their first
   * value in a loop or a condition.
   */
  ownDefinitions(): string {
    return this._late.map(variable => `(define ${variable} '())\n`).join('');
  }

  /**
   * Whether a statement is one of the first in a function, all before which are
   * definitions, and not the last.
   */
  private _isAtStart(block: Block): boolean {
    const definition = block.getSurroundParent();
    const before = block.getPreviousBlock();
    return (
      definition !== null &&
      definition === block.getRootBlock() &&
      (before === definition || before === this._defining) &&
      (definition.getInput('RETURN') !== null ||
        (block.getNextBlock()?.isEnabled() ?? false))
    );
  }

  /**
   * The name of a variable whose value is asked for.
   */
  read(variable: string): string {
    if (!this._set.some(scope => scope.has(variable))) {
      this._asked.add(variable);
    }
    return variable;
  }

  /**
   * Whether what is in an input is a whole number for sure.
   */
  override isWhole(block: Block, input: string): boolean {
    return (
      super.isWhole(block, input) ||
      this.sureTypes?.ofInput(block, input) === 'int'
    );
  }

  /**
   * Whether the program has blocks that make fractions of whole numbers.
   */
  get hasFractions(): boolean {
    this._hasFractions ??=
      this._workspace
        ?.getAllBlocks(false)
        .some(block =>
          FRACTIONS[block.type]?.includes(String(block.getFieldValue('OP')))
        ) ?? true;
    return this._hasFractions;
  }

  /**
   * Whether the items of the list in an input are whole numbers for sure.
   */
  hasWholeItems(block: Block, input: string): boolean {
    return this.sureTypes?.ofInput(block, input) === '[int';
  }

  /**
   * What a function's body does is done when it is called.
   */
  inFunction<T>(
    definition: Block,
    parameters: readonly string[],
    generate: () => T
  ): T {
    const outer = this._set;
    const own = this.ownVariables(definition);
    this._set = [new Set([...parameters, ...own])];
    this._own = new Set(own);
    this._defining = null;
    this._late = [];
    try {
      return this.starts.inFunction([...parameters, ...own], generate);
    } finally {
      this._set = outer;
      this._own = null;
    }
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
    if (kind === 'nothing' && !this._asked.has(variable)) {
      return `(define ${variable} ${start})`;
    }
    const isThere = `(${this.helper('bound?')} '${variable})`;
    return `(define ${variable} (if ${isThere} ${variable} ${start}))`;
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace, roots);
    this._workspace = workspace;
    this._hasFractions = null;
    this._set = [new Set()];
    this._asked.clear();
    this.answers.clear();
    this._imports.clear();
    this._locals.clear();
    this._value = '';
  }

  override scrubNakedValue(line: string): string {
    this._value = super.scrubNakedValue(line);
    return this._value;
  }

  override finish(code: string): string {
    this._workspace = null;
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
    // The kernel shows what the last form gives, be it asked for or not.
    const isSilent =
      SILENT.test(lastForm(code)) ||
      (this._value && unmarked(code).endsWith(this._value));
    return wrap(super.finish(isSilent ? code : `${code}${NOTHING}\n`));
  }

  // The variables that are set for sure, by the program and each body inside.
  private _set: Set<string>[] = [new Set()];
  // Those that are asked for where they are not.
  private readonly _asked = new Set<string>();
  // Those that a function has to itself and that are not defined yet, the block
  // that has defined one last, and those to be defined before all others.
  private _own: Set<string> | null = null;
  private _defining: Block | null = null;
  private _late: string[] = [];
  private _workspace: Workspace | null = null;
  private _hasFractions: boolean | null = null;
  private readonly _locals = new Map<string, string>();
  private _value = '';
  private readonly _imports = new Set<string>();
}
