import type { TranslationBundle } from '@jupyterlab/translation';
import type { JSONObject, PartialJSONObject } from '@lumino/coreutils';

/**
 * What stands on one connection: a block, the shadow under it, or both.
 */
export interface IConnectionState extends PartialJSONObject {
  block?: IBlockState;
  shadow?: IBlockState;
}

/**
 * A block as Blockly's JSON serialization writes it; only the keys that this
 * folder looks at are named.
 */
export interface IBlockState extends PartialJSONObject {
  type: string;
  id?: string;
  x?: number;
  y?: number;
  inputs?: { [name: string]: IConnectionState };
  next?: IConnectionState;
}

/**
 * A workspace as Blockly's JSON serialization writes it.
 */
export type WorkspaceState = PartialJSONObject & {
  blocks?: { languageVersion?: number; blocks: IBlockState[] };
};

/**
 * The kernel a file was last used with, as in a notebook's metadata.
 */
export interface IKernelspecRef {
  name: string;
  display_name: string;
}

/**
 * What a `.jigsaw` file holds.
 */
export interface IJigsawContent {
  version: 1;
  /**
   * The id of the language the code is shown in; null until one is chosen.
   */
  language: string | null;
  /**
   * The id of the toolbox; empty for the default one.
   */
  toolbox: string;
  kernelspec: IKernelspecRef | null;
  /**
   * The number of the first item of a list or text, in what the blocks say;
   * null until it is settled, by the language of the first edit.
   *
   * It belongs to the program, so that showing it in another language, or
   * importing it from MetaKernel, where it was always 1, does not change what
   * it does.
   */
  indexBase: 0 | 1 | null;
  workspace: WorkspaceState;
  /**
   * Top-level keys of the file that we do not know; saved back unchanged.
   */
  extra?: PartialJSONObject;
}

/**
 * Why a file cannot be read or shown, as a closed set.
 */
export type ProblemCode =
  | 'binary'
  | 'conflict-markers'
  | 'looks-like-xml'
  | 'missing-field'
  | 'newer-version'
  | 'not-jigsaw'
  | 'not-json'
  | 'not-shown'
  | 'not-workspace'
  | 'not-xml'
  | 'too-deep'
  | 'too-large'
  | 'too-many-blocks'
  | 'wrong-type'
  | 'xml-entities';

/**
 * Why a file cannot be read or shown, for a program and for a person.
 */
export interface IProblem {
  readonly code: ProblemCode;
  /**
   * What happened, to what, and what to do; translated.
   */
  readonly message: string;
  /**
   * Where in the document, if it was read as JSON:
   * `workspace.blocks.blocks[3].type`.
   */
  readonly path?: string;
  /**
   * The line in the text, from 1.
   */
  readonly line?: number;
  /**
   * The column in the line, from 1, in UTF-16 units.
   */
  readonly column?: number;
}

/**
 * What reading gives: the content, or why there is none.
 */
export type ParseResult =
  | { readonly content: IJigsawContent; readonly problem?: undefined }
  | { readonly content?: undefined; readonly problem: IProblem };

/**
 * A view of a workspace, which can say what it shows at present.
 */
export interface IWorkspaceSource {
  /**
   * The present state, in Blockly's JSON, with every unknown block restored.
   */
  save(): WorkspaceState;
}

/**
 * An edit that a view made, for the other views of the same file.
 */
export interface IWorkspaceEdit {
  readonly source: IWorkspaceSource;
  /**
   * Blockly's events, as their `toJson()` gives them.
   */
  readonly events: readonly JSONObject[];
}

/**
 * What a model needs to understand its text.
 */
export interface IJigsawCodec {
  /**
   * Read the text of a file.
   */
  parse(text: string, trans: TranslationBundle): ParseResult;
  /**
   * Write the text of a file.
   */
  stringify(content: IJigsawContent): string;
  /**
   * Check what was read as JSON already.
   */
  guard(value: unknown, trans: TranslationBundle): ParseResult;
}
