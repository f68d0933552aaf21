import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import type { RGenerator } from './generator';

type Emits = Record<string, Emit<RGenerator>>;

export const functions: Emits = {
  variables_get: get,
  variables_get_dynamic: get,
  variables_set: set,
  variables_set_dynamic: set,
  procedures_defnoreturn: define,
  procedures_defreturn: define,

  procedures_callreturn: (block, generator) => [
    call(block, generator),
    generator.order('CALL')
  ],

  procedures_callnoreturn: (block, generator) => `${call(block, generator)}\n`,

  procedures_ifreturn(block, generator) {
    const condition = generator.value(block, 'CONDITION');
    const result = block.getInput('VALUE')?.connection
      ? generator.value(block, 'VALUE')
      : 'invisible()';
    return `if (${condition}) {\n${generator.INDENT}return(${result})\n}\n`;
  }
};

function get(block: Block, generator: RGenerator): [string, number] {
  return [generator.variable(block), generator.order('ATOMIC')];
}

function set(block: Block, generator: RGenerator): string {
  const value = generator.value(block, 'VALUE');
  const variable = generator.variable(block);
  const becomes = generator.assign(variable);
  if (becomes === '<<-') {
    // It would look further than the session, and find a function of R's.
    generator.starts.change(variable, 'nothing');
  }
  generator.starts.set(variable);
  return `${variable} ${becomes} ${value}\n`;
}

function define(block: Block, generator: RGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const parameters = generator.parameters(block);
  generator.inFunction(parameters, () => {
    const stack = block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    let body = isLate(block)
      ? parameters
          .map(parameter => `${generator.INDENT}force(${parameter})\n`)
          .join('')
      : '';
    body += stack;
    if (block.getInput('RETURN')) {
      body += `${generator.INDENT}${generator.value(block, 'RETURN')}\n`;
    } else if (!stack) {
      body += generator.emptyBody();
    }
    const code = `${name} <- function(${parameters.join(', ')}) {\n${body}}`;
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

/**
 * Whether what is given to a function might be found out too late: R does it
 * when the function first asks for it, which by then may have changed
 * something, or said something.
 */
function isLate(definition: Block): boolean {
  const own = new Set(definition.getVarModels().map(model => model.getId()));
  const name = String(definition.getFieldValue('NAME'));
  const body = definition.getDescendants(false).slice(1);
  const changes = body.some(
    block =>
      (CALL.test(block.type) && block.getFieldValue('NAME') !== name) ||
      (!block.type.startsWith('variables_get') &&
        block.getVarModels().some(model => !own.has(model.getId()))) ||
      /^lists_[gs]etIndex$/.test(block.type)
  );
  const says = body.some(block => /^text_pr(int|ompt)/.test(block.type));
  return definition.workspace
    .getAllBlocks(false)
    .filter(
      block => CALL.test(block.type) && block.getFieldValue('NAME') === name
    )
    .flatMap(block => block.getChildren(false))
    .filter(block => block.outputConnection)
    .flatMap(block => block.getDescendants(false))
    .some(
      block =>
        (changes && !CONSTANT.test(block.type)) ||
        (acts(block) && (says || block.getFieldValue('NAME') !== name))
    );
}

const CALL = /^procedures_call(no)?return$/;
const CONSTANT = /^(math_number|text|logic_boolean|colour_picker)$/;

/**
 * Whether a value may change or say something when it is found out.
 */
function acts(block: Block): boolean {
  return block.type === 'lists_getIndex'
    ? block.getFieldValue('MODE') !== 'GET'
    : /^(procedures_callreturn|text_prompt(_ext)?)$/.test(block.type);
}

function call(block: Block, generator: RGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  return `${name}(${generator.arguments(block).join(', ')})`;
}
