import type { Block } from 'blockly/core';

import { walk } from '../walk';
import { writtenBy } from './scopes';

/**
 * What finding a value may change and what it depends on: variables by their
 * ids, and `IO` for what is printed or asked.
 */
interface IEffects {
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
}

const IO = '';

/**
 * Finds out where the order counts in which the values of a block are found,
 * which C++ does not say.
 */
export class Effects {
  /**
   * @param _definitionOf - gives the definition of the function that is called
   * @param _isLocal - whether functions have a variable to themselves
   */
  constructor(
    private readonly _definitionOf: (call: Block) => Block | undefined,
    private readonly _isLocal: (id: string) => boolean
  ) {}

  /**
   * Whether one of the values of a block changes what another depends on.
   */
  depend(block: Block): boolean {
    if (ORDERED.test(block.type)) {
      return false;
    }
    const values = block.inputList
      .map(({ connection }) => connection?.targetBlock() ?? null)
      .filter(inner => inner?.outputConnection);
    if (values.length < 2) {
      return false;
    }
    const effects = values.map(inner => this._of(inner!));
    return effects.some(({ writes }, n) =>
      effects.some(
        (other, m) =>
          m !== n &&
          [...writes].some(id => other.reads.has(id) || other.writes.has(id))
      )
    );
  }

  private _of(root: Block): IEffects {
    const reads = new Set<string>();
    const writes = new Set<string>();
    const called = new Set<Block>();
    const add = (one: Block, isShared: (id: string) => boolean) =>
      walk(one, block => {
        if (!block.isEnabled()) {
          return true;
        }
        const written = writtenBy(block);
        if (written !== null && isShared(written)) {
          writes.add(written);
        }
        if (block.type.startsWith('variables_get')) {
          const id = String(block.getFieldValue('VAR'));
          if (isShared(id)) {
            reads.add(id);
          }
        } else if (/^text_(print|prompt)/.test(block.type)) {
          writes.add(IO);
        } else if (block.type.startsWith('procedures_call')) {
          const definition = this._definitionOf(block);
          if (definition) {
            called.add(definition);
          }
        }
        return true;
      });
    add(root, () => true);
    // A set's iteration visits what is added under way.
    for (const definition of called) {
      const parameters = definition.getVarModels().map(one => one.getId());
      const isShared = (id: string) =>
        !parameters.includes(id) && !this._isLocal(id);
      add(definition, isShared);
    }
    return { reads, writes };
  }
}

/** Blocks whose values are found from the left to the right. */
const ORDERED = /^(logic_operation|logic_ternary|lists_create_with|controls_)/;
