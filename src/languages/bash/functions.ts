import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import { fill, type BashGenerator } from './generator';
import { removal } from './lists';
import { shown } from './text';
import { assigned } from './words';

type Emits = Record<string, Emit<BashGenerator>>;

export const functions: Emits = {
  variables_get: get,
  variables_get_dynamic: get,
  variables_set: set,
  variables_set_dynamic: set,
  procedures_defnoreturn: define,
  procedures_defreturn: define,

  procedures_callreturn: (block, generator) => [
    `$(${call(block, generator)})`,
    generator.order('ATOMIC')
  ],

  procedures_callnoreturn: (block, generator) => `${call(block, generator)}\n`,

  procedures_ifreturn(block, generator) {
    const condition = generator.condition(block, 'CONDITION');
    const result = block.getInput('VALUE')?.connection
      ? `${generator.INDENT}${answer(block, 'VALUE', generator)}\n`
      : '';
    return `if ${condition}; then\n${result}${generator.INDENT}return\nfi\n`;
  }
};

function get(block: Block, generator: BashGenerator): [string, number] {
  return [generator.variable(block), generator.order('ATOMIC')];
}

function set(block: Block, generator: BashGenerator): string {
  const variable = generator.variable(block);
  const value = block.getInputTargetBlock('VALUE');
  if (generator.types.ofVariable(block).startsWith('[')) {
    const code = fill(variable, generator.words(block, 'VALUE'));
    generator.starts.set(variable);
    return `${code}\n`;
  }
  const isTaken =
    value !== null &&
    value.isEnabled() &&
    value.type === 'lists_getIndex' &&
    value.getFieldValue('MODE') === 'GET_REMOVE';
  const code = isTaken
    ? removal(value, generator, variable)
    : `${variable}=${assigned(generator.word(block, 'VALUE'))}\n`;
  generator.starts.set(variable);
  return code;
}

function define(block: Block, generator: BashGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const { INDENT } = generator;
  const names = new Map(
    block
      .getVarModels()
      .filter(model => generator.types.isElsewhere(block, model.getId()))
      .map(model => [model.getId(), generator.newName(model.getName())])
  );
  const write = () => {
    const locals = [
      ...generator
        .parameters(block)
        .map((parameter, n) => `${parameter}=$${place(n)}`),
      ...generator.types
        .ownVariables(block)
        .map(id => generator.getVariableName(id))
    ];
    let body = locals.length ? `${INDENT}local ${locals.join(' ')}\n` : '';
    body += block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    if (block.getInput('RETURN')) {
      const lines = generator.withBefore(
        () => `${answer(block, 'RETURN', generator)}\n`
      );
      body += generator.prefixLines(lines, INDENT);
    }
    const code = `${name}() {\n${body || generator.emptyBody()}}`;
    generator.define(name, generator.scrub_(block, code, true));
  };
  generator.withNames(names, () =>
    generator.starts.inFunction(generator.parameters(block), write)
  );
  return null;
}

const place = (n: number) => (n < 9 ? String(n + 1) : `{${n + 1}}`);

/**
 * What gives something back: it is printed to who asks.
 */
function answer(block: Block, input: string, generator: BashGenerator): string {
  const inner = block.getInputTargetBlock(input);
  const isAsked =
    generator.types.ofInput(block, input) === 'boolean' &&
    inner?.isEnabled() &&
    /^(logic_(compare|operation|negate)|math_number_property|(text|lists)_isEmpty)$/.test(
      inner.type
    );
  return isAsked
    ? `${generator.condition(block, input)} && echo true || echo false`
    : shown(block, input, generator);
}

function call(block: Block, generator: BashGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const values = block.inputList
    .map(input => input.name)
    .filter(input => /^ARG\d+$/.test(input))
    .map(input => generator.word(block, input));
  return [name, ...values].join(' ');
}
