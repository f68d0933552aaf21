import type { Block } from 'blockly/core';

import { writtenBy, type IPlace, type Survey } from '../kit';

/**
 * Finds out where the variables of a program are to be declared: as near to
 * where they are used as the program allows.
 *
 * A variable that is set before it is read, by a block that all others that name
 * it follow, is declared there; a loop that nothing else needs the variable of
 * has one of its own. All others stand at the top.
 */
export class Scopes {
  constructor(private readonly _survey: Survey) {
    const { places } = _survey;
    const tops = [...new Set(places.map(({ root }) => root))];
    const parts = new Map<Block, IPart>();
    const main: IPart = {
      roots: tops.filter(root => !isDefinition(root)),
      isRecursive: false
    };
    for (const root of tops) {
      parts.set(root, isDefinition(root) ? this._partOf(root) : main);
    }
    const uses = new Map<string, Map<IPart, IPlace[]>>();
    for (const place of places) {
      if (!place.block.type.startsWith('procedures_')) {
        for (const id of place.ids) {
          if (!_survey.parametersOf(place.root).has(id)) {
            note(uses, id, parts.get(place.root)!, place);
          }
        }
      }
    }
    uses.forEach((using, id) => this._place(id, using));
  }

  /**
   * Whether a block that sets a variable declares it.
   */
  isDeclaration(block: Block): boolean {
    return this._declaring.has(block);
  }

  /**
   * Whether a variable is to be declared at the top, which one that is only read
   * is not: the session has it.
   */
  isAtTop(id: string): boolean {
    return this._top.has(id);
  }

  /**
   * Whether a variable is declared where it is used.
   */
  isLocal(id: string): boolean {
    return this._local.has(id);
  }

  /**
   * Whether functions use a variable of the program.
   */
  isShared(id: string): boolean {
    return this._shared.has(id);
  }

  /**
   * The variables of the program, by their ids, that a function changes, or what
   * it calls.
   */
  changedBy(definition: Block): Set<string> {
    const called = this._survey.calledFrom(definition);
    return new Set(
      [definition, ...called].flatMap(one => [...this._written(one)])
    );
  }

  /**
   * Those that a function changes itself.
   */
  private _written(definition: Block): ReadonlySet<string> {
    let written = this._writes.get(definition);
    if (!written) {
      const own = this._survey.parametersOf(definition);
      const ids = this._survey
        .within(definition)
        .map(({ block }) => writtenBy(block));
      written = new Set(
        ids.filter(id => id !== null && !own.has(id) && this._top.has(id))
      ) as Set<string>;
      this._writes.set(definition, written);
    }
    return written;
  }

  private _partOf(definition: Block): IPart {
    return {
      roots: [
        definition.getInputTargetBlock('STACK'),
        definition.getInputTargetBlock('RETURN')
      ].filter(block => block !== null),
      isRecursive: this._survey.isRecursive(definition)
    };
  }

  private _place(id: string, using: ReadonlyMap<IPart, readonly IPlace[]>) {
    const found: Block[] = [];
    const isCovered = [...using].map(([part, places]) =>
      cover(part.roots, usesOf(places), found, part.isRecursive)
    );
    // Where a function is called, its variable would change with it.
    const isAlone =
      using.size < 2 || found.every(block => this._isClosed(block));
    if (isAlone && isCovered.every(one => one)) {
      found.forEach(block => this._declaring.add(block));
      this._local.add(id);
      return;
    }
    const all = [...using.values()].flat();
    if (all.some(({ block }) => !block.type.startsWith('variables_get'))) {
      this._top.add(id);
    }
    if (all.some(({ root }) => isDefinition(root))) {
      this._shared.add(id);
    }
  }

  /** Whether a block is a loop in which no function is called. */
  private _isClosed(block: Block): boolean {
    return (
      block.type.startsWith('controls_for') &&
      !this._survey.bodyOf(block).some(one => isCall(one.block))
    );
  }

  private readonly _declaring = new Set<Block>();
  private readonly _local = new Set<string>();
  private readonly _shared = new Set<string>();
  private readonly _top = new Set<string>();
  private readonly _writes = new Map<Block, ReadonlySet<string>>();
}

/**
 * Whether one of some blocks changes a variable.
 */
export function isWritten(places: readonly IPlace[], id: string): boolean {
  return places.some(({ block }) => writtenBy(block) === id);
}

/** The statements of the program, or a function's. */
interface IPart {
  readonly roots: readonly Block[];
  readonly isRecursive: boolean;
}

/** The blocks that name a variable. */
interface IUses {
  readonly places: readonly IPlace[];
  readonly blocks: ReadonlySet<Block>;
  /** These, and those that they are in. */
  readonly touched: ReadonlySet<Block>;
}

const isDefinition = (block: Block) => block.type.startsWith('procedures_def');

const isCall = (block: Block) => block.type.startsWith('procedures_call');

function note(
  uses: Map<string, Map<IPart, IPlace[]>>,
  id: string,
  part: IPart,
  place: IPlace
): void {
  const using = uses.get(id) ?? new Map<IPart, IPlace[]>();
  const places = using.get(part) ?? [];
  places.push(place);
  using.set(part, places);
  uses.set(id, using);
}

function usesOf(places: readonly IPlace[]): IUses {
  const touched = new Set<Block>();
  for (const place of places) {
    for (
      let outer: IPlace | null = place;
      outer && !touched.has(outer.block);
      outer = outer.outer
    ) {
      touched.add(outer.block);
    }
  }
  return { places, blocks: new Set(places.map(({ block }) => block)), touched };
}

/** The blocks in the inputs of one, in their order. */
function inputsOf(block: Block): { values: Block[]; bodies: Block[] } {
  const values: Block[] = [];
  const bodies: Block[] = [];
  for (const input of block.inputList) {
    const inner = input.connection?.targetBlock();
    if (inner) {
      (inner.outputConnection ? values : bodies).push(inner);
    }
  }
  return { values, bodies };
}

/**
 * Whether all that names a variable in some statements comes after a block that
 * sets it; those blocks are added to what is found.
 *
 * @param uses - the blocks that name it
 * @param isLoopsOnly - whether what sets it alone does not count, as in a
 *   function that may be called again before it has ended
 */
function cover(
  roots: readonly Block[],
  uses: IUses,
  found: Block[],
  isLoopsOnly: boolean
): boolean {
  const { touched } = uses;
  for (const root of roots) {
    for (let block: Block | null = root; block; block = block.getNextBlock()) {
      if (!touched.has(block)) {
        continue;
      }
      const { values, bodies } = inputsOf(block);
      const isOwn = uses.blocks.has(block);
      if (
        values.some(value => touched.has(value)) ||
        (isOwn && block.outputConnection)
      ) {
        return false;
      }
      if (!isOwn) {
        const isCovered = bodies.every(body =>
          cover([body], uses, found, isLoopsOnly)
        );
        if (!isCovered) {
          return false;
        }
      } else if (block.type.startsWith('controls_for')) {
        // An inner loop with the same variable needs the outer one's.
        if (uses.places.some(place => isAgain(place, block))) {
          return false;
        }
        found.push(block);
      } else if (block.type.startsWith('variables_set') && !isLoopsOnly) {
        found.push(block);
        return true;
      } else {
        return false;
      }
    }
  }
  return true;
}

/** Whether a loop is in another one. */
function isAgain({ block, outer }: IPlace, loop: Block): boolean {
  if (block.type.startsWith('controls_for')) {
    for (let around = outer; around; around = around.outer) {
      if (around.block === loop) {
        return true;
      }
    }
  }
  return false;
}
