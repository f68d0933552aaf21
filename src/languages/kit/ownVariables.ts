import { inputs, type Block } from 'blockly/core';

import { walk } from '../walk';
import type { IPlace, Survey } from './survey';
import { wordsIn } from './wholeNumbers';

/**
 * Finds the variables that functions may have to themselves: nothing outside of
 * the function names them, nothing reads them before they are set, and the
 * function does not call itself, since that would set them anew.
 */
export class OwnVariables {
  constructor(private readonly _survey: Survey) {
    const typed = new Set<string>();
    for (const place of _survey.places) {
      this._note(place);
      wordsIn(place.block).forEach(word => typed.add(word));
    }
    const variables = _survey.places[0]?.block.workspace.getVariableMap();
    this._isTyped = id =>
      typed.has(variables?.getVariableById(id)?.getName() ?? '');
  }

  /**
   * The ids of those of a function.
   */
  of(definition: Block): string[] {
    const known = this._known.get(definition);
    if (known) {
      return known;
    }
    const own = this._survey.isRecursive(definition)
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
   * Write down who names the variables of a block.
   */
  private _note({ block, ids, root }: IPlace): void {
    if (block.type.startsWith('procedures_')) {
      return;
    }
    const isFunction = root.type.startsWith('procedures_def');
    const parameters = this._survey.parametersOf(root);
    for (const id of ids) {
      if (parameters.has(id)) {
        continue;
      }
      const user = this._users.get(id);
      this._users.set(id, isFunction && (user ?? root) === root ? root : null);
      if (isFunction) {
        this._alone.set(root, (this._alone.get(root) ?? new Set()).add(id));
      }
    }
  }

  private readonly _alone = new Map<Block, Set<string>>();
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
