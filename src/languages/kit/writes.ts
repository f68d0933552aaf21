import type { Block } from 'blockly/core';

import type { Survey } from './survey';

/**
 * The id of the variable that a block changes, or null.
 */
export function writtenBy(block: Block): string | null {
  if (
    /^(variables_set|math_change|text_append|controls_for)/.test(block.type)
  ) {
    return String(block.getFieldValue('VAR'));
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
 * another value.
 */
export function isWrittenIn(root: Block, id: string, survey: Survey): boolean {
  const calls = survey
    .within(root)
    .filter(({ block }) => block.type.startsWith('procedures_call'));
  return [...survey.calledBy(calls)].some(
    definition =>
      !survey.parametersOf(definition).has(id) &&
      survey.within(definition).some(({ block }) => writtenBy(block) === id)
  );
}
