import type { Block } from 'blockly/core';

import { takenItem, type Emit } from '../kit';
import type { RGenerator } from './generator';
import { takeItem } from './lists';

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
  const taken = takenItem(block, 'VALUE');
  const variable = generator.variable(block);
  const becomes = generator.assign(variable);
  if (becomes === '<<-') {
    // It would look further than the session, and find a function of R's.
    generator.starts.change(variable, 'nothing');
  }
  const code = taken
    ? takeItem(taken, generator, `${variable} ${becomes}`)
    : `${variable} ${becomes} ${generator.value(block, 'VALUE')}\n`;
  generator.starts.set(variable);
  return code;
}

function define(block: Block, generator: RGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const parameters = generator.parameters(block);
  const own = generator.ownVariables(block);
  generator.inFunction([...parameters, ...own], () => {
    const stack = block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    const forced = lateParameters(block, generator);
    let body = forced
      .map(parameter => `${generator.INDENT}force(${parameter})\n`)
      .join('');
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
 * The parameters whose values might be found out too late: R does it when the
 * function first asks for one, which by then may have changed something, or
 * said something.
 */
function lateParameters(definition: Block, generator: RGenerator): string[] {
  const name = String(definition.getFieldValue('NAME'));
  const own = new Set([
    ...generator.parameters(definition),
    ...generator.ownVariables(definition)
  ]);
  const body = definition.getDescendants(false).slice(1);
  const changes = body.some(
    block =>
      (CALL.test(block.type) && block.getFieldValue('NAME') !== name) ||
      (!block.type.startsWith('variables_get') &&
        block
          .getVarModels()
          .some(model => !own.has(generator.getVariableName(model.getId())))) ||
      /^lists_[gs]etIndex$/.test(block.type)
  );
  const says = body.some(block => /^text_pr(int|ompt)/.test(block.type));
  const calls = definition.workspace
    .getAllBlocks(false)
    .filter(
      block => CALL.test(block.type) && block.getFieldValue('NAME') === name
    );
  const given = (call: Block, input: string) =>
    call.getInputTargetBlock(input)?.getDescendants(false) ?? [];
  const isLate = calls
    .flatMap(call => call.inputList.flatMap(input => given(call, input.name)))
    .some(
      block =>
        (changes && !isSteady(block, generator)) ||
        (acts(block) && (says || block.getFieldValue('NAME') !== name))
    );
  return isLate
    ? generator
        .parameters(definition)
        .filter((_, n) =>
          calls.some(call =>
            given(call, `ARG${n}`).some(block => !isSteady(block, generator))
          )
        )
    : [];
}

const CALL = /^procedures_call(no)?return$/;

/**
 * Whether a value is the same whenever it is found out, if those in it are: a
 * function's own variables don't change while it waits for another. One that
 * calls itself would leave more and more to find out for the end.
 */
function isSteady(block: Block, generator: RGenerator): boolean {
  if (!block.type.startsWith('variables_get')) {
    return STEADY.test(block.type) && !acts(block);
  }
  const root = block.getRootBlock();
  return (
    root.type.startsWith('procedures_def') &&
    !generator.isRecursive(root) &&
    [...generator.parameters(root), ...generator.ownVariables(root)].includes(
      generator.variable(block)
    )
  );
}

const STEADY =
  /^(colour_picker|logic_\w+|math_(number|arithmetic|single|modulo|round)|text|text_join|text_length|lists_(create_\w+|length))$/;

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
