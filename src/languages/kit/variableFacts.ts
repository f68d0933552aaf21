import type { Block, Workspace } from 'blockly/core';

import { Counters } from './counters';
import { OwnVariables } from './ownVariables';
import { SureTypes } from './sureTypes';
import { variableTypes } from './variableTypes';
import { WholeNumbers } from './wholeNumbers';

/**
 * A block that does something, with the ids of the variables that it names.
 */
export interface IUse {
  block: Block;
  ids: readonly string[];
}

/**
 * What the blocks say of the variables of a workspace, found out when it is
 * asked: looking through the fields of all blocks takes about as long as making
 * their code.
 */
export class VariableFacts {
  constructor(private readonly _workspace: Workspace) {}

  /**
   * The type of what is in a variable, as far as all blocks that set it agree,
   * or null.
   */
  typeOf(id: string): string | null {
    this._types ??= variableTypes(this._uses);
    return this._types.get(id) ?? null;
  }

  /**
   * Whether what is in an input is a whole number for sure.
   */
  isWhole(block: Block, input: string): boolean {
    this._whole ??= new WholeNumbers(
      this._uses,
      this._workspace.getVariableMap().getAllVariables()
    );
    return this._whole.are(block, input);
  }

  /**
   * The variables that a function may have to itself, by their ids.
   */
  ownOf(definition: Block): readonly string[] {
    return this._functions.of(definition);
  }

  /**
   * Whether a function calls itself, directly or not.
   */
  isRecursive(definition: Block): boolean {
    return this._functions.isRecursive(definition);
  }

  /**
   * What becomes of the variables of loops.
   */
  get counters(): Counters {
    this._counters ??= new Counters(this._workspace);
    return this._counters;
  }

  /**
   * The types of all there is, which take longer to find.
   */
  get sure(): SureTypes {
    this._sure ??= new SureTypes(this._workspace, this._uses);
    return this._sure;
  }

  private get _functions(): OwnVariables {
    this._own ??= new OwnVariables(this._workspace);
    return this._own;
  }

  /**
   * The blocks that do more than give what is in a variable.
   */
  private get _uses(): readonly IUse[] {
    this._found ??= this._workspace
      .getAllBlocks(false)
      .filter(
        block => block.isEnabled() && !block.type.startsWith('variables_get')
      )
      .map(block => ({
        block,
        ids: block.getVarModels().map(variable => variable.getId())
      }));
    return this._found;
  }

  private _counters: Counters | null = null;
  private _found: readonly IUse[] | null = null;
  private _own: OwnVariables | null = null;
  private _sure: SureTypes | null = null;
  private _types: Map<string, string> | null = null;
  private _whole: WholeNumbers | null = null;
}
