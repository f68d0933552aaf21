import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import type { PhpGenerator } from './generator';

type Emits = Record<string, Emit<PhpGenerator>>;

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
    const condition = generator.value(block, 'CONDITION');
    const result = block.getInput('VALUE')?.connection
      ? ` ${generator.value(block, 'VALUE')}`
      : '';
    return `if (${condition}) {\n${generator.INDENT}return${result};\n}\n`;
  }
};

function get(block: Block, generator: PhpGenerator): [string, number] {
  return [generator.variable(block), generator.order('ATOMIC')];
}

function set(block: Block, generator: PhpGenerator): string {
  const value = generator.value(block, 'VALUE');
  const variable = generator.variable(block);
  generator.starts.set(variable);
  return `${variable} = ${value};\n`;
}

function define(block: Block, generator: PhpGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const parameters = generator.parameters(block);
  const shared = generator.sharedVariables(block);
  generator.starts.inFunction(parameters, () => {
    let body = shared.length
      ? `${generator.INDENT}global ${shared.join(', ')};\n`
      : '';
    if (block.getInput('STACK')) {
      body += generator.statementToCode(block, 'STACK');
    }
    if (block.getInput('RETURN')) {
      body += `${generator.INDENT}return ${generator.value(block, 'RETURN')};\n`;
    }
    const code = `function ${name}(${parameters.join(', ')}) {\n${body}}`;
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

function call(block: Block, generator: PhpGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  return `${name}(${generator.arguments(block).join(', ')})`;
}
