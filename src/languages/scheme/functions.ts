import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import type { SchemeGenerator } from './generator';
import { nest } from './layout';

type Emits = Record<string, Emit<SchemeGenerator>>;

export const functions: Emits = {
  variables_get: get,
  variables_get_dynamic: get,
  variables_set: set,
  variables_set_dynamic: set,
  procedures_defnoreturn: define,
  procedures_defreturn: define,

  procedures_callreturn: (block, generator) => [
    call(block, generator),
    generator.order('ATOMIC')
  ],

  procedures_callnoreturn: (block, generator) => `${call(block, generator)}\n`,

  procedures_ifreturn(block, generator) {
    const condition = generator.value(block, 'CONDITION');
    const result = block.getInput('VALUE')?.connection
      ? generator.value(block, 'VALUE')
      : '#f';
    switch (generator.answers.get(block)) {
      case 'only':
        return `(if ${condition}\n    ${result}\n`;
      case 'first':
        return `(cond (${condition} ${result})\n`;
      case 'next':
        return `      (${condition} ${result})\n`;
      default:
        return nest(`(if ${condition}`, `(return ${result})`, 4) + '\n';
    }
  }
};

function get(block: Block, generator: SchemeGenerator): [string, number] {
  return [generator.read(generator.variable(block)), generator.order('ATOMIC')];
}

function set(block: Block, generator: SchemeGenerator): string {
  const value = generator.value(block, 'VALUE');
  return generator.assign(block, generator.variable(block), value);
}

function define(block: Block, generator: SchemeGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const parameters = generator.parameters(block);
  generator.inFunction(block, parameters, () => {
    const hasResult = block.getInput('RETURN') !== null;
    const last = hasResult ? lastAnswers(block) : [];
    last.forEach((answer, n) =>
      generator.answers.set(
        answer,
        last.length === 1 ? 'only' : n ? 'next' : 'first'
      )
    );
    const isEmpty = hasResult && !block.getInputTargetBlock('STACK');
    let body = isEmpty ? '' : generator.forms(block, 'STACK');
    body = generator.ownDefinitions() + body;
    if (hasResult) {
      const result = generator.value(block, 'RETURN');
      body +=
        last.length === 1
          ? `    ${result})\n`
          : last.length
            ? `      (else ${result}))\n`
            : `${result}\n`;
    }
    if (leaves(block).length > last.length) {
      body = nest('(call/cc', nest('(lambda (return)', body), 1) + '\n';
    }
    const code = nest(`(define (${[name, ...parameters].join(' ')})`, body);
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

/**
 * The blocks with which a function gives back its value before its end.
 */
function leaves(definition: Block): Block[] {
  return definition
    .getDescendants(false)
    .filter(block => block.type === 'procedures_ifreturn' && block.isEnabled());
}

/**
 * Those of them that come last of all that a function does: together with the
 * value at its end they are one condition. None where it can be left before.
 */
function lastAnswers(definition: Block): Block[] {
  let last: Block[] = [];
  let block = definition.getInputTargetBlock('STACK');
  for (; block; block = block.getNextBlock()) {
    if (block.isEnabled()) {
      last = block.type === 'procedures_ifreturn' ? [...last, block] : [];
    }
  }
  return leaves(definition).length === last.length ? last : [];
}

function call(block: Block, generator: SchemeGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  return `(${[name, ...generator.arguments(block)].join(' ')})`;
}
