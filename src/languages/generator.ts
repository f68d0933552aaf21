import {
  Msg,
  Procedures,
  type Block,
  type CodeGenerator,
  type Workspace
} from 'blockly/core';

import { UNKNOWN_TYPE, unknownType } from '../blocks/unknown';
import { AddedCode } from './addedCode';
import { CannotError, GenerationError } from './error';
import { plainLines } from './quote';
import { SourceMarks } from './sourceMarks';
import type { ICodeGenerator, IErrorReport, IGeneratedCode } from './tokens';
import { walk } from './walk';

/**
 * The most blocks that lie in one another, of those that are turned into code.
 * Each takes the call stack a few calls further, which is spent at about a
 * thousand; files hold no more than 200. To wait for the stack's own error
 * would not do: where it ends while a regular expression is compiled, V8 ends
 * the whole page.
 */
const MAX_NESTING = 250;

/**
 * Blocks to code, in the same way for every language.
 *
 * Blockly's generators do the work of single blocks. This layer decides which
 * blocks are taken, walks a chain of statements in a loop instead of by
 * recursion, so that its length does not matter, and keeps blocks that a
 * language does not know from failing the program.
 */
export class BlockCodeGenerator implements ICodeGenerator {
  /**
   * Take over a Blockly generator, which nobody else may use.
   */
  constructor(target: BlockCodeGenerator.ITarget) {
    this._target = target;
    const { generator } = target;
    this._added = new AddedCode(target);
    this._blockToCode = generator.blockToCode.bind(generator);
    generator.blockToCode = (block, thisOnly) =>
      this._chainToCode(block, thisOnly);
    const prefixLines = generator.prefixLines.bind(generator);
    generator.prefixLines = (text, prefix) =>
      prefixLines(
        prefix.startsWith(target.comment) ? this._commentText(text) : text,
        prefix
      );
  }

  get cannot(): Readonly<Record<string, string>> {
    const { cannot, languageName } = this._target;
    this._added.update();
    const reason = (
      Msg['JIGSAW_NO_ADDED_CODE'] ??
      'The extension that it comes from has no code for it in %1.'
    ).replace('%1', () => languageName);
    return {
      ...Object.fromEntries(this._added.missing.map(type => [type, reason])),
      ...cannot?.()
    };
  }

  /**
   * The code of a workspace, or of some of its blocks and what hangs below.
   *
   * @throws GenerationError when blocks are nested more than 250 deep, or the
   *   language cannot do one of them.
   */
  generate(
    workspace: Workspace,
    options: { blocks?: readonly string[] } = {}
  ): IGeneratedCode {
    this._missing.clear();
    const roots = options.blocks
      ? Private.selected(workspace, new Set(options.blocks))
      : workspace.getTopBlocks(true);
    if (!roots.length) {
      return { code: '', lines: [], missing: [], failedBlock: () => null };
    }
    this._cannot = this.cannot;
    const program = this._program(workspace, roots);
    return {
      ...program,
      missing: [...this._missing],
      failedBlock: report => {
        const line = this._target.failedLine?.(report, program.code) ?? null;
        return line === null ? null : (program.lines[line - 1] ?? null);
      }
    };
  }

  private _program(
    workspace: Workspace,
    roots: readonly Block[]
  ): Pick<IGeneratedCode, 'code' | 'lines'> {
    const { generator } = this._target;
    generator.init(workspace, roots);
    this._marks = new SourceMarks();
    const stacks: string[] = [];
    for (const root of roots) {
      const code = generator.blockToCode(root);
      const line = Array.isArray(code)
        ? this._marks.mark(root, generator.scrubNakedValue(code[0]))
        : code;
      if (line) {
        stacks.push(line);
      }
    }
    const { code, lines } = this._marks.read(
      generator.finish(stacks.join('\n'))
    );
    const blank = /^\s+\n/.exec(code)?.[0] ?? '';
    const trimmed = code
      .slice(blank.length)
      .replace(/\n\s+$/, '\n')
      // Only ends of lines: texts have their line breaks escaped.
      .replace(/[ \t]+\n/g, '\n');
    const first = blank.split('\n').length - 1;
    const count = trimmed.split('\n').length;
    return { code: trimmed, lines: lines.slice(first, first + count) };
  }

  /**
   * A block's code and that of the statements after it.
   */
  private _chainToCode(
    first: Block | null,
    thisOnly?: boolean
  ): string | [string, number] {
    if (thisOnly) {
      return this._oneToCode(first);
    }
    let code = '';
    let block = first;
    while (block) {
      if (block.isInsertionMarker()) {
        // Stands where a dragged block would land, before what it would push.
        block = block.getChildren(false)[0] ?? null;
        continue;
      }
      const one = this._oneToCode(block);
      if (Array.isArray(one)) {
        return one;
      }
      code += one;
      block = block.getNextBlock();
    }
    return code;
  }

  private _oneToCode(block: Block | null): string | [string, number] {
    if (!block?.isEnabled()) {
      return '';
    }
    if (Object.hasOwn(this._cannot, block.type)) {
      const { languageName } = this._target;
      throw new CannotError(block, languageName, this._cannot[block.type]);
    }
    if (block.type in this._target.generator.forBlock) {
      if (this._nesting === MAX_NESTING) {
        throw new GenerationError(
          Msg['JIGSAW_TOO_DEEP'] ?? 'The blocks are nested too deeply.'
        );
      }
      this._nesting += 1;
      try {
        return this._markedCode(block);
      } catch (reason) {
        if (reason instanceof GenerationError) {
          throw reason;
        }
        // One block with a mistake must not take the others' code away.
        console.error(`No code for a block of type "${block.type}":`, reason);
      } finally {
        this._nesting -= 1;
      }
    }
    return this._missingToCode(block);
  }

  /**
   * The code of a block, which its generator knows, with marks in it.
   */
  private _markedCode(block: Block): string | [string, number] {
    const { definitions_: definitions } = this._target.generator as unknown as {
      definitions_?: Record<string, string>;
    };
    const count = Object.keys(definitions ?? {}).length;
    const code = this._blockToCode(block, true);
    if (definitions && 'getProcedureDef' in block) {
      // It is defined behind the helpers that it needs.
      const [last] = Object.keys(definitions).slice(count).slice(-1);
      if (last) {
        definitions[last] = this._marks.mark(block, definitions[last]);
      }
    }
    return typeof code === 'string' ? this._marks.mark(block, code) : code;
  }

  private _commentText(text: string): string {
    const lines = plainLines(text);
    return this._target.escapeComment?.(lines) ?? lines;
  }

  private _missingToCode(block: Block): string | [string, number] {
    const { comment, languageName, noop, placeholder } = this._target;
    const type = Private.originalType(block);
    this._missing.add(type);
    if (block.outputConnection) {
      return [placeholder, 0];
    }
    const text = (Msg['JIGSAW_NO_CODE'] ?? '%1: no code in %2')
      .replace('%1', () => type)
      .replace('%2', () => languageName);
    const line = this._commentText(text).replace(/\n/g, ' ');
    return this._marks.mark(block, `${comment} ${line}\n${noop ?? ''}`);
  }

  private readonly _added: AddedCode;
  private _blockToCode: CodeGenerator['blockToCode'];
  private _cannot: Readonly<Record<string, string>> = {};
  private _marks = new SourceMarks();
  private _missing = new Set<string>();
  private _nesting = 0;
  private _target: BlockCodeGenerator.ITarget;
}

/**
 * A namespace for `BlockCodeGenerator` statics.
 */
export namespace BlockCodeGenerator {
  /**
   * What the layer must know of a language.
   */
  export interface ITarget {
    /**
     * Blockly's generator, an instance of its own.
     */
    generator: Pick<
      CodeGenerator,
      'blockToCode' | 'finish' | 'prefixLines' | 'scrubNakedValue'
    > & {
      readonly forBlock: object;
      /**
       * @param roots - the blocks whose code is made
       */
      init(workspace: Workspace, roots: readonly Block[]): void;
    };
    /**
     * The language's id.
     */
    language: string;
    /**
     * The language's name for people.
     */
    languageName: string;
    /**
     * The types of blocks that it cannot do, with the reasons.
     */
    cannot?: () => Readonly<Record<string, string>>;
    /**
     * What starts a comment that ends with the line.
     */
    comment: string;
    /**
     * Defuses what ends a comment before the line does.
     */
    escapeComment?: (text: string) => string;
    /**
     * A statement that does nothing, where a comment is not enough of one.
     */
    noop?: string;
    /**
     * The line of a program in which an error came up, from 1 on, if it is
     * known how the language's kernels tell it.
     */
    failedLine?: (report: IErrorReport, code: string) => number | null;
    /**
     * The literal for "no value", which needs no parentheses anywhere.
     */
    placeholder: string;
  }
}

namespace Private {
  /**
   * The wanted blocks that hang below no other wanted block, in the order of
   * the workspace, and the definitions of the functions that they need.
   */
  export function selected(
    workspace: Workspace,
    wanted: ReadonlySet<string>
  ): Block[] {
    const roots: Block[] = [];
    for (const top of workspace.getTopBlocks(true)) {
      walk(top, block => {
        if (wanted.has(block.id)) {
          roots.push(block);
          return false;
        }
        return true;
      });
    }
    return roots.concat(definitions(workspace, roots));
  }

  /**
   * The definitions of functions that blocks call, and those these call.
   */
  function definitions(workspace: Workspace, roots: readonly Block[]): Block[] {
    const all = new Set(roots);
    for (const root of all) {
      walk(root, block => {
        const definition = isCall(block)
          ? Procedures.getDefinition(block.getProcedureCall(), workspace)
          : null;
        if (definition) {
          // A set's iteration visits what is added under way.
          all.add(definition);
        }
        return true;
      });
    }
    return [...all].slice(roots.length);
  }

  /**
   * The type to name for a block: for a placeholder, what it stands for.
   */
  export function originalType(block: Block): string {
    return block.type === UNKNOWN_TYPE ? unknownType(block) : block.type;
  }

  function isCall(
    block: Block
  ): block is Block & { getProcedureCall(): string } {
    return 'getProcedureCall' in block;
  }
}
