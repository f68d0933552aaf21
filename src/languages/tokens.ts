import type { Workspace } from 'blockly/core';

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
   * Whether lists and texts count from one.
   */
  readonly oneBasedIndex: boolean;
  /**
   * Load the generator; Blockly comes with it.
   */
  load(): Promise<ICodeGenerator>;
}

export interface ICodeGenerator {
  /**
   * The code of a workspace, or of some of its stacks.
   *
   * @param workspace - the workspace, unchanged by this
   * @param options.blocks - ids of the blocks to take: each stands for itself
   *   and what hangs below it; without it every top block
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
