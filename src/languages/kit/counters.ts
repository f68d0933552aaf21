import type { Block } from 'blockly/core';

import type { IPlace, Survey } from './survey';

/**
 * What becomes of the variables of loops that count.
 */
export class Counters {
  constructor(private readonly _survey: Survey) {
    for (const place of _survey.places) {
      if (!place.block.type.startsWith('procedures_')) {
        place.ids.forEach(id => this._use(id, place));
      }
    }
  }

  /**
   * Whether nothing but a loop itself, and what is in it, names its variable.
   */
  isLocal(loop: Block): boolean {
    const place = this._survey.of(loop);
    const id = variableOf(loop);
    const span = this._spans.get(id);
    return (
      // A parameter is the function's.
      this._survey.keyOf(loop, id) === id &&
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
    const place = this._survey.of(loop);
    if (!place) {
      return false;
    }
    const reads = this._reads.get(this._survey.keyOf(loop, variableOf(loop)));
    // What comes before it in an outer loop comes after it as well.
    let first = place;
    const around: (IPlace | null)[] = [null];
    for (let outer = place.outer; outer; outer = outer.outer) {
      first = isLoop(outer) ? outer : first;
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
    const place = this._survey.of(loop);
    if (!place) {
      return false;
    }
    const key = this._survey.keyOf(loop, variableOf(loop));
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
    const called = this._survey.calledBy(
      this._survey.callsIn(place.root).filter(isIn)
    );
    return sets.some(({ root }) => called.has(root));
  }

  private _use(id: string, place: IPlace): void {
    const { type } = place.block;
    const key = this._survey.keyOf(place.block, id);
    const first = this._spans.get(key)?.first ?? place.at;
    this._spans.set(key, { first, last: place.at });
    if (!type.startsWith('variables_get')) {
      const sets = this._sets.get(key) ?? [];
      sets.push(place);
      this._sets.set(key, sets);
    }
    if (/^(variables_set|controls_for)/.test(type)) {
      return;
    }
    // The nearest loop that gives it a value.
    let counter = place.outer;
    for (let inner = place; counter; inner = counter, counter = inner.outer) {
      if (counts(counter, id) && inner.isBody) {
        break;
      }
    }
    const reads = this._reads.get(key) ?? new Map<IPlace | null, IPlace[]>();
    const ofCounter = reads.get(counter) ?? [];
    ofCounter.push(place);
    reads.set(counter, ofCounter);
    this._reads.set(key, reads);
  }

  /** What reads a variable, by the loop that gives it a value there. */
  private readonly _reads = new Map<string, Map<IPlace | null, IPlace[]>>();
  private readonly _sets = new Map<string, IPlace[]>();
  /** Where a variable is named first and last. */
  private readonly _spans = new Map<string, { first: number; last: number }>();
}

const isLoop = ({ block }: IPlace) =>
  /^controls_(repeat|whileUntil|for)/.test(block.type);

/** Whether a block is a loop that counts with a variable. */
const counts = ({ block, ids }: IPlace, id: string) =>
  block.type.startsWith('controls_for') && ids.includes(id);

const variableOf = (block: Block) => String(block.getFieldValue('VAR'));
