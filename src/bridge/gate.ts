import {
  MAX_REMEMBERED_IDS,
  RATE_BURST,
  RATE_PER_SECOND,
  type RefusalReason
} from '../protocol';

/**
 * How many of a frame's messages come in, and which of them for the first time.
 */
export class Gate {
  /**
   * Count a message, whatever it holds.
   *
   * @param now - the time in milliseconds, which only ever grows
   * @returns whether it is one too many
   */
  isFull(now: number): boolean {
    const passed = (now - this._countedAt) / 1000;
    this._countedAt = now;
    this._free = Math.min(RATE_BURST, this._free + passed * RATE_PER_SECOND);
    if (this._free < 1) {
      return true;
    }
    this._free--;
    return false;
  }

  /**
   * Remember a message by its id; one without is new each time.
   *
   * @returns `copy` for the second one of an id, which MetaKernel's pages send
   * to the top of the page and which means no harm; `replayed` for more.
   */
  note(id: string): 'new' | 'copy' | Extract<RefusalReason, 'replayed'> {
    if (!id) {
      return 'new';
    }
    const times = (this._ids.get(id) ?? 0) + 1;
    this._ids.set(id, times);
    if (this._ids.size > MAX_REMEMBERED_IDS) {
      this._ids.delete(this._ids.keys().next().value!);
    }
    return times === 1 ? 'new' : times === 2 ? 'copy' : 'replayed';
  }

  /**
   * Whether a message with that id was remembered.
   */
  knows(id: string): boolean {
    return this._ids.has(id);
  }

  private _free = RATE_BURST;
  private _countedAt = 0;
  /**
   * How often each id was seen, in the order in which they came first.
   */
  private readonly _ids = new Map<string, number>();
}
