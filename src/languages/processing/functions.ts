import type { Block } from 'blockly/core';

import { type Emit, type Type } from '../kit';
import type { ProcessingGenerator } from './generator';
import { javaType } from './types';

type Emits = Record<string, Emit<ProcessingGenerator>>;

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

  procedures_callnoreturn: (block, generator) => `${call(block, generator)};\n`,

  procedures_ifreturn(block, generator) {
    const condition = generator.as('boolean', block, 'CONDITION');
    const result = block.getInput('VALUE')?.connection
      ? ` ${generator.as(resultOf(block, generator), block, 'VALUE')}`
      : '';
    return `if (${condition}) {\n${generator.INDENT}return${result};\n}\n`;
  }
};

function get(block: Block, generator: ProcessingGenerator): [string, number] {
  const variable = generator.variable(block);
  generator.sketch.use(variable);
  return [variable, generator.order('ATOMIC')];
}

function set(block: Block, generator: ProcessingGenerator): string {
  const isFirst = generator.isAtTop;
  const type = generator.types.ofVariable(block);
  const value = generator.as(type || 'Object', block, 'VALUE');
  const variable = generator.variable(block);
  generator.sketch.use(variable);
  generator.starts.set(variable);
  const start = isFirst
    ? generator.sketch.declare(variable, isFixed(block, 'VALUE'))
    : '';
  return `${start}${variable} = ${value};\n`;
}

/**
 * Whether a value says all by itself.
 */
function isFixed(block: Block, input: string): boolean {
  const inner = block.getInputTargetBlock(input);
  return (
    !inner ||
    !inner.isEnabled() ||
    /^(math_number|text|logic_boolean|logic_null|colour_picker|lists_create_empty)$/.test(
      inner.type
    ) ||
    (inner.type === 'lists_create_with' &&
      inner.inputList.every(({ name }) => isFixed(inner, name)))
  );
}

function define(block: Block, generator: ProcessingGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const models = block.getVarModels();
  const parameters = generator
    .parameters(block)
    .map(
      (parameter, n) =>
        `${javaType(generator.types.ofParameter(block, models[n].getId()))} ${parameter}`
    );
  const hasResult = block.getInput('RETURN') !== null;
  const result = resultOf(block, generator);
  const names = generator.parameters(block);
  const write = () => {
    let body = block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    if (hasResult) {
      body += `${generator.INDENT}return ${generator.as(result, block, 'RETURN')};\n`;
    }
    const type = hasResult ? javaType(result) : 'void';
    const code = `${type} ${name}(${parameters.join(', ')}) {\n${body}}`;
    generator.define(name, generator.scrub_(block, code, true));
  };
  generator.sketch.within(names, () =>
    generator.starts.inFunction(names, write)
  );
  return null;
}

function resultOf(block: Block, generator: ProcessingGenerator): Type {
  const type = generator.types.ofResult(block);
  return javaType(type) === 'Object' ? 'Object' : type;
}

function call(block: Block, generator: ProcessingGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const types = generator.types.ofArguments(block);
  const names = block.inputList
    .map(({ name }) => name)
    .filter(name => /^ARG\d+$/.test(name));
  // Processing.js takes `a < b, c > d` for types of Java.
  const order = names.length > 1 ? 'COMPARE' : 'NONE';
  const values = names.map((name, n) =>
    generator.as(types[n] || 'Object', block, name, order)
  );
  return `${name}(${values.join(', ')})`;
}
