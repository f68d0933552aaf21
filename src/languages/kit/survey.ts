import { inputs, type Block } from 'blockly/core';

import { nameOf } from './keys';

/**
 * Where a block is in the program, and which variables it names.
 */
export interface IPlace {
  readonly block: Block;
  /** How many blocks come before it. */
  readonly at: number;
  /** The last place in it. */
  readonly end: number;
  /** The variables that it names, by their ids. */
  readonly ids: readonly string[];
  /** Whether it is a statement in what is around it. */
  readonly isBody: boolean;
  readonly outer: IPlace | null;
  /** The topmost of the blocks that it is in: the function's, if it is in one. */
  readonly root: Block;
}

/**
 * The blocks of a program that count, with what each names and which functions
 * call which: written down in one go, since to ask the blocks for it takes about
 * as long as to make their code.
 *
 * What is disabled does not count, nor what is in it.
 */
export class Survey {
  /**
   * @param roots - the topmost blocks; what is in another one comes once
   */
  constructor(roots: readonly Block[]) {
    for (const root of new Set(roots)) {
      if (!this._byBlock.has(root)) {
        this._add(root);
      }
    }
    // What is in a block comes behind it.
    for (let n = this._places.length - 1; n >= 0; n--) {
      const { end, outer } = this._places[n];
      if (outer && outer.end < end) {
        outer.end = end;
      }
    }
  }

  /**
   * All, in the order of reading.
   */
  get places(): readonly IPlace[] {
    return this._places;
  }

  /**
   * Those that define functions, by the names of these.
   */
  get definitions(): ReadonlyMap<string, Block> {
    return this._definitions;
  }

  /**
   * The place of a block that counts.
   */
  of(block: Block): IPlace | undefined {
    return this._byBlock.get(block);
  }

  /**
   * A block and what is in it.
   */
  within(block: Block): readonly IPlace[] {
    const place = this._byBlock.get(block);
    return place ? this._places.slice(place.at, place.end + 1) : [];
  }

  /**
   * What is in the statements of a loop, whose values come before them.
   */
  bodyOf(loop: Block): readonly IPlace[] {
    const inside = this.within(loop);
    const first = inside.findIndex(
      ({ isBody, outer }) => isBody && outer === inside[0]
    );
    return first < 0 ? [] : inside.slice(first);
  }

  /**
   * The calls that are in a topmost block or follow it.
   */
  callsIn(root: Block): readonly IPlace[] {
    return this._calls.get(root) ?? [];
  }

  /**
   * The functions that something in a topmost block calls, directly or not, by
   * their definitions.
   */
  calledFrom(root: Block): ReadonlySet<Block> {
    let called = this._called.get(root);
    if (!called) {
      called = this.calledBy(this.callsIn(root));
      this._called.set(root, called);
    }
    return called;
  }

  /**
   * The functions that calls call, directly or not.
   */
  calledBy(calls: readonly IPlace[]): Set<Block> {
    const called = new Set<Block>();
    const add = ({ block }: IPlace) => {
      const definition = this._definitions.get(nameOf(block));
      if (definition) {
        called.add(definition);
      }
    };
    calls.forEach(add);
    // A set's iteration visits what is added under way.
    for (const definition of called) {
      this.callsIn(definition).forEach(add);
    }
    return called;
  }

  /**
   * Whether a function calls itself, directly or not.
   */
  isRecursive(definition: Block): boolean {
    return this.calledFrom(definition).has(definition);
  }

  /**
   * The parameters of a function, by their ids; a block that defines none has
   * none.
   */
  parametersOf(root: Block): ReadonlySet<string> {
    let parameters = this._parameters.get(root);
    if (!parameters) {
      const models = isDefinition(root) ? root.getVarModels() : [];
      parameters = new Set(models.map(model => model.getId()));
      this._parameters.set(root, parameters);
    }
    return parameters;
  }

  /**
   * What a variable goes by where a block is: the program's, or the parameter of
   * its function.
   */
  keyOf(block: Block, id: string): string {
    const root = this._byBlock.get(block)?.root;
    return root && this.parametersOf(root).has(id) ? `${root.id}:${id}` : id;
  }

  /**
   * Write down a stack of blocks: in a loop, since it may be longer than the
   * call stack.
   */
  private _add(root: Block): void {
    const stack: IEntry[] = [{ block: root, isBody: true, outer: null }];
    for (let entry = stack.pop(); entry; entry = stack.pop()) {
      const { block, isBody, outer } = entry;
      const next = block.getNextBlock();
      if (next) {
        stack.push({ block: next, isBody, outer });
      }
      if (!block.isEnabled()) {
        continue;
      }
      const place = this._note(block, root, isBody, outer);
      for (let n = block.inputList.length - 1; n >= 0; n--) {
        const { connection, type } = block.inputList[n];
        const inner = connection?.targetBlock();
        if (inner) {
          const isBody = type === inputs.inputTypes.STATEMENT;
          stack.push({ block: inner, isBody, outer: place });
        }
      }
    }
  }

  private _note(
    block: Block,
    root: Block,
    isBody: boolean,
    outer: IOpenPlace | null
  ): IOpenPlace {
    const at = this._places.length;
    const ids = idsOf(block);
    const place = { block, at, end: at, ids, isBody, outer, root };
    this._places.push(place);
    this._byBlock.set(block, place);
    if (isDefinition(block)) {
      this._definitions.set(nameOf(block), block);
    } else if (isCall(block)) {
      const calls = this._calls.get(root);
      if (calls) {
        calls.push(place);
      } else {
        this._calls.set(root, [place]);
      }
    }
    return place;
  }

  private readonly _byBlock = new Map<Block, IPlace>();
  private readonly _called = new Map<Block, ReadonlySet<Block>>();
  private readonly _calls = new Map<Block, IPlace[]>();
  private readonly _definitions = new Map<string, Block>();
  private readonly _parameters = new Map<Block, ReadonlySet<string>>();
  private readonly _places: IOpenPlace[] = [];
}

interface IOpenPlace extends IPlace {
  end: number;
  readonly outer: IOpenPlace | null;
}

type IEntry = Pick<IOpenPlace, 'block' | 'isBody' | 'outer'>;

const isDefinition = ({ type }: Block) => type.startsWith('procedures_def');

const isCall = ({ type }: Block) => type.startsWith('procedures_call');

function idsOf(block: Block): readonly string[] {
  return NAMES_NONE.has(block.type)
    ? NONE
    : block.getVarModels().map(model => model.getId());
}

const NONE: readonly string[] = [];

/**
 * The most common of those that name no variables: who asks a block has it look
 * through all of its fields.
 */
const NAMES_NONE: ReadonlySet<string> = new Set([
  'controls_flow_statements',
  'controls_if',
  'controls_ifelse',
  'controls_repeat_ext',
  'controls_whileUntil',
  'lists_create_with',
  'lists_getIndex',
  'lists_length',
  'logic_boolean',
  'logic_compare',
  'logic_operation',
  'math_arithmetic',
  'math_number',
  'text',
  'text_join',
  'text_print'
]);
