import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import { CodeGenerator, type Block, type Workspace } from 'blockly/core';
import { Order, PythonGenerator, pythonGenerator } from 'blockly/python';

import {
  ReadableNames,
  StartValues,
  UNICODE_LETTERS,
  VariableFacts,
  placeParts
} from '../kit';
import { escapeLineBreaks } from '../quote';
import { blocks } from './blocks';
import { reservedWords } from './names';

/**
 * Blockly's Python generator, for a session that others use too.
 *
 * Blockly's own writes `x = None` for every variable, which would wipe out the
 * variables of the notebook whose kernel this is; `StartValues` has what is
 * done instead.
 */
export class KernelPythonGenerator extends PythonGenerator {
  // Blockly's type, so that its own functions take this generator too.
  declare forBlock: PythonGenerator['forBlock'];

  constructor() {
    super();
    Object.assign(this.forBlock, pythonGenerator.forBlock, blocks, {
      [colourBlend.BLOCK_NAME]: colourBlend.toPython,
      [colourPicker.BLOCK_NAME]: colourPicker.toPython,
      [colourRandom.BLOCK_NAME]: colourRandom.toPython,
      [colourRgb.BLOCK_NAME]: colourRgb.toPython
    });
  }

  /**
   * What is known of the variables of the program so far.
   */
  get starts(): StartValues {
    return this._starts;
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    const modules = workspace
      .getBlocksByType('import_statement')
      .map(block => String(block.getFieldValue('module')).trim());
    this.RESERVED_WORDS_ = reservedWords(this._words, new Set(modules));
    this.nameDB_ = new ReadableNames(this.RESERVED_WORDS_, {
      letters: UNICODE_LETTERS
    });
    // Blockly's own goes through all blocks for declarations, which `finish`
    // has in place of them.
    CodeGenerator.prototype.init.call(this, workspace);
    this.PASS = `${this.INDENT}pass\n`;
    this.nameDB_.setVariableMap(workspace.getVariableMap());
    this.nameDB_.populateVariables(workspace);
    this.nameDB_.populateProcedures(workspace);
    this.isInitialized = true;
    this._starts = new StartValues();
    this._facts = new VariableFacts(workspace, roots);
    // Keeps the first place among the definitions.
    this.definitions_['variables'] = '';
  }

  override finish(code: string): string {
    this.definitions_['variables'] = this._starts
      .list()
      .map(([variable, kind]) => {
        const start = kind === 'zero' ? '0' : "''";
        return `${variable} = globals().get('${variable}', ${start})`;
      })
      .join('\n');
    this._facts = null;
    return super.finish(code);
  }

  override statementToCode(block: Block, name: string): string {
    return this._starts.nested(() => super.statementToCode(block, name));
  }

  override quote_(text: string): string {
    return escapeLineBreaks(super.quote_(text));
  }

  /**
   * Import a module of Python's own before the program.
   */
  addImport(module: string): void {
    this.definitions_[`import_${module}`] = `import ${module}`;
  }

  /**
   * Put a function of the user's before the program.
   */
  defineFunction(name: string, code: string): void {
    // No helper's name can begin with a percent sign.
    this.definitions_[`%${name}`] = code;
  }

  /**
   * The type of what is in the variable of a block, as far as all blocks that
   * set it agree, or null.
   */
  typeOfVariable(block: Block): string | null {
    return this._facts?.typeOf(String(block.getFieldValue('VAR'))) ?? null;
  }

  /**
   * Whether what is in an input is a whole number for sure.
   */
  isWhole(block: Block, input: string): boolean {
    return this._facts?.isWhole(block, input) ?? false;
  }

  /**
   * A place in a list or text, counted from 0, or with a minus from the end.
   *
   * Blockly's own has `int()` around all but constants.
   */
  override getAdjustedInt(
    block: Block,
    input: string,
    delta = 0,
    negate = false
  ): string | number {
    const { by, empty, ...base } = placeParts(block, input, delta);
    const order = by ? Order.ADDITIVE : negate ? Order.UNARY_SIGN : Order.NONE;
    const start = this.valueToCode(base.block, base.input, order) || empty;
    if (/^-?\d+$/.test(start)) {
      const place = Number(start) + by;
      return negate ? -place : place;
    }
    const code = by ? `${start} ${by < 0 ? '-' : '+'} ${Math.abs(by)}` : start;
    if (this.isWhole(base.block, base.input)) {
      return negate ? (by ? `-(${code})` : `-${code}`) : code;
    }
    return `${negate ? '-' : ''}int(${code})`;
  }

  private _starts = new StartValues();
  private _facts: VariableFacts | null = null;
  private _words = this.RESERVED_WORDS_;
}
