import { inputs, type Block, type Workspace } from 'blockly/core';

import { keyOf, nameOf } from './keys';

/**
 * What becomes of the variables of loops that count, found out in one go
 * through the blocks.
 */
export class Counters {
  constructor(workspace: Workspace) {
    for (const root of workspace.getTopBlocks(false)) {
      this._root = root;
      this._chain(root, null, true);
    }
  }

  /**
   * Whether nothing but a loop itself, and what is in it, names its variable.
   */
  isLocal(loop: Block): boolean {
    const place = this._places.get(loop);
    const id = variableOf(loop);
    const span = this._spans.get(id);
    return (
      // A parameter is the function's.
      keyOf(loop, id) === id &&
      place !== undefined &&
      span !== undefined &&
      span.first >= place.at &&
      span.last <= place.end
    );
  }

  /**
   * Whether the variable of a loop may be read when the loop is over, where it is
   * to hold the last number, and not the first one that was too large.
   */
  isReadAfter(loop: Block): boolean {
    const place = this._places.get(loop);
    if (!place) {
      return false;
    }
    const reads = this._reads.get(keyOf(loop, variableOf(loop)));
    // What comes before it in an outer loop comes after it as well.
    let first = place;
    const around: (IPlace | null)[] = [null];
    for (let outer = place.outer; outer; outer = outer.outer) {
      first = outer.isLoop ? outer : first;
      around.push(outer);
    }
    return around
      .flatMap(counter => reads?.get(counter) ?? [])
      .some(read => read.root !== place.root || read.at > first.at);
  }

  /**
   * Whether what a loop does, or a function that it calls, gives its variable
   * another value, which is not to change how it counts.
   */
  isSet(loop: Block): boolean {
    const place = this._places.get(loop);
    if (!place) {
      return false;
    }
    const key = keyOf(loop, variableOf(loop));
    const isIn = ({ root, at }: IPlace) =>
      root === place.root && at > place.at && at <= place.end;
    const sets = this._sets.get(key) ?? [];
    if (sets.some(isIn)) {
      return true;
    }
    if (key !== variableOf(loop)) {
      // Each call has parameters of its own.
      return false;
    }
    const called = new Set(
      (this._calls.get(place.root) ?? [])
        .filter(call => isIn(call.place))
        .map(({ name }) => name)
    );
    // A set's iteration visits what is added under way.
    for (const name of called) {
      const definition = this._definitions.get(name);
      if (definition && sets.some(({ root }) => root === definition)) {
        return true;
      }
      const others = definition && this._calls.get(definition);
      others?.forEach(other => called.add(other.name));
    }
    return false;
  }

  /**
   * Write down statements that follow one another, or a value.
   */
  private _chain(
    first: Block | null,
    outer: IPlace | null,
    isBody: boolean
  ): void {
    for (let block = first; block; block = block.getNextBlock()) {
      if (block.isEnabled()) {
        this._note(block, outer, isBody);
      }
    }
  }

  private _note(block: Block, outer: IPlace | null, isBody: boolean): void {
    const { type } = block;
    const place: IPlace = {
      at: this._count++,
      end: 0,
      isLoop: /^controls_(repeat|whileUntil|for)/.test(type),
      counts: /^controls_for/.test(type) ? variableOf(block) : null,
      isBody,
      outer,
      root: this._root
    };
    this._places.set(block, place);
    if (type.startsWith('procedures_')) {
      if (type.startsWith('procedures_def')) {
        this._definitions.set(nameOf(block), block);
      } else if (type.startsWith('procedures_call')) {
        const calls = this._calls.get(this._root) ?? [];
        this._calls.set(this._root, [...calls, { name: nameOf(block), place }]);
      }
    } else {
      block.getVarModels().forEach(model => {
        this._use(block, model.getId(), place);
      });
    }
    for (const { type: kind, connection } of block.inputList) {
      this._chain(
        connection?.targetBlock() ?? null,
        place,
        kind === inputs.inputTypes.STATEMENT
      );
    }
    place.end = this._count - 1;
  }

  private _use(block: Block, id: string, place: IPlace): void {
    const key = keyOf(block, id);
    const first = this._spans.get(key)?.first ?? place.at;
    this._spans.set(key, { first, last: place.at });
    if (!block.type.startsWith('variables_get')) {
      const sets = this._sets.get(key) ?? [];
      sets.push(place);
      this._sets.set(key, sets);
    }
    if (/^(variables_set|controls_for)/.test(block.type)) {
      return;
    }
    // The nearest loop that gives it a value.
    let counter = place.outer;
    for (let inner = place; counter; inner = counter, counter = inner.outer) {
      if (counter.counts === id && inner.isBody) {
        break;
      }
    }
    const reads = this._reads.get(key) ?? new Map<IPlace | null, IPlace[]>();
    const ofCounter = reads.get(counter) ?? [];
    ofCounter.push(place);
    reads.set(counter, ofCounter);
    this._reads.set(key, reads);
  }

  private _count = 0;
  private _root!: Block;
  private readonly _calls = new Map<
    Block,
    readonly { name: string; place: IPlace }[]
  >();
  private readonly _definitions = new Map<string, Block>();
  private readonly _places = new Map<Block, IPlace>();
  /** What reads a variable, by the loop that gives it a value there. */
  private readonly _reads = new Map<string, Map<IPlace | null, IPlace[]>>();
  private readonly _sets = new Map<string, IPlace[]>();
  /** Where a variable is named first and last. */
  private readonly _spans = new Map<string, { first: number; last: number }>();
}

/**
 * Where a block is in the program.
 */
interface IPlace {
  readonly at: number;
  /** The last place in it. */
  end: number;
  readonly isLoop: boolean;
  /** The variable that it counts with, or null. */
  readonly counts: string | null;
  /** Whether it is a statement in what is around it. */
  readonly isBody: boolean;
  readonly outer: IPlace | null;
  readonly root: Block;
}

const variableOf = (block: Block) => String(block.getFieldValue('VAR'));
