import type { Block } from 'blockly/core';

import { Inference } from './inference';
import type { SessionReads } from './sessionReads';
import type { Survey } from './survey';
import { isList, isNumber, type Type } from './types';
import type { IUse } from './variableFacts';

/**
 * The types of a program in a language that asks for none: only what is sure is
 * said, so that it can be written more simply.
 *
 * What the program is not seen to set is the session's, and may be anything.
 */
export class SureTypes extends Inference {
  constructor(survey: Survey, uses: readonly IUse[], session: SessionReads) {
    const ofAnyType = [...foreignIn(uses), ...session.read];
    super(
      survey,
      new Map([
        // What is added to may have been no whole number.
        ...[...session.changed].map((id): [string, Type] => [id, 'float']),
        ...ofAnyType.map((id): [string, Type] => [id, ANYTHING])
      ])
    );
  }

  /**
   * The type of a block's value, as Blockly's checks name it, or null.
   */
  checkOf(block: Block): string | null {
    return block.isEnabled() ? checkFor(this.of(block)) : null;
  }

  /**
   * That of the variable in a field of a block.
   */
  checkOfVariable(block: Block, field: string): string | null {
    return checkFor(this.ofVariable(block, field));
  }

  /**
   * That of the items of what a block gives.
   */
  itemCheckOf(block: Block): string | null {
    const type = block.isEnabled() ? this.of(block) : '';
    return isList(type) ? checkFor(type.slice(1)) : null;
  }

  override ofInput(block: Block, input: string): Type {
    const type = super.ofInput(block, input);
    // What may be nothing is of no type.
    return type === 'null' ? ANYTHING : type;
  }

  override ofVariable(block: Block, field = 'VAR'): Type {
    const type = super.ofVariable(block, field);
    const foreign = this.foreign.get(String(block.getFieldValue(field)));
    return foreign === ANYTHING || (foreign && isNumber(type)) ? foreign : type;
  }

  protected override find(block: Block): Type {
    return block.type === 'logic_null' ? ANYTHING : super.find(block);
  }

  protected override ofForeign(block: Block): Type {
    const type = super.ofForeign(block);
    return isNumber(type) ? 'float' : type;
  }

  protected override guessed(): Type {
    return ANYTHING;
  }
}

const ANYTHING: Type = 'Object';

function checkFor(type: Type): string | null {
  return isNumber(type)
    ? 'Number'
    : isList(type)
      ? 'Array'
      : (CHECKS[type] ?? null);
}

const CHECKS: Record<Type, string> = { String: 'String', boolean: 'Boolean' };

/**
 * The variables that blocks name of which nobody knows what they do with them.
 */
function foreignIn(uses: readonly IUse[]): Set<string> {
  return new Set(
    uses
      .filter(({ block }) => !KNOWN.test(block.type))
      .flatMap(({ ids }) => ids)
  );
}

const KNOWN =
  /^(variables_[gs]et(_dynamic)?|math_change|text_append|controls_for(Each)?|procedures_\w+)$/;
