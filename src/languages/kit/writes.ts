import type { Block } from 'blockly/core';

import type { Survey } from './survey';

/**
 * The id of the variable to which a block gives another value, or null.
 */
function setBy(block: Block): string | null {
  return /^(variables_set|math_change|text_append|controls_for)/.test(
    block.type
  )
    ? String(block.getFieldValue('VAR'))
    : null;
}

/**
 * The id of the variable that a block changes, or the list in it, or null.
 */
export function writtenBy(block: Block): string | null {
  const set = setBy(block);
  if (set !== null) {
    return set;
  }
  let list =
    block.type === 'lists_setIndex'
      ? block.getInputTargetBlock('LIST')
      : block.type === 'lists_getIndex' && block.getFieldValue('MODE') !== 'GET'
        ? block.getInputTargetBlock('VALUE')
        : null;
  // What is changed in a list that is in a list changes both.
  while (list?.type === 'lists_getIndex') {
    list = list.getInputTargetBlock('VALUE');
  }
  return list?.type.startsWith('variables_get')
    ? String(list.getFieldValue('VAR'))
    : null;
}

/**
 * Whether a function that is called in a block gives a variable of the program
 * another value. A list that is changed is the same list.
 */
export function isSetIn(root: Block, id: string, survey: Survey): boolean {
  const calls = survey
    .within(root)
    .filter(({ block }) => block.type.startsWith('procedures_call'));
  return [...survey.calledBy(calls)].some(
    definition =>
      !survey.parametersOf(definition).has(id) &&
      survey.within(definition).some(({ block }) => setBy(block) === id)
  );
}
