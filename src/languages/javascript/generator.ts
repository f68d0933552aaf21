import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import { CodeGenerator, type Block, type Workspace } from 'blockly/core';
import {
  JavascriptGenerator,
  Order,
  javascriptGenerator
} from 'blockly/javascript';

import {
  ReadableNames,
  StartValues,
  UNICODE_LETTERS,
  VariableFacts,
  placeParts,
  typeOfValue
} from '../kit';
import { escapeLineBreaks } from '../quote';
import { walk } from '../walk';
import { blocks } from './blocks';

/**
 * Blockly's JavaScript generator, for a session that others use too.
 */
export class KernelJavascriptGenerator extends JavascriptGenerator {
  // Blockly's type, so that its own functions take this generator too.
  declare forBlock: JavascriptGenerator['forBlock'];

  constructor() {
    super();
    Object.assign(this.forBlock, javascriptGenerator.forBlock, blocks, {
      [colourBlend.BLOCK_NAME]: colourBlend.toJavascript,
      [colourPicker.BLOCK_NAME]: colourPicker.toJavascript,
      [colourRandom.BLOCK_NAME]: colourRandom.toJavascript,
      [colourRgb.BLOCK_NAME]: colourRgb.toJavascript
    });
    this.nameDB_ = new ReadableNames(this.RESERVED_WORDS_, {
      letters: UNICODE_LETTERS
    });
  }

  /**
   * What is known of the variables of the program so far.
   */
  get starts(): StartValues {
    return this._starts;
  }

  /**
   * The type of what is in the variable of a block, as far as all blocks that
   * set it agree, or null.
   */
  typeOfVariable(block: Block): string | null {
    return this._facts?.typeOf(String(block.getFieldValue('VAR'))) ?? null;
  }

  /**
   * The type of a block's value, as far as the blocks say, or null.
   */
  typeOf(block: Block): string | null {
    return block.type.startsWith('variables_get')
      ? this.typeOfVariable(block)
      : typeOfValue(block);
  }

  /**
   * Whether nothing but a loop itself gives its variable a value, and nothing
   * asks for that when the loop is over.
   */
  isCountedAlone(loop: Block): boolean {
    const counters = this._facts?.counters;
    return !counters?.isReadAfter(loop) && !counters?.isSet(loop);
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    // Blockly's own goes through all blocks for declarations that are replaced.
    CodeGenerator.prototype.init.call(this, workspace);
    this.nameDB_!.reset();
    this.nameDB_!.setVariableMap(workspace.getVariableMap());
    this.nameDB_!.populateVariables(workspace);
    this.nameDB_!.populateProcedures(workspace);
    this.isInitialized = true;
    this._starts = new StartValues();
    this._facts = new VariableFacts(workspace, roots);
    const names = variablesOf(workspace).map(id => this.getVariableName(id));
    this.definitions_['variables'] = names.length
      ? `var ${names.join(', ')};`
      : '';
  }

  override finish(code: string): string {
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
   * A place in a list or text, counted from 0, or with a minus from the end.
   *
   * Blockly's own has parentheses around all sums, and sums of sums.
   */
  override getAdjusted(
    block: Block,
    input: string,
    delta = 0,
    negate = false,
    order = Order.NONE
  ): string {
    const { by, empty, ...base } = placeParts(block, input, delta);
    const sum = by > 0 ? Order.ADDITION : Order.SUBTRACTION;
    const outer = by ? sum : negate ? Order.UNARY_NEGATION : order;
    const start = this.valueToCode(base.block, base.input, outer) || empty;
    if (/^-?\d+$/.test(start)) {
      const place = Number(start) + by;
      return String(negate ? -place : place);
    }
    if (!by) {
      return negate ? `-${start}` : start;
    }
    const code = `${start} ${by < 0 ? '-' : '+'} ${Math.abs(by)}`;
    if (negate) {
      return `-(${code})`;
    }
    return Math.floor(order) <= Math.floor(sum) ? `(${code})` : code;
  }

  private _starts = new StartValues();
  private _facts: VariableFacts | null = null;
}

/**
 * The ids of the variables of a program, without those that are nothing but
 * parameters; Blockly's own declares these, too.
 */
function variablesOf(workspace: Workspace): readonly string[] {
  const ids = new Set<string>();
  for (const root of workspace.getTopBlocks(true)) {
    const own = root.type.startsWith('procedures_def')
      ? root.getVarModels().map(model => model.getId())
      : [];
    walk(root, block => {
      if (!block.type.startsWith('procedures_')) {
        block
          .getVarModels()
          .map(model => model.getId())
          .filter(id => !own.includes(id))
          .forEach(id => ids.add(id));
      }
      return true;
    });
  }
  return [...ids];
}
