import type { Block, CodeGenerator } from 'blockly/core';

/**
 * A type of block that an extension adds: how it looks, and its code in the
 * languages that there are.
 */
export type IJigsawBlock = IJigsawBlock.IGiven | IJigsawBlock.ILazy;

export namespace IJigsawBlock {
  interface ITyped {
    /**
     * The type that files name. No other block may have it, so let it begin
     * with the name of your extension: `turtle_forward`.
     */
    readonly type: string;
  }

  /**
   * What a type of block is made of.
   */
  export interface IParts {
    /**
     * Blockly's JSON definition of it; a `type` in it does not count.
     */
    readonly definition: { readonly [key: string]: unknown };
    /**
     * Its code by the ids of languages. In others it has none, which a comment
     * in the code says.
     */
    readonly code?: { readonly [language: string]: BlockCode };
  }

  /**
   * A block that is described where it is added.
   */
  export interface IGiven extends ITyped, IParts {}

  /**
   * A block whose parts are loaded when the first workspace opens.
   */
  export interface ILazy extends ITyped {
    load(): Promise<IParts>;
  }
}

/**
 * The code of a block in a language: a template, or a function as Blockly has
 * them.
 *
 * A text alone is a template: of a statement, or of a value that binds weakly,
 * around which parentheses are put where other code is beside it. What a
 * template may hold:
 *
 * - `{NAME}`: the value of an input; `{NAME:ATOMIC}`: the same, in parentheses
 *   unless it needs none anywhere
 * - `{>NAME}`: the statements of an input, indented; their last line ends
 * - `{@FIELD}`: the name of a field's variable
 * - `{%FIELD}`: the text of a field as it is; `{'FIELD}`: the same, quoted
 *
 * The names are in capitals; other braces are the language's own.
 */
export type BlockCode = string | IBlockTemplate | BlockFunction;

export interface IBlockTemplate {
  readonly code: string;
  /**
   * How strongly a value binds in this language: 0 for what needs parentheses
   * nowhere, such as a literal or a call; 99, the default, for what needs them
   * everywhere. Those between are Blockly's for this language.
   */
  readonly order?: number;
  /**
   * What the program needs once before it, such as imports.
   */
  readonly before?: readonly string[];
}

/**
 * Makes the code of a block.
 *
 * @param generator - Blockly's generator of the language
 * @returns a statement with the break of its last line, or a value and how
 *   strongly it binds
 */
export type BlockFunction = (
  block: Block,
  generator: CodeGenerator
) => string | [string, number];

/**
 * A category of the toolbox that an extension adds.
 */
export interface IJigsawToolbox {
  readonly id: string;
  /**
   * Its name for people, in the user's language.
   */
  readonly name: string;
  /**
   * Its place: ours have 100, 200 and so on in their order; without one it
   * comes last.
   */
  readonly rank?: number;
  /**
   * The ids of the languages with which alone it shows; with all by default.
   */
  readonly languages?: readonly string[];
  /**
   * A CSS colour, or a hue from 0 to 360.
   */
  readonly colour?: string | number;
  /**
   * The types of its blocks, or blocks as Blockly's toolboxes have them, with
   * fields and what is in their inputs. One of a type that is not known is left
   * out.
   */
  readonly blocks: readonly (string | IToolboxBlock)[];
}

/**
 * A block in a toolbox, in Blockly's JSON.
 */
export interface IToolboxBlock {
  readonly type: string;
  readonly [key: string]: unknown;
}
