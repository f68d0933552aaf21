import {
  CodeGenerator,
  Names,
  inputs,
  utils,
  type Block,
  type Workspace
} from 'blockly/core';

import { walk } from '../walk';
import { defaultOf, type DefaultKind } from './defaults';
import { oppositeOf } from './loops';
import { ReadableNames, type INaming } from './names';
import { placeParts } from './places';
import { StartValues } from './startValues';
import type { SureTypes } from './sureTypes';
import type { Survey } from './survey';
import { VariableFacts } from './variableFacts';
import { typeOfValue } from './variableTypes';

/**
 * What a block becomes: a statement, a value and how strongly it binds, or
 * nothing where it stands.
 */
export type Code = string | [string, number] | null;

/**
 * Makes the code of a block.
 */
export type Emit<T extends TableGenerator = TableGenerator> = (
  block: Block,
  generator: T
) => Code;

/**
 * A Blockly generator whose blocks are a table of templates: what is the same
 * in every language is done here.
 */
export abstract class TableGenerator extends CodeGenerator {
  // Blockly's type, so that each language's own generator is one of these.
  declare forBlock: CodeGenerator['forBlock'];

  constructor(language: TableGenerator.ILanguage) {
    super(language.name);
    this.language = language;
    this.INDENT = language.indent ?? '  ';
    this.addReservedWords(language.reserved);
    Object.assign(this.forBlock, language.blocks);
  }

  readonly language: TableGenerator.ILanguage;

  /**
   * A literal, and how strongly it binds.
   */
  abstract number(value: number): [string, number];
  abstract quote_(text: string): string;

  /**
   * A value with a small whole number added to it, in a language with infix
   * operators.
   */
  offset(value: (order: string) => string, by: number): [string, number] {
    const code = value('LEFT_ADD');
    return by < 0
      ? [`${code} - ${-by}`, this.order('SUBTRACT')]
      : [`${code} + ${by}`, this.order('ADD')];
  }

  /**
   * The lines that give a variable that is changed, but never set before, what
   * the session has in it, or a value to start from.
   */
  abstract startLine(variable: string, kind: StartValues.Kind): string;

  /**
   * What is known of the variables of the program so far.
   */
  get starts(): StartValues {
    return this._starts;
  }

  /**
   * The number of an order by its name.
   *
   * @throws Error when the language's table has no such name
   */
  order(name: string): number {
    const order = this.language.orders[name];
    if (order === undefined) {
      throw new Error(`No order "${name}" in ${this.language.name}.`);
    }
    return order;
  }

  /**
   * The value of an input, or what stands for one that is empty.
   */
  value(block: Block, input: string, order = 'NONE'): string {
    const outer = this.order(order);
    const code = this.valueToCode(block, input, outer);
    if (code) {
      return code;
    }
    const [literal, inner] = this.literal(defaultOf(block.type, input), block);
    return this.enclose(literal, inner, outer);
  }

  /**
   * The statements of an input, indented.
   */
  statements(block: Block, input: string): string {
    return this.statementToCode(block, input) || this.emptyBody();
  }

  /**
   * What a body without statements has to hold.
   */
  emptyBody(): string {
    const { noop } = this.language;
    return noop ? `${this.INDENT}${noop}\n` : '';
  }

  /**
   * The opposite of a condition: `a != b`, where that is what it means.
   */
  opposite(block: Block, input: string): string {
    const inner = block.getInputTargetBlock(input);
    if (oppositeOf(inner) === null) {
      return `${this.language.not ?? ''}${this.value(block, input, 'UNARY')}`;
    }
    this._turned = inner;
    try {
      return this.value(block, input);
    } finally {
      this._turned = null;
    }
  }

  /**
   * How a block compares.
   */
  comparison(block: Block): string {
    const opposite = this._turned === block ? oppositeOf(block) : null;
    return opposite ?? String(block.getFieldValue('OP'));
  }

  /**
   * The name of the variable in a field.
   */
  variable(block: Block, field = 'VAR'): string {
    return this.getVariableName(String(block.getFieldValue(field)));
  }

  /**
   * A name that nothing else in the program has.
   */
  newName(wanted: string): string {
    return this.nameDB_!.getDistinctName(wanted, Names.NameType.VARIABLE);
  }

  /**
   * The type of what is in an input, as far as the blocks say, or null.
   */
  typeOf(block: Block, input: string): string | null {
    const inner = block.getInputTargetBlock(input);
    if (!inner) {
      return TYPES[defaultOf(block.type, input)] ?? null;
    }
    return inner.type.startsWith('variables_get')
      ? this.typeOfVariable(inner)
      : (typeOfValue(inner) ?? this.sureTypes?.checkOf(inner) ?? null);
  }

  /**
   * The type of the items of the list that is in an input, as far as the blocks
   * say, or null.
   */
  typeOfItems(block: Block, input: string): string | null {
    const inner = block.getInputTargetBlock(input);
    return (inner && this.sureTypes?.itemCheckOf(inner)) ?? null;
  }

  /**
   * The type of what is in the variable of a field, as far as all blocks that
   * set it agree, or null.
   */
  typeOfVariable(block: Block, field = 'VAR'): string | null {
    const id = String(block.getFieldValue(field));
    return (
      this._facts?.typeOf(id) ??
      this.sureTypes?.checkOfVariable(block, field) ??
      null
    );
  }

  /**
   * Whether what is in an input is a whole number for sure.
   */
  isWhole(block: Block, input: string): boolean {
    return this._facts?.isWhole(block, input) ?? false;
  }

  /**
   * The blocks of the program.
   *
   * @throws Error when none is made
   */
  get survey(): Survey {
    return this._facts!.survey;
  }

  /**
   * What is known of the types of the program.
   */
  protected get sureTypes(): SureTypes | null {
    return this._facts?.sure ?? null;
  }

  /**
   * The value of an input that is a number, as far as the blocks say, or null.
   */
  constant(block: Block, input: string): number | null {
    const inner = block.getInputTargetBlock(input);
    if (inner?.isEnabled() && inner.type === 'math_number') {
      return Number(inner.getFieldValue('NUM'));
    }
    if (inner && !inner.isInsertionMarker()) {
      return null;
    }
    const kind = defaultOf(block.type, input);
    return kind === 'first'
      ? firstIndex(block)
      : kind === 'zero'
        ? 0
        : kind === 'one'
          ? 1
          : null;
  }

  /**
   * A place in a list or text, counted as the language counts.
   */
  place(block: Block, input: string, order = 'NONE', delta = 0): string {
    const added = this.language.base + delta;
    const constant = this.constant(block, input);
    if (constant !== null) {
      const place = constant - firstIndex(block) + added;
      const [code, inner] = this.number(place);
      return this.enclose(code, inner, this.order(order));
    }
    const { by, ...from } = placeParts(block, input, added);
    if (!by) {
      return this.value(from.block, from.input, order);
    }
    const [code, inner] = this.offset(
      outer => this.value(from.block, from.input, outer),
      by
    );
    return this.enclose(code, inner, this.order(order));
  }

  /**
   * What to take from the last place for one that is counted from the end,
   * with a minus before it, or nothing; for languages with infix operators.
   */
  fromEnd(block: Block, input: string): string {
    const first = firstIndex(block);
    const constant = this.constant(block, input);
    if (constant !== null) {
      const by = constant - first;
      return by ? ` ${by < 0 ? '+' : '-'} ${Math.abs(by)}` : '';
    }
    const code = this.value(block, input, 'SUBTRACT');
    return ` - ${code}${first ? ` + ${first}` : ''}`;
  }

  /**
   * Code with parentheses around it where Blockly would put them.
   */
  enclose(code: string, inner: number, outer: number): string {
    const isSame = inner === outer && (inner === 0 || inner === 99);
    const isFree = this.ORDER_OVERRIDES.some(
      ([a, b]) => a === outer && b === inner
    );
    return outer > inner || isSame || isFree ? code : `(${code})`;
  }

  /**
   * The name of a helper function, which the program then has.
   *
   * @throws Error when the language has no such helper
   */
  helper(name: string): string {
    const known = this.functionNames_[name];
    if (known) {
      return known;
    }
    const source = this.language.helpers?.[name];
    if (source === undefined) {
      throw new Error(`No helper "${name}" in ${this.language.name}.`);
    }
    const safe = this.nameDB_!.getDistinctName(name, Names.NameType.PROCEDURE);
    // Known before it is written: helpers may call one another.
    this.functionNames_[name] = safe;
    this.definitions_[name] = source
      .trim()
      .replace(/\{=([^}]+)\}/g, (_, other: string) => this.helper(other))
      .replace(/^(?: {2})+/gm, spaces => this.INDENT.repeat(spaces.length / 2));
    return safe;
  }

  /**
   * The literal of a kind of value.
   */
  literal(kind: DefaultKind, block: Block): [string, number] {
    const { literals } = this.language;
    switch (kind) {
      case 'zero':
        return this.number(0);
      case 'one':
        return this.number(1);
      case 'first':
        return this.number(firstIndex(block));
      case 'text':
        return [this.quote_(''), 0];
      case 'true':
        return [literals.true, 0];
      case 'false':
        return [literals.false, 0];
      case 'list':
        return [literals.emptyList, 0];
      case 'null':
        return [literals.null, 0];
    }
  }

  /**
   * The parameters of a function's definition, by their names in the program.
   */
  parameters(definition: Block): string[] {
    return definition
      .getVarModels()
      .map(variable => this.getVariableName(variable.getId()));
  }

  /**
   * The variables that a function may have to itself, by their names in the
   * program: it sets them before it reads them, and nothing else names them.
   */
  ownVariables(definition: Block): string[] {
    return (this._facts?.ownOf(definition) ?? []).map(id =>
      this.getVariableName(id)
    );
  }

  /**
   * Whether a function calls itself, directly or not.
   */
  isRecursive(definition: Block): boolean {
    return this._facts?.isRecursive(definition) ?? true;
  }

  /**
   * Whether nothing but a loop itself, and what is in it, names its variable.
   */
  isLoopLocal(loop: Block): boolean {
    return this._facts?.counters.isLocal(loop) ?? false;
  }

  /**
   * Whether nothing but a loop itself gives its variable a value, and nothing
   * asks for that when the loop is over.
   */
  isCountedAlone(loop: Block): boolean {
    return !this.setsCounter(loop) && !this._facts?.counters.isReadAfter(loop);
  }

  /**
   * Whether what a loop does gives its variable another value.
   */
  setsCounter(loop: Block): boolean {
    return this._facts?.counters.isSet(loop) ?? true;
  }

  /**
   * The arguments of a call.
   */
  arguments(call: Block, order = 'NONE'): string[] {
    return call.inputList
      .filter(({ name }) => /^ARG\d+$/.test(name))
      .map(({ name }) => this.value(call, name, order));
  }

  /**
   * The variables of the session that the blocks of a definition name.
   */
  sharedVariables(definition: Block, how: 'any' | 'set' = 'any'): string[] {
    const ids = new Set<string>();
    walk(definition, block => {
      if (
        block !== definition &&
        block.isEnabled() &&
        // A call names the parameters of what it calls.
        !block.type.startsWith('procedures_call') &&
        (how === 'any' || !block.type.startsWith('variables_get'))
      ) {
        block.getVarModels().forEach(model => ids.add(model.getId()));
      }
      return true;
    });
    const own = new Set(definition.getVarModels().map(model => model.getId()));
    return definition.workspace
      .getVariableMap()
      .getAllVariables()
      .map(variable => variable.getId())
      .filter(id => ids.has(id) && !own.has(id))
      .map(id => this.getVariableName(id));
  }

  /**
   * Put something before the program: what has the same key comes once.
   */
  define(key: string, code: string): void {
    // No helper's name can begin with a percent sign.
    this.definitions_[`%${key}`] = code;
  }

  /**
   * @param roots - the blocks whose code is made, where it is not that of all
   */
  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace);
    this.nameDB_ ??= new ReadableNames(
      this.RESERVED_WORDS_,
      this.language.naming
    );
    this.nameDB_.reset();
    this.nameDB_.setVariableMap(workspace.getVariableMap());
    this.nameDB_.populateVariables(workspace);
    this.nameDB_.populateProcedures(workspace);
    this._starts = new StartValues();
    this._facts = new VariableFacts(workspace, roots);
    this.isInitialized = true;
  }

  override finish(code: string): string {
    const starts = this._starts
      .list()
      .map(([variable, kind]) => this.startLine(variable, kind));
    const parts = [...Object.values(this.definitions_), starts.join('\n')];
    const before = parts.filter(part => part).map(part => part.trimEnd());
    super.finish(code);
    this._facts = null;
    this.isInitialized = false;
    this.nameDB_?.reset();
    return [...before, ''].join('\n\n') + code;
  }

  override statementToCode(block: Block, name: string): string {
    return this._starts.nested(() => super.statementToCode(block, name));
  }

  override scrubNakedValue(line: string): string {
    return line + '\n';
  }

  /**
   * Blocks' comments become comments of the program.
   */
  override scrub_(block: Block, code: string, thisOnly = false): string {
    let comments = '';
    if (!block.outputConnection?.targetConnection) {
      comments += this._comment(block.getCommentText());
      for (const input of block.inputList) {
        const inner =
          input.type === inputs.inputTypes.VALUE &&
          input.connection?.targetBlock();
        if (inner) {
          comments += this._comment(this.allNestedComments(inner));
        }
      }
    }
    const next = thisOnly ? '' : this.blockToCode(block.getNextBlock());
    return comments + code + String(next);
  }

  private _comment(text: string | null): string {
    if (!text?.trim()) {
      return '';
    }
    const lines = utils.string.wrap(text.trim(), this.COMMENT_WRAP - 3);
    return this.prefixLines(lines, `${this.language.comment} `) + '\n';
  }

  private _starts = new StartValues();
  private _turned: Block | null = null;
  private _facts: VariableFacts | null = null;
}

/**
 * What the blocks call the first of a list or text.
 */
function firstIndex(block: Block): number {
  return block.workspace.options.oneBasedIndex ? 1 : 0;
}

/**
 * The types of what stands for empty inputs.
 */
const TYPES: { [kind in DefaultKind]?: string } = {
  zero: 'Number',
  one: 'Number',
  first: 'Number',
  text: 'String',
  true: 'Boolean',
  false: 'Boolean',
  list: 'Array'
};

/**
 * A namespace for `TableGenerator` statics.
 */
export namespace TableGenerator {
  /**
   * A language as a table.
   */
  export interface ILanguage {
    /**
     * Its name for people.
     */
    readonly name: string;
    /**
     * How it writes names: in ASCII, when not given.
     */
    readonly naming?: INaming;
    /**
     * What starts a comment that ends with the line.
     */
    readonly comment: string;
    /**
     * Where lists and texts begin.
     */
    readonly base: 0 | 1;
    /**
     * A level of indentation; two spaces when not given.
     */
    readonly indent?: string;
    /**
     * A statement that does nothing, where a body must have one.
     */
    readonly noop?: string;
    /**
     * What stands before a condition to say its opposite, where the language
     * has templates with one.
     */
    readonly not?: string;
    /**
     * How strongly things bind: 0, `ATOMIC`, strongest, 99, `NONE`, not at all.
     */
    readonly orders: Readonly<Record<string, number>>;
    /**
     * The words that no variable and no function may have, with commas.
     */
    readonly reserved: string;
    readonly literals: Readonly<
      Record<'true' | 'false' | 'null' | 'emptyList', string>
    >;
    /**
     * Functions for what the language lacks, by their names; `{=other}` stands
     * for the name of another, or of the function itself.
     */
    readonly helpers?: Readonly<Record<string, string>>;
    // Each language's own generator is passed to its own blocks.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly blocks: Readonly<Record<string, Emit<any>>>;
  }
}
