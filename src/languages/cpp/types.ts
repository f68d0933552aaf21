import type { Block } from 'blockly/core';

import { UNKNOWN_TYPE } from '../../blocks/unknown';
import {
  Inference,
  UNKNOWN,
  isList,
  itemOf,
  type Survey,
  type Type
} from '../kit';
import { LARGEST, Ranges } from './ranges';
import type { Reason } from './reasons';

/**
 * The types of a program, as far as C++ has them.
 */
export class CppTypes extends Inference {
  /**
   * @param isLocal - whether a variable, by its id, is declared where it is
   *   given its first value
   */
  constructor(survey: Survey, isLocal: (id: string) => boolean) {
    super(survey);
    const { blocks } = this;
    this.ranges = new Ranges(this, blocks, isLocal);
    this.isLarge = blocks.some(block => this._isLarge(block));
    this.isAscii = blocks.every(isAsciiBlock);
  }

  /**
   * Between which numbers those of the program are.
   */
  readonly ranges: Ranges;

  /**
   * Whether whole numbers may leave the 32 bits of an `int`: a program that only
   * counts stays in them.
   */
  readonly isLarge: boolean;

  /**
   * Whether all texts of the program are in ASCII, where a letter is a byte.
   */
  readonly isAscii: boolean;

  /**
   * Why C++ cannot do a block, or null.
   */
  problem(block: Block): Reason | null {
    const { type } = block;
    const types = block.outputConnection ? [this.of(block)] : [];
    if (/^(variables_set|math_change|text_append|controls_for)/.test(type)) {
      types.push(this.ofVariable(block));
    } else if (type === 'lists_setIndex') {
      types.push(this.ofInput(block, 'LIST'));
    } else if (type.startsWith('procedures_call')) {
      types.push(...this.ofArguments(block));
    } else if (type === 'procedures_defreturn') {
      types.push(this.ofResult(block));
    }
    const found = types.map(problemOf).find(reason => reason !== null) ?? null;
    // Who puts nothing into a variable is refused, and not who reads it.
    return found === 'nothing' && type.startsWith('variables_get')
      ? null
      : found;
  }

  /**
   * Whether a function takes a text or a list.
   */
  takesObjects(name: string): boolean {
    const definition = this.definitionOf(name);
    return (definition?.getVarModels() ?? []).some(model => {
      const type = this.ofParameter(definition!, model.getId());
      return type === 'String' || isList(type);
    });
  }

  private _isLarge(block: Block): boolean {
    const isSet = /^(variables_set|math_change|controls_for)/.test(block.type);
    const type = isSet
      ? this.ofVariable(block)
      : block.outputConnection
        ? this.of(block)
        : null;
    if (type !== 'int') {
      return false;
    }
    const [low, high] = isSet
      ? this.ranges.ofVariable(block)
      : this.ranges.of(block);
    return low < -LARGEST || high > LARGEST;
  }

  protected override find(block: Block): Type {
    const type = super.find(block);
    if (type !== 'Object' || VARIOUS.test(block.type)) {
      return type;
    }
    // An empty text stands for a block that has no code; what another extension
    // has is taken as it is.
    return block.type === UNKNOWN_TYPE || PYTHON.test(block.type)
      ? 'String'
      : UNKNOWN;
  }
}

/** Blocks of values that are Python's. */
const PYTHON = /^expression_/;

/** Blocks whose values may be of any type. */
const VARIOUS =
  /^(variables_get|lists_getIndex|logic_ternary|procedures_call|math_on_list)/;

/**
 * Why C++ has no values of a type, or null.
 */
export function problemOf(type: Type): Reason | null {
  const item = type.replace(/^\[+/, '');
  return item === 'null' ? 'nothing' : item === 'Object' ? 'kinds' : null;
}

/**
 * Whether the texts of a block are in ASCII, as far as it says.
 */
function isAsciiBlock(block: Block): boolean {
  return (
    !/^(text_prompt|expression_|jigsaw_unknown)/.test(block.type) &&
    block.inputList.every(input =>
      input.fieldRow.every(
        field =>
          !['TEXT', 'COLOUR'].includes(field.name ?? '') ||
          // Control characters are what ASCII has, too.
          // eslint-disable-next-line no-control-regex
          /^[\x00-\x7f]*$/.test(String(field.getValue()))
      )
    )
  );
}

/**
 * A type as C++ writes it.
 *
 * @param whole - what whole numbers are
 */
export function cppType(type: Type, whole: string): string {
  if (isList(type)) {
    return `std::vector<${cppType(itemOf(type), whole)}>`;
  }
  return (
    { float: 'double', boolean: 'bool', String: 'std::string' }[type] ?? whole
  );
}
