import { inputs, type Block, type Workspace } from 'blockly/core';

import { walk } from '../walk';
import { nameOf } from './keys';
import { wordsIn } from './wholeNumbers';

/**
 * Finds the variables that functions may have to themselves: nothing outside of
 * the function names them, nothing reads them before they are set, and the
 * function does not call itself, since that would set them anew.
 */
export class OwnVariables {
  constructor(workspace: Workspace) {
    const typed = new Set<string>();
    for (const root of workspace.getTopBlocks(false)) {
      // Not by asking each block for what it is in, which takes its time.
      walk(root, block => {
        if (block.isEnabled()) {
          this._note(block, root);
          wordsIn(block).forEach(word => typed.add(word));
        }
        return true;
      });
    }
    const variables = workspace.getVariableMap();
    this._isTyped = id =>
      typed.has(variables.getVariableById(id)?.getName() ?? '');
  }

  /**
   * The ids of those of a function.
   */
  of(definition: Block): string[] {
    const known = this._known.get(definition);
    if (known) {
      return known;
    }
    const own = this.isRecursive(definition)
      ? []
      : [...(this._alone.get(definition) ?? [])].filter(
          id =>
            this._users.get(id) === definition &&
            !this._isTyped(id) &&
            isSetFirst(definition, id)
        );
    this._known.set(definition, own);
    return own;
  }

  /**
   * Whether a function calls itself, directly or not.
   */
  isRecursive(definition: Block): boolean {
    const called = new Set(this._calls.get(definition));
    // A set's iteration visits what is added under way.
    for (const name of called) {
      const other = this._definitions.get(name);
      if (other === definition) {
        return true;
      }
      (other && this._calls.get(other))?.forEach(one => called.add(one));
    }
    return false;
  }

  /**
   * Write down who names the variables of a block.
   */
  private _note(block: Block, root: Block): void {
    const { type } = block;
    if (type.startsWith('procedures_def')) {
      this._definitions.set(nameOf(block), block);
    }
    if (type.startsWith('procedures_call') && root !== block) {
      this._calls.set(root, [...(this._calls.get(root) ?? []), nameOf(block)]);
    }
    if (type.startsWith('procedures_')) {
      return;
    }
    const isFunction = root.type.startsWith('procedures_def');
    const parameters = isFunction ? root.getVarModels() : [];
    for (const variable of block.getVarModels()) {
      if (parameters.includes(variable)) {
        continue;
      }
      const id = variable.getId();
      const user = this._users.get(id);
      this._users.set(id, isFunction && (user ?? root) === root ? root : null);
      if (isFunction) {
        this._alone.set(root, (this._alone.get(root) ?? new Set()).add(id));
      }
    }
  }

  private readonly _alone = new Map<Block, Set<string>>();
  /** The functions that blocks call, by the topmost of these. */
  private readonly _calls = new Map<Block, readonly string[]>();
  private readonly _definitions = new Map<string, Block>();
  private readonly _isTyped: (id: string) => boolean;
  private readonly _known = new Map<Block, string[]>();
  /** The only function that names a variable, or null. */
  private readonly _users = new Map<string, Block | null>();
}

/**
 * Whether all that reads a variable in a function comes after what sets it.
 */
function isSetFirst(definition: Block, id: string): boolean {
  const isSet = flow(definition.getInputTargetBlock('STACK'), id, false);
  return (
    isSet !== null &&
    (isSet || !names(definition.getInputTargetBlock('RETURN'), id))
  );
}

/**
 * Whether a variable is set for sure after some statements, or null if something
 * in them reads it before it is.
 *
 * @param before - whether it is set when they begin
 */
function flow(
  first: Block | null,
  id: string,
  before: boolean
): boolean | null {
  let isSet = before;
  for (let block = first; block; block = block.getNextBlock()) {
    if (!block.isEnabled()) {
      continue;
    }
    const isOwn = block.getVarModels().some(model => model.getId() === id);
    const sets = isOwn && SETS.test(block.type);
    const bodies: (boolean | null)[] = [];
    for (const { type, connection } of block.inputList) {
      const inner = connection?.targetBlock() ?? null;
      if (type === inputs.inputTypes.STATEMENT) {
        bodies.push(flow(inner, id, isSet || sets));
      } else if (!isSet && names(inner, id)) {
        return null;
      }
    }
    if ((isOwn && !sets && !isSet) || bodies.includes(null)) {
      return null;
    }
    isSet ||=
      (sets && block.type.startsWith('variables_set')) ||
      (/^controls_if/.test(block.type) &&
        block.getInput('ELSE') !== null &&
        bodies.every(body => body));
  }
  return isSet;
}

/**
 * Whether a block, or what is in it, names a variable.
 */
function names(root: Block | null, id: string): boolean {
  let isNamed = false;
  if (root) {
    walk(root, block => {
      isNamed ||= block.getVarModels().some(model => model.getId() === id);
      return !isNamed;
    });
  }
  return isNamed;
}

const SETS = /^(variables_set(_dynamic)?|controls_for(Each)?)$/;
