import type { Block } from 'blockly/core';

import { isList, type Emit, type Type } from '../kit';
import type { CppGenerator } from './generator';
import { isWritten } from './scopes';

type Emits = Record<string, Emit<CppGenerator>>;

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
      ? ` ${generator.initial(generator.types.ofResult(block), block, 'VALUE')}`
      : '';
    return `if (${condition}) {\n${generator.INDENT}return${result};\n}\n`;
  }
};

/**
 * The name of the variable of a field, which the program then has.
 */
export function named(block: Block, generator: CppGenerator): string {
  generator.program.use(String(block.getFieldValue('VAR')));
  return generator.variable(block);
}

function get(block: Block, generator: CppGenerator): [string, number] {
  return [named(block, generator), generator.order('ATOMIC')];
}

function set(block: Block, generator: CppGenerator): string {
  const type = generator.types.ofVariable(block);
  const value = generator.initial(type, block, 'VALUE');
  const variable = named(block, generator);
  if (!generator.scopes.isDeclaration(block)) {
    return `${variable} = ${value};\n`;
  }
  const start = value === '{}' ? '' : ` = ${value}`;
  return `${generator.spell(type)} ${variable}${start};\n`;
}

function define(block: Block, generator: CppGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const models = block.getVarModels();
  const isPure = generator.scopes.isPure(block);
  const parameters = generator.parameters(block).map((parameter, n) => {
    const id = models[n].getId();
    const type = generator.types.ofParameter(block, id);
    const isKept = isPure && !isWritten(block, id);
    return `${passed(type, isKept, generator)}${parameter}`;
  });
  const hasResult = block.getInput('RETURN') !== null;
  const result = generator.types.ofResult(block);
  const type = hasResult ? generator.spell(result) : 'void';
  const head = `${type} ${name}(${parameters.join(', ')})`;
  generator.program.declare(name, head);
  generator.program.within(name, () => {
    let body = block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    if (hasResult) {
      body += `${generator.INDENT}return ${generator.initial(result, block, 'RETURN')};\n`;
    }
    const code = `${head} {\n${body}}`;
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

/**
 * The type of a parameter, or of what a loop goes through: what would have to be
 * copied is referred to, if nothing changes it.
 */
export function passed(
  type: Type,
  isKept: boolean,
  generator: CppGenerator
): string {
  const spelled = generator.spell(type);
  return isKept && (isList(type) || type === 'String')
    ? `const ${spelled}& `
    : `${spelled} `;
}

function call(block: Block, generator: CppGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const types = generator.types.ofArguments(block);
  generator.program.call(name);
  const values = block.inputList
    .map(input => input.name)
    .filter(input => /^ARG\d+$/.test(input))
    .map((input, n) => generator.initial(types[n] ?? '', block, input));
  return `${name}(${values.join(', ')})`;
}
