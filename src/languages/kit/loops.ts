import type { Block } from 'blockly/core';

import { walk } from '../walk';
import type { TableGenerator } from './generator';

/**
 * Whether a loop, or a function that it calls, may give a variable another
 * value.
 *
 * @param id - of the variable
 */
export function mayChange(loop: Block, id: string): boolean {
  const changes = (block: Block) =>
    isCall(block) ||
    (changesList(block) &&
      ['LIST', 'VALUE'].some(
        name => block.getInputTargetBlock(name)?.getFieldValue('VAR') === id
      )) ||
    (!block.type.startsWith('variables_get') &&
      block.getVarModels().some(model => model.getId() === id));
  return changes(loop) || someIn(loop.getInputTargetBlock('DO'), changes);
}

/**
 * Whether to find the value of an input may change something, or say something.
 */
export function hasEffects(block: Block, input: string): boolean {
  return someIn(
    block.getInputTargetBlock(input),
    inner =>
      isCall(inner) ||
      /^text_prompt/.test(inner.type) ||
      (inner.type === 'lists_getIndex' && inner.getFieldValue('MODE') !== 'GET')
  );
}

/**
 * Whether one of a block and those below it, that are not disabled, is so.
 */
function someIn(root: Block | null, isSo: (block: Block) => boolean): boolean {
  let found = false;
  if (root) {
    walk(root, block => {
      found ||= block.isEnabled() && isSo(block);
      return !found;
    });
  }
  return found;
}

/**
 * The opposite of a comparison that has one even for what is no number, of which
 * neither `<` nor `>=` is true; null for all other blocks.
 */
export function oppositeOf(block: Block | null): 'EQ' | 'NEQ' | null {
  if (!block?.isEnabled() || block.type !== 'logic_compare') {
    return null;
  }
  const operator: unknown = block.getFieldValue('OP');
  return operator === 'EQ' ? 'NEQ' : operator === 'NEQ' ? 'EQ' : null;
}

function isCall(block: Block): boolean {
  return /^procedures_call(no)?return$/.test(block.type);
}

/**
 * The three parts of a loop that repeats, for languages with C's.
 *
 * @param times - how often, where the blocks don't say it
 */
export function repeatHead(
  block: Block,
  generator: TableGenerator,
  times: () => string
): string {
  const field = block.getField('TIMES');
  const constant = field
    ? Number(field.getValue())
    : generator.constant(block, 'TIMES');
  const index = generator.newName('k');
  let start = `${index} = 0`;
  let end = String(constant);
  if (constant === null) {
    // Computed once: the body may change what it is computed from.
    end = generator.newName('end');
    start += `, ${end} = ${times()}`;
  }
  return `${start}; ${index} < ${end}; ${index}++`;
}

/**
 * The three parts of a loop that counts, for languages with C's, or null where
 * the blocks don't say which way, or where the loop counts one too far.
 */
export function countingHead(
  block: Block,
  generator: TableGenerator
): string | null {
  if (!generator.isCountedAlone(block)) {
    return null;
  }
  const variable = generator.variable(block);
  const [from, to, by] = ['FROM', 'TO', 'BY'].map(name =>
    generator.constant(block, name)
  );
  if (from === null || to === null || by === null) {
    return null;
  }
  const isUp = from <= to;
  const size = Math.abs(by);
  const sign = isUp ? '+' : '-';
  const step =
    size === 1 ? `${variable}${sign}${sign}` : `${variable} ${sign}= ${size}`;
  return `${variable} = ${from}; ${variable} ${isUp ? '<=' : '>='} ${to}; ${step}`;
}

/**
 * Whether nothing that a loop does may change the list that it goes through.
 */
export function isKept(loop: Block): boolean {
  const list = loop.getInputTargetBlock('LIST');
  if (!list || NEW_LIST.test(list.type)) {
    return true;
  }
  if (
    list.type.startsWith('variables_get') &&
    mayChange(loop, String(list.getFieldValue('VAR')))
  ) {
    return false;
  }
  return !someIn(
    loop.getInputTargetBlock('DO'),
    inner => isCall(inner) || changesList(inner)
  );
}

/**
 * Whether a block changes the list that it is given.
 */
function changesList(block: Block): boolean {
  return block.type === 'lists_getIndex'
    ? block.getFieldValue('MODE') !== 'GET'
    : block.type === 'lists_setIndex';
}

/** Blocks that make a list which nothing else has. */
const NEW_LIST =
  /^lists_(create_empty|create_with|repeat|split|getSublist|sort|reverse)$/;
