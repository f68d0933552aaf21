import type { Block, Workspace } from 'blockly/core';

import { walk } from '../walk';

/**
 * Finds out where the variables of a program are to be declared: as near to
 * where they are used as the program allows.
 *
 * A variable that is set before it is read, by a block that all others that name
 * it follow, is declared there; a loop that nothing else needs the variable of
 * has one of its own. All others stand at the top.
 */
export class Scopes {
  constructor(workspace: Workspace) {
    const roots = workspace.getTopBlocks(true);
    this._definitions = roots.filter(isDefinition);
    const lists = [
      roots.filter(root => !isDefinition(root)),
      ...this._definitions.map(definition =>
        [
          definition.getInputTargetBlock('STACK'),
          definition.getInputTargetBlock('RETURN')
        ].filter(block => block !== null)
      )
    ];
    const isRecursive = [
      false,
      ...this._definitions.map(definition => this._isRecursive(definition))
    ];
    const uses = lists.map((roots, n) =>
      usesIn(roots, n ? parametersOf(this._definitions[n - 1]) : new Set())
    );
    for (const model of workspace.getVariableMap().getAllVariables()) {
      const id = model.getId();
      this._place(
        id,
        lists,
        uses.map(one => one.get(id) ?? []),
        isRecursive
      );
    }
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
    const changed = new Set<string>();
    for (const one of this._called(definition)) {
      this._written(one).forEach(id => changed.add(id));
    }
    return changed;
  }

  /**
   * Those that a function changes itself.
   */
  private _written(definition: Block): ReadonlySet<string> {
    let written = this._writes.get(definition);
    if (!written) {
      const own = parametersOf(definition);
      const ids = blocksIn(definition).map(writtenBy);
      written = new Set(
        ids.filter(id => id !== null && !own.has(id) && this._top.has(id))
      ) as Set<string>;
      this._writes.set(definition, written);
    }
    return written;
  }

  /**
   * The functions that a function calls, directly or not, after itself.
   */
  private _called(definition: Block): Set<Block> {
    const called = new Set<Block>([definition]);
    // A set's iteration visits what is added under way.
    for (const one of called) {
      this._callees(one).forEach(other => called.add(other));
    }
    return called;
  }

  private _callees(definition: Block): Block[] {
    let callees = this._calls.get(definition);
    if (!callees) {
      const names = new Set(blocksIn(definition).filter(isCall).map(nameOf));
      callees = this._definitions.filter(other => names.has(nameOf(other)));
      this._calls.set(definition, callees);
    }
    return callees;
  }

  private _isRecursive(definition: Block): boolean {
    return [...this._called(definition)].some(one =>
      this._callees(one).includes(definition)
    );
  }

  private _place(
    id: string,
    lists: readonly (readonly Block[])[],
    using: readonly (readonly Block[])[],
    isRecursive: readonly boolean[]
  ): void {
    const found: Block[] = [];
    const isCovered = lists.map(
      (roots, n) =>
        using[n].length === 0 ||
        cover(roots, new Set(using[n]), around(using[n]), found, isRecursive[n])
    );
    // Where a function is called, its variable would change with it.
    const isAlone =
      using.filter(blocks => blocks.length).length < 2 || found.every(isClosed);
    if (isAlone && isCovered.every(one => one)) {
      found.forEach(block => this._declaring.add(block));
      this._local.add(id);
      return;
    }
    if (using.flat().some(block => !block.type.startsWith('variables_get'))) {
      this._top.add(id);
    }
    if (using.slice(1).some(blocks => blocks.length)) {
      this._shared.add(id);
    }
  }

  private readonly _calls = new Map<Block, Block[]>();
  private readonly _declaring = new Set<Block>();
  private readonly _definitions: readonly Block[];
  private readonly _local = new Set<string>();
  private readonly _shared = new Set<string>();
  private readonly _top = new Set<string>();
  private readonly _writes = new Map<Block, ReadonlySet<string>>();
}

/**
 * The id of the variable that a block changes, or null.
 */
export function writtenBy(block: Block): string | null {
  if (!block.isEnabled()) {
    return null;
  }
  if (
    /^(variables_set|math_change|text_append|controls_for)/.test(block.type)
  ) {
    return String(block.getFieldValue('VAR'));
  }
  let list =
    block.type === 'lists_setIndex'
      ? block.getInputTargetBlock('LIST')
      : block.type === 'lists_getIndex' && block.getFieldValue('MODE') !== 'GET'
        ? block.getInputTargetBlock('VALUE')
        : null;
  // What is changed in a list that is in a list changes both.
  while (list?.type === 'lists_getIndex') {
    list = list.getInputTargetBlock('VALUE');
  }
  return list?.type.startsWith('variables_get')
    ? String(list.getFieldValue('VAR'))
    : null;
}

/**
 * Whether something in a block changes a variable.
 */
export function isWritten(root: Block | null, id: string): boolean {
  return root !== null && blocksIn(root).some(one => writtenBy(one) === id);
}

const isDefinition = (block: Block) => block.type.startsWith('procedures_def');

const isCall = (block: Block) =>
  block.isEnabled() && block.type.startsWith('procedures_call');

const nameOf = (block: Block) =>
  String(block.getFieldValue('NAME')).toLowerCase();

const parametersOf = (definition: Block) =>
  new Set(definition.getVarModels().map(model => model.getId()));

/**
 * The blocks that name variables, by the ids of these; a call names the
 * parameters of what it calls.
 */
function usesIn(
  roots: readonly Block[],
  parameters: ReadonlySet<string>
): Map<string, Block[]> {
  const uses = new Map<string, Block[]>();
  for (const block of roots.flatMap(blocksIn)) {
    if (
      block.isEnabled() &&
      !NAMES_NONE.has(block.type) &&
      !block.type.startsWith('procedures_')
    ) {
      for (const model of block.getVarModels()) {
        const id = model.getId();
        if (!parameters.has(id)) {
          const known = uses.get(id);
          if (known) {
            known.push(block);
          } else {
            uses.set(id, [block]);
          }
        }
      }
    }
  }
  return uses;
}

/**
 * The most common of those that name no variables: who asks a block has it look
 * through all of its fields.
 */
const NAMES_NONE: ReadonlySet<string> = new Set([
  'controls_if',
  'controls_ifelse',
  'controls_repeat_ext',
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

/** Blocks, and those that they are in. */
function around(blocks: readonly Block[]): Set<Block> {
  const all = new Set<Block>();
  for (const block of blocks) {
    for (
      let outer: Block | null = block;
      outer && !all.has(outer);
      outer = outer.getSurroundParent()
    ) {
      all.add(outer);
    }
  }
  return all;
}

function blocksIn(root: Block): Block[] {
  const blocks: Block[] = [];
  walk(root, block => {
    blocks.push(block);
    return true;
  });
  return blocks;
}

/** Whether a block is a loop in which no function is called. */
function isClosed(block: Block): boolean {
  const body = block.getInputTargetBlock('DO');
  return (
    block.type.startsWith('controls_for') &&
    !(body && blocksIn(body).some(isCall))
  );
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
 * @param touched - these, and those that they are in
 * @param isLoopsOnly - whether what sets it alone does not count, as in a
 *   function that may be called again before it has ended
 */
function cover(
  roots: readonly Block[],
  uses: ReadonlySet<Block>,
  touched: ReadonlySet<Block>,
  found: Block[],
  isLoopsOnly: boolean
): boolean {
  for (const root of roots) {
    for (let block: Block | null = root; block; block = block.getNextBlock()) {
      if (!touched.has(block)) {
        continue;
      }
      const { values, bodies } = inputsOf(block);
      const isOwn = uses.has(block);
      if (
        values.some(value => touched.has(value)) ||
        (isOwn && block.outputConnection)
      ) {
        return false;
      }
      if (!isOwn) {
        const isCovered = bodies.every(body =>
          cover([body], uses, touched, found, isLoopsOnly)
        );
        if (!isCovered) {
          return false;
        }
      } else if (block.type.startsWith('controls_for')) {
        // An inner loop with the same variable needs the outer one's.
        const isAgain = bodies.some(body =>
          blocksIn(body).some(
            inner => uses.has(inner) && inner.type.startsWith('controls_for')
          )
        );
        if (isAgain) {
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
