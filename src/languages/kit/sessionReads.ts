import { inputs, type Block } from 'blockly/core';

import { nameOf } from './keys';
import type { IPlace, Survey } from './survey';

/**
 * Finds the variables that a program may read before it has set them, in which
 * there is what the session has put there: that of a notebook, or of an earlier
 * run of blocks that are not selected now.
 */
export class SessionReads {
  /**
   * @param roots - the blocks whose code is made, in their order
   */
  constructor(
    private readonly _survey: Survey,
    roots: readonly Block[]
  ) {
    const set = new Set<string>();
    for (const root of roots) {
      if (!isDefinition(root)) {
        this._chain(root, set, this._all);
      }
    }
  }

  /**
   * Those that are read, by their ids.
   */
  get read(): ReadonlySet<string> {
    return this._all.read;
  }

  /**
   * Those that a number is added to, which makes them numbers.
   */
  get changed(): ReadonlySet<string> {
    return this._all.changed;
  }

  /**
   * Go through statements that follow one another, or a value.
   *
   * @param set - the variables that are set for sure, which grow
   */
  private _chain(first: Block | null, set: Set<string>, reads: IReads): void {
    for (let block = first; block; block = block.getNextBlock()) {
      const place = this._survey.of(block);
      if (place) {
        this._block(place, set, reads);
      }
    }
  }

  private _block(
    { block, ids, isBody }: IPlace,
    set: Set<string>,
    reads: IReads
  ): void {
    const { type } = block;
    const isCounting = type.startsWith('controls_for');
    const ends: Set<string>[] = [];
    for (const { connection, type: kind } of block.inputList) {
      const inner = connection?.targetBlock() ?? null;
      if (kind === inputs.inputTypes.STATEMENT) {
        const body = new Set(isCounting ? [...set, ...ids] : set);
        this._chain(inner, body, reads);
        ends.push(body);
      } else if (inner) {
        this._chain(inner, set, reads);
      }
    }
    if (type.startsWith('procedures_call')) {
      const done = this._call(block, set, reads);
      if (isBody) {
        // Not all values are found: nothing is set for sure in them.
        done?.set.forEach(id => set.add(id));
      }
    } else if (type.startsWith('variables_set')) {
      ids.forEach(id => set.add(id));
    } else if (MAKES.test(type)) {
      note(ids, set, reads.changed);
      ids.forEach(id => set.add(id));
    } else if (!isCounting && !type.startsWith('procedures_')) {
      note(ids, set, reads.read);
    }
    const [end, ...others] = block.getInput('ELSE') ? ends : [];
    end?.forEach(id => {
      if (others.every(other => other.has(id))) {
        set.add(id);
      }
    });
  }

  private _call(
    call: Block,
    set: ReadonlySet<string>,
    reads: IReads
  ): IFunction | null {
    const definition = this._survey.definitions.get(nameOf(call));
    const done = definition ? this._function(definition) : null;
    if (done) {
      // What is a parameter here is the program's variable there.
      const own = this._survey.parametersOf(call.getRootBlock());
      const before = new Set([...set].filter(id => !own.has(id)));
      note(done.read, before, reads.read);
      note(done.changed, before, reads.changed);
    }
    return done;
  }

  private _function(definition: Block): IFunction {
    const known = this._functions.get(definition);
    if (known) {
      return known;
    }
    const parameters = this._survey.parametersOf(definition);
    const set = new Set(parameters);
    const reads: IReads = { read: new Set(), changed: new Set() };
    // One that calls itself reads there what it reads at its beginning.
    this._functions.set(definition, { ...reads, set: new Set() });
    const called = [...this._survey.calledFrom(definition)];
    const isMutual = (one: Block) =>
      one !== definition && this._survey.calledFrom(one).has(definition);
    if (called.some(isMutual)) {
      // Any of them may be what is done first.
      this._noteAll(definition, reads.read);
      for (const one of called) {
        if (isMutual(one)) {
          this._noteAll(one, reads.read);
        } else if (one !== definition) {
          const done = this._function(one);
          note(done.read, NONE, reads.read);
          note(done.changed, NONE, reads.changed);
        }
      }
    } else {
      this._chain(definition.getInputTargetBlock('STACK'), set, reads);
      this._chain(definition.getInputTargetBlock('RETURN'), set, reads);
    }
    const isLeft = this._survey
      .within(definition)
      .some(({ block }) => block.type === 'procedures_ifreturn');
    const own = [...set].filter(id => !parameters.has(id));
    const found = { ...reads, set: new Set(isLeft ? [] : own) };
    this._functions.set(definition, found);
    return found;
  }

  /** Write down all variables that a function names. */
  private _noteAll(definition: Block, read: Set<string>): void {
    const parameters = this._survey.parametersOf(definition);
    for (const { block, ids } of this._survey.within(definition)) {
      if (!block.type.startsWith('procedures_')) {
        note(ids, parameters, read);
      }
    }
  }

  private readonly _all: IReads = { read: new Set(), changed: new Set() };
  private readonly _functions = new Map<Block, IFunction>();
}

interface IReads {
  readonly read: Set<string>;
  readonly changed: Set<string>;
}

interface IFunction extends IReads {
  /** What is set for sure when it is over. */
  readonly set: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Blocks after which a variable is of one type, whatever it was before. */
const MAKES = /^(math_change|text_append)$/;

const isDefinition = ({ type }: Block) => type.startsWith('procedures_def');

/** Write down the variables that are not set. */
function note(
  ids: Iterable<string>,
  set: ReadonlySet<string>,
  reads: Set<string>
): void {
  for (const id of ids) {
    if (!set.has(id)) {
      reads.add(id);
    }
  }
}
