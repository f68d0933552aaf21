import type { Block, IVariableModel, IVariableState } from 'blockly/core';

import type { SessionReads } from './sessionReads';
import type { IUse } from './variableFacts';

/**
 * Tells for sure, as far as the blocks say, whether values are whole numbers.
 */
export class WholeNumbers {
  /**
   * @param variables - those of the workspace
   * @param session - what the program has from the session
   */
  constructor(
    uses: readonly IUse[],
    variables: readonly IVariableModel<IVariableState>[],
    session: SessionReads
  ) {
    const set = new Set<string>();
    const others = new Set<string>();
    for (const { block, ids } of uses) {
      if (SETS.test(block.type)) {
        ids.forEach(id => set.add(id));
      } else if (block.type !== 'math_change') {
        ids.forEach(id => others.add(id));
      }
    }
    const blocks = uses.map(({ block }) => block);
    const typed = blocks.flatMap(wordsIn);
    const named = variables
      .filter(variable => typed.includes(variable.getName()))
      .map(variable => variable.getId());
    [...others, ...named, ...session.read, ...session.changed].forEach(id =>
      set.delete(id)
    );
    this._variables = set;
    // One that is not whole may be what another is set to.
    const gives = blocks.filter(({ type }) => GIVES.test(type));
    for (let size = -1; size !== set.size;) {
      size = set.size;
      for (const block of gives) {
        if (!this._givesWhole(block)) {
          set.delete(String(block.getFieldValue('VAR')));
        }
      }
    }
  }

  /**
   * Whether a value is one.
   */
  has(block: Block): boolean {
    if (block.isInsertionMarker() || !block.isEnabled()) {
      return false;
    }
    const { type } = block;
    switch (type) {
      case 'math_number':
        return Number.isInteger(Number(block.getFieldValue('NUM')));
      case 'math_arithmetic':
        return (
          /^(ADD|MINUS|MULTIPLY)$/.test(String(block.getFieldValue('OP'))) &&
          this.are(block, 'A', 'B')
        );
      case 'math_single':
        return block.getFieldValue('OP') === 'NEG' && this.are(block, 'NUM');
      case 'math_modulo':
        return this.are(block, 'DIVIDEND', 'DIVISOR');
      case 'math_random_int':
        return this.are(block, 'FROM', 'TO');
    }
    return type.startsWith('variables_get')
      ? this._variables.has(String(block.getFieldValue('VAR')))
      : ALWAYS.test(type);
  }

  /**
   * Whether what is in inputs is, where nothing is zero or one.
   */
  are(block: Block, ...names: readonly string[]): boolean {
    return names.every(name => {
      const inner = block.getInputTargetBlock(name);
      return !inner || this.has(inner);
    });
  }

  private _givesWhole(block: Block): boolean {
    if (block.type === 'controls_for') {
      return this.are(block, 'FROM', 'BY');
    }
    return block.type === 'math_change'
      ? this.are(block, 'DELTA')
      : block.getInputTargetBlock('VALUE') !== null && this.are(block, 'VALUE');
  }

  private readonly _variables: ReadonlySet<string>;
}

const SETS = /^(variables_set(_dynamic)?|controls_for)$/;
const GIVES = /^(variables_set(_dynamic)?|controls_for|math_change)$/;
const ALWAYS =
  /^(math_round|lists_length|text_length|lists_indexOf|text_indexOf|text_count)$/;

/**
 * The names in code that was typed in, which may set any of them.
 */
export function wordsIn(block: Block): readonly string[] {
  return block.type.startsWith('expression_')
    ? (String(block.getFieldValue('expression')).match(/[\p{L}\p{N}_]+/gu) ??
        [])
    : [];
}
