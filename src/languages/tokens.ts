import type { Workspace } from 'blockly/core';

import type { BlockFunction } from '../registry';

/**
 * A language as the rest of the extension knows it before any generator is
 * loaded.
 */
export interface IJigsawLanguage {
  /**
   * Its name in files and settings: `python`.
   */
  readonly id: string;
  /**
   * Its name for people: `Python`.
   */
  readonly displayName: string;
  /**
   * The MIME type by which CodeMirror highlights it.
   */
  readonly mimeType: string;
  /**
   * With the dot: `.py`.
   */
  readonly fileExtension: string;
  /**
   * The lower-case `language_info.name`s and kernelspec languages it serves.
   */
  readonly kernelLanguages: readonly string[];
  /**
   * Whether lists and texts count from one; false when left out.
   */
  readonly oneBasedIndex?: boolean;
  /**
   * Load the generator; Blockly comes with it.
   *
   * @param kit - what makes a generator of a table of templates, for languages
   *   of other extensions
   */
  load(kit: ILanguageKit): Promise<ICodeGenerator>;
}

/**
 * What a language of another extension can be made with.
 */
export interface ILanguageKit {
  /**
   * Make a generator, with a map from lines to blocks, comments of blocks and
   * names that are no keywords.
   *
   * @throws Error when the table is not one
   */
  createGenerator(table: ILanguageTable): Promise<ICodeGenerator>;
}

/**
 * A language as a table of templates.
 *
 * The orders say how strongly things bind: they have at least `ATOMIC`, 0, what
 * needs parentheses nowhere, and `NONE`, 99, what needs them everywhere, and
 * between these one for each kind of operator.
 */
export interface ILanguageTable {
  /**
   * The id of the language, by which added blocks have their code.
   */
  readonly id: string;
  /**
   * Its name for people.
   */
  readonly name: string;
  /**
   * What starts a comment that ends with the line.
   */
  readonly comment: string;
  readonly orders: Readonly<Record<string, number>>;
  /**
   * The words that no variable may have.
   */
  readonly reserved: readonly string[];
  readonly literals: Readonly<
    Record<'true' | 'false' | 'null' | 'emptyList', string>
  >;
  /**
   * A level of indentation; two spaces when not given.
   */
  readonly indent?: string;
  /**
   * A statement that does nothing, where a body must have one.
   */
  readonly noop?: string;
  /**
   * Functions for what the language lacks, by their names; `{=other}` stands
   * for the name of another, or of the function itself.
   */
  readonly helpers?: Readonly<Record<string, string>>;
  /**
   * A number's literal; as JavaScript writes it when not given.
   */
  number?(value: number): string;
  /**
   * A text's literal; as JSON has it when not given.
   */
  quote?(text: string): string;
  /**
   * Puts what a program must have around its statements; its helpers come
   * before.
   */
  program?(code: string): string;
  /**
   * The line of the code in which an error came up, from 1 on, or null.
   */
  failedLine?(report: IErrorReport, code: string): number | null;
  /**
   * The code of blocks by their types; that of numbers and texts is there.
   */
  readonly blocks: Readonly<Record<string, TableCode>>;
}

/**
 * The code of a block in a table: the template of a statement; that of a value,
 * with the name of its order; one of several by what is chosen in a field; or a
 * function as Blockly has them.
 *
 * A template may hold:
 *
 * - `{NAME}`, `{NAME:ORDER}`: the value of an input, in parentheses where the
 *   order asks for them, or what stands for an empty one
 * - `{>NAME}`: the statements of an input, indented; their last line ends
 * - `{@FIELD}`: the name of a field's variable, `{%FIELD}`: a field's text
 * - `{=helper}`: the name of a helper function, which the program then has
 *
 * Other braces are the language's own.
 */
export type TableCode =
  | string
  | { readonly order: string; readonly value: string }
  | {
      readonly field: string;
      readonly code: Readonly<Record<string, TableCode>>;
    }
  | BlockFunction;

export interface ICodeGenerator {
  /**
   * Types of blocks that the language cannot do, each with the reason, a
   * sentence for the user. They are greyed in the toolbox; `generate` throws
   * where a program has one.
   */
  readonly cannot?: Readonly<Record<string, string>>;
  /**
   * The code of a workspace, or of some of its stacks.
   *
   * @param workspace - the workspace, unchanged by this
   * @param options.blocks - ids of the blocks to take: each stands for itself
   *   and what hangs below it; without it every top block
   * @throws an error whose message is for the user when there is no code that
   *   does what the blocks say; it may have the `block` that is the reason
   */
  generate(
    workspace: Workspace,
    options?: { blocks?: readonly string[] }
  ): IGeneratedCode;
}

export interface IGeneratedCode {
  readonly code: string;
  /**
   * For each line of the code the id of the innermost statement block that it
   * comes from, or null for what is no block's own, such as an import.
   */
  readonly lines: readonly (string | null)[];
  /**
   * Types of blocks that have no code in this language; the code holds a
   * comment in their place.
   */
  readonly missing: readonly string[];
  /**
   * The block in whose code an error came up, as far as the kernel tells: its
   * id, or null.
   */
  failedBlock(report: IErrorReport): string | null;
}

/**
 * What a kernel says of an error.
 */
export interface IErrorReport {
  /**
   * The traceback without colours, or what the kernel printed last.
   */
  readonly text: string;
  /**
   * Whether the kernel has told of an error; some only print it.
   */
  readonly isError: boolean;
  /**
   * The number of the run, by which kernels call its code; null for none.
   */
  readonly executionCount: number | null;
}
