import type { Block } from 'blockly/core';

import type { Emit } from '../kit';
import type { LuaGenerator } from './generator';

type Emits = Record<string, Emit<LuaGenerator>>;

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
      ? ` ${generator.value(block, 'VALUE')}`
      : '';
    return `if ${condition} then\n${generator.INDENT}return${result}\nend\n`;
  }
};

function get(block: Block, generator: LuaGenerator): [string, number] {
  return [generator.variable(block), generator.order('ATOMIC')];
}

function set(block: Block, generator: LuaGenerator): string {
  const value = generator.value(block, 'VALUE');
  const variable = generator.variable(block);
  generator.starts.set(variable);
  return `${variable} = ${value}\n`;
}

function define(block: Block, generator: LuaGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const parameters = generator.parameters(block);
  generator.starts.inFunction(parameters, () => {
    let body = block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    if (block.getInput('RETURN')) {
      body += `${generator.INDENT}return ${generator.value(block, 'RETURN')}\n`;
    }
    const code = `function ${name}(${parameters.join(', ')})\n${body}end`;
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

function call(block: Block, generator: LuaGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  return `${name}(${generator.arguments(block).join(', ')})`;
}
