import type { Block, Workspace } from 'blockly/core';

import { Counters } from './counters';
import { OwnVariables } from './ownVariables';
import { SessionReads } from './sessionReads';
import { SureTypes } from './sureTypes';
import { Survey, type IPlace } from './survey';
import { variableTypes } from './variableTypes';
import { WholeNumbers } from './wholeNumbers';

/**
 * A block that does something, with the ids of the variables that it names.
 */
export type IUse = Pick<IPlace, 'block' | 'ids'>;

/**
 * What the blocks say of the variables of a workspace, found out when it is
 * asked: looking through the fields of all blocks takes about as long as making
 * their code.
 */
export class VariableFacts {
  /**
   * @param _roots - the blocks whose code is made
   */
  constructor(
    private readonly _workspace: Workspace,
    private readonly _roots: readonly Block[] = _workspace.getTopBlocks(true)
  ) {}

  /**
   * All that counts in the program. A selection may be in what does not.
   */
  get survey(): Survey {
    this._survey ??= new Survey([
      ...this._workspace.getTopBlocks(true),
      ...this._roots
    ]);
    return this._survey;
  }

  /**
   * The type of what is in a variable, as far as all blocks that set it agree,
   * or null.
   */
  typeOf(id: string): string | null {
    this._types ??= variableTypes(this._uses);
    return this._session.read.has(id) ? null : (this._types.get(id) ?? null);
  }

  /**
   * Whether what is in an input is a whole number for sure.
   */
  isWhole(block: Block, input: string): boolean {
    this._whole ??= new WholeNumbers(
      this._uses,
      this._workspace.getVariableMap().getAllVariables(),
      this._session
    );
    return this._whole.are(block, input);
  }

  /**
   * The variables that a function may have to itself, by their ids.
   */
  ownOf(definition: Block): readonly string[] {
    this._own ??= new OwnVariables(this.survey);
    return this._own.of(definition);
  }

  /**
   * Whether a function calls itself, directly or not.
   */
  isRecursive(definition: Block): boolean {
    return this.survey.isRecursive(definition);
  }

  /**
   * What becomes of the variables of loops.
   */
  get counters(): Counters {
    this._counters ??= new Counters(this.survey);
    return this._counters;
  }

  /**
   * The types of all there is, which take longer to find.
   */
  get sure(): SureTypes {
    this._sure ??= new SureTypes(this.survey, this._uses, this._session);
    return this._sure;
  }

  /**
   * What the program has from the session.
   */
  private get _session(): SessionReads {
    this._reads ??= new SessionReads(this.survey, this._roots);
    return this._reads;
  }

  /**
   * The blocks that do more than give what is in a variable.
   */
  private get _uses(): readonly IUse[] {
    this._found ??= this.survey.places.filter(
      ({ block }) => !block.type.startsWith('variables_get')
    );
    return this._found;
  }

  private _counters: Counters | null = null;
  private _found: readonly IUse[] | null = null;
  private _reads: SessionReads | null = null;
  private _own: OwnVariables | null = null;
  private _sure: SureTypes | null = null;
  private _survey: Survey | null = null;
  private _types: Map<string, string> | null = null;
  private _whole: WholeNumbers | null = null;
}
