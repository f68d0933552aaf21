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
    return nest(`(if ${condition}`, `(return ${result})`, 4) + '\n';
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
  generator.inFunction(parameters, () => {
    const hasResult = block.getInput('RETURN') !== null;
    const isEmpty = hasResult && !block.getInputTargetBlock('STACK');
    let body = isEmpty ? '' : generator.forms(block, 'STACK');
    if (hasResult) {
      body += `${generator.value(block, 'RETURN')}\n`;
    }
    if (isLeft(block)) {
      body = nest('(call/cc', nest('(lambda (return)', body)) + '\n';
    }
    const code = nest(`(define (${[name, ...parameters].join(' ')})`, body);
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

/**
 * Whether a function gives back its value before its end.
 */
function isLeft(definition: Block): boolean {
  return definition
    .getDescendants(false)
    .some(block => block.type === 'procedures_ifreturn' && block.isEnabled());
}

function call(block: Block, generator: SchemeGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  return `(${[name, ...generator.arguments(block)].join(' ')})`;
}
