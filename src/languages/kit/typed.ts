import type { Block, Workspace } from 'blockly/core';

import { TableGenerator } from './generator';
import type { Inference } from './inference';
import { itemInputs } from './items';
import { UNKNOWN, isNumber, isPrimitive, type Type } from './types';

/**
 * A generator of a language in which things have types, which are found out
 * before there is any code.
 */
export abstract class TypedGenerator<
  T extends Inference = Inference
> extends TableGenerator {
  /**
   * What is known of the types of the program.
   */
  get types(): T {
    return this._inference!;
  }

  /**
   * A value as a type: what is of another is made one of it.
   */
  as(type: Type, block: Block, input: string, order = 'NONE'): string {
    const from = this.types.ofInput(block, input);
    if (from === 'null' && isPrimitive(type)) {
      return type === 'boolean' ? this.language.literals.false : '0';
    }
    return from === 'null' || from === type || NO_TYPES.has(type)
      ? this.typed(type, block, input, order)
      : this.cast(from, type, block, input, order);
  }

  /**
   * A value as a number, whole or not.
   */
  asNumber(block: Block, input: string, order = 'NONE'): string {
    const type = this.types.ofInput(block, input);
    return isNumber(type)
      ? this.typed(type, block, input, order)
      : this.as('float', block, input, order);
  }

  /**
   * A template whose inputs are numbers: `{NAME:ORDER}`, `{=helper}`.
   */
  withNumbers(block: Block, template: string): string {
    return template.replace(
      /\{(=?)(\w+)(?::(\w+))?\}/g,
      (_, isHelper: string, name: string, order?: string) =>
        isHelper ? this.helper(name) : this.asNumber(block, name, order)
    );
  }

  override init(workspace: Workspace, roots?: readonly Block[]): void {
    super.init(workspace, roots);
    this._inference = this.infer();
  }

  /**
   * Find out the types of a program.
   */
  protected abstract infer(): T;

  /**
   * A value that is of one type, as another.
   */
  protected abstract cast(
    from: Type,
    type: Type,
    block: Block,
    input: string,
    order: string
  ): string;

  /**
   * A value that is of a type already.
   */
  protected typed(
    _type: Type,
    block: Block,
    input: string,
    order: string
  ): string {
    return this.value(block, input, order);
  }

  private _inference: T | null = null;
}

/**
 * Whether a block is a list without items.
 */
export function isEmptyList(block: Block | null): boolean {
  return (
    block?.type === 'lists_create_empty' ||
    (block?.type === 'lists_create_with' && !itemInputs(block).length)
  );
}

/** Types that say nothing. */
const NO_TYPES: ReadonlySet<Type> = new Set([UNKNOWN, 'null', 'Object']);
