import { Variables, type Block } from 'blockly/core';

import { walk } from '../walk';
import { nameOf } from './keys';
import type { TableGenerator } from './generator';

/**
 * Whether nothing but a loop itself, and what is in it, names its variable.
 */
export function isLoopLocal(loop: Block): boolean {
  const id = String(loop.getFieldValue('VAR'));
  const inside = new Set<Block>();
  walk(loop, block => {
    inside.add(block);
    return true;
  });
  let next = loop.getNextBlock();
  while (next) {
    walk(next, block => {
      inside.delete(block);
      return true;
    });
    next = next.getNextBlock();
  }
  return Variables.getVariableUsesById(loop.workspace, id).every(
    block =>
      inside.has(block) || !block.isEnabled() || isOfAnother(block, loop, id)
  );
}

/**
 * Whether the variable of that name is a parameter where a block is, and it is
 * not the function that a loop is in.
 */
function isOfAnother(block: Block, loop: Block, id: string): boolean {
  const root = block.getRootBlock();
  const isParameter =
    root.type.startsWith('procedures_def') &&
    root.getVarModels().some(model => model.getId() === id);
  return isParameter
    ? root !== loop.getRootBlock()
    : // A call names the parameters of what it calls.
      /^procedures_call/.test(block.type);
}

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
 * Whether the variable of a loop may be read when the loop is over, where it is
 * to hold the last number, and not the first one that was too large.
 */
export function isReadAfter(loop: Block): boolean {
  const id = String(loop.getFieldValue('VAR'));
  const reads = Variables.getVariableUsesById(loop.workspace, id).filter(
    block =>
      block.isEnabled() &&
      !/^(variables_set|controls_for|procedures_def)/.test(block.type) &&
      !isOfAnother(block, loop, id) &&
      !isCounted(block, loop, id)
  );
  const root = loop.getRootBlock();
  if (!reads.length || reads.some(block => block.getRootBlock() !== root)) {
    return reads.length > 0;
  }
  let first = loop;
  for (let outer = loop.getSurroundParent(); outer;) {
    // What comes before it in a loop comes after it as well.
    first = LOOP.test(outer.type) ? outer : first;
    outer = outer.getSurroundParent();
  }
  const order = root.getDescendants(true);
  const behind = new Set(order.slice(order.indexOf(first) + 1));
  return reads.some(block => behind.has(block));
}

/**
 * Whether a block is in a loop that gives the variable its value: in this one,
 * or in one that begins before or behind it.
 */
function isCounted(block: Block, loop: Block, id: string): boolean {
  let inner = block;
  let outer = inner.getSurroundParent();
  for (; outer; inner = outer, outer = inner.getSurroundParent()) {
    const counts =
      /^controls_for/.test(outer.type) && outer.getFieldValue('VAR') === id;
    if (counts && !inner.outputConnection) {
      return outer === loop || !isInside(loop, outer);
    }
  }
  return false;
}

function isInside(block: Block, loop: Block): boolean {
  let outer = block.getSurroundParent();
  while (outer && outer !== loop) {
    outer = outer.getSurroundParent();
  }
  return outer === loop;
}

const LOOP = /^controls_(repeat|whileUntil|for)/;

/**
 * Whether what a loop does, or a function that it calls, gives its variable
 * another value, which is not to change how it counts.
 */
export function setsCounter(loop: Block): boolean {
  const id = String(loop.getFieldValue('VAR'));
  const sets = (block: Block) =>
    !/^(variables_get|procedures_)/.test(block.type) &&
    block.getVarModels().some(model => model.getId() === id);
  const definitions = new Map(
    loop.workspace
      .getTopBlocks(false)
      .filter(({ type }) => type.startsWith('procedures_def'))
      .map(block => [nameOf(block), block])
  );
  const called = new Set<string>();
  const visit = (root: Block | null) =>
    someIn(root, block => {
      if (isCall(block)) {
        called.add(nameOf(block));
      }
      return sets(block);
    });
  if (visit(loop.getInputTargetBlock('DO'))) {
    return true;
  }
  // A set's iteration visits what is added under way.
  for (const name of called) {
    const definition = definitions.get(name);
    const isParameter = definition
      ?.getVarModels()
      .some(model => model.getId() === id);
    if (definition && visit(definition) && !isParameter) {
      return true;
    }
  }
  return false;
}

/**
 * The three parts of a loop that counts, for languages with C's, or null where
 * the blocks don't say which way, or where the loop counts one too far.
 */
export function countingHead(
  block: Block,
  generator: TableGenerator
): string | null {
  if (isReadAfter(block) || setsCounter(block)) {
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
