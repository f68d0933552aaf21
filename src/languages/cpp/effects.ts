import type { Block } from 'blockly/core';

import { writtenBy, type IPlace, type Survey } from '../kit';

/**
 * What finding a value may change and what it depends on: variables by their
 * ids, and `IO` for what is printed or asked.
 */
interface IEffects {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
}

const IO = '';

/**
 * Finds out where the order counts in which the values of a block are found,
 * which C++ does not say.
 */
export class Effects {
  /**
   * @param _isLocal - whether functions have a variable to themselves
   */
  constructor(
    private readonly _survey: Survey,
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
    const inside = this._survey.within(root);
    const reads = new Set<string>();
    const writes = new Set<string>();
    note(inside, () => true, { reads, writes });
    const calls = inside.filter(({ block }) =>
      block.type.startsWith('procedures_call')
    );
    for (const definition of this._survey.calledBy(calls)) {
      const own = this._ofFunction(definition);
      own.reads.forEach(id => reads.add(id));
      own.writes.forEach(id => writes.add(id));
    }
    return { reads, writes };
  }

  /**
   * Those of a function itself on what others have, too.
   */
  private _ofFunction(definition: Block): IEffects {
    let effects = this._known.get(definition);
    if (!effects) {
      const parameters = this._survey.parametersOf(definition);
      effects = { reads: new Set(), writes: new Set() };
      note(
        this._survey.within(definition),
        id => !parameters.has(id) && !this._isLocal(id),
        effects
      );
      this._known.set(definition, effects);
    }
    return effects;
  }

  private readonly _known = new Map<Block, IEffects>();
}

/**
 * Write down what blocks read and change of some variables.
 */
function note(
  places: readonly IPlace[],
  isShared: (id: string) => boolean,
  { reads, writes }: IEffects
): void {
  for (const { block } of places) {
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
    }
  }
}

/** Blocks whose values are found from the left to the right. */
const ORDERED = /^(logic_operation|logic_ternary|lists_create_with|controls_)/;
