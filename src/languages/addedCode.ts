import type { Block, CodeGenerator } from 'blockly/core';

import { addedBlocks } from '../blocks/added';
import type { BlockCode, BlockFunction, IBlockTemplate } from '../registry';
import type { BlockCodeGenerator } from './generator';

const ATOMIC = 0;
const NONE = 99;

/**
 * What a template may hold; `BlockCode` has the list.
 */
const HOLE = /\{([>@%']?)([A-Z][A-Z0-9_]*)(:ATOMIC)?\}/g;

/**
 * What Blockly's generators of all languages have, but not their base.
 */
type Generator = CodeGenerator & {
  definitions_: Record<string, string>;
  quote_?(text: string): string;
};

/**
 * The code that other extensions have for their blocks, in one language.
 */
export class AddedCode {
  constructor(private readonly _target: BlockCodeGenerator.ITarget) {}

  /**
   * Have the generator know the blocks that there are now.
   */
  update(): void {
    const { generator, language, placeholder } = this._target;
    const table = generator.forBlock as Record<string, BlockFunction>;
    for (const type of this._types) {
      delete table[type];
    }
    this._types.clear();
    for (const type of addedBlocks.types) {
      const code = addedBlocks.codeOf(type, language);
      if (code !== undefined && !(type in table)) {
        table[type] = checked(emitOf(code, placeholder));
        this._types.add(type);
      }
    }
  }

  /**
   * The types of added blocks for which there is no code.
   */
  get missing(): string[] {
    const { forBlock } = this._target.generator;
    return [...addedBlocks.types].filter(type => !(type in forBlock));
  }

  private readonly _types = new Set<string>();
}

/**
 * A function that fails where its own code is not that of its block, and not
 * where the block around it looks for a value.
 */
function checked(emit: BlockFunction): BlockFunction {
  return (block, generator) => {
    const code: unknown = emit(block, generator);
    const isValue = Array.isArray(code)
      ? typeof code[0] === 'string' && typeof code[1] === 'number'
      : false;
    if (block.outputConnection ? !isValue : typeof code !== 'string') {
      throw new Error(
        block.outputConnection
          ? 'A value is [code, order].'
          : 'A statement is a text.'
      );
    }
    return code as string | [string, number];
  };
}

function emitOf(code: BlockCode, placeholder: string): BlockFunction {
  if (typeof code === 'function') {
    return code;
  }
  const template: IBlockTemplate =
    typeof code === 'string' ? { code } : { ...code };
  const { code: text, order = NONE } = template;
  return (block, given) => {
    const generator = given as Generator;
    if (typeof text !== 'string') {
      throw new Error('A template is a text.');
    }
    for (const line of template.before ?? []) {
      // No helper's name can begin with a percent sign.
      generator.definitions_[`%${line}`] = line;
    }
    const filled = text.replace(HOLE, (_, kind, name, isAtomic) =>
      holeOf(
        block,
        generator,
        kind,
        name,
        isAtomic ? ATOMIC : NONE,
        placeholder
      )
    );
    return block.outputConnection ? [filled, order] : `${filled.trimEnd()}\n`;
  };
}

function holeOf(
  block: Block,
  generator: Generator,
  kind: string,
  name: string,
  order: number,
  placeholder: string
): string {
  switch (kind) {
    case '>':
      return generator.statementToCode(block, name).trimEnd();
    case '@':
      return generator.getVariableName(String(block.getFieldValue(name)));
    case '%':
      return String(block.getFieldValue(name));
    case "'": {
      const text = String(block.getFieldValue(name));
      return generator.quote_?.(text) ?? JSON.stringify(text);
    }
    default:
      return generator.valueToCode(block, name, order) || placeholder;
  }
}
