import type { Block } from 'blockly/core';

import { takenItem, type Emit } from '../kit';
import type { OctaveGenerator } from './generator';
import { takeItem } from './lists';

type Emits = Record<string, Emit<OctaveGenerator>>;

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
      ? `${generator.INDENT}${RESULT} = ${generator.value(block, 'VALUE')};\n`
      : '';
    return `if ${condition}\n${result}${generator.INDENT}return\nend\n`;
  }
};

/**
 * What a function gives back; a word that no variable of a program has.
 */
export const RESULT = 'result';

function get(block: Block, generator: OctaveGenerator): [string, number] {
  return [generator.variable(block), generator.order('ATOMIC')];
}

function set(block: Block, generator: OctaveGenerator): string {
  const taken = takenItem(block, 'VALUE');
  const variable = generator.variable(block);
  const code = taken
    ? takeItem(taken, generator, variable)
    : `${variable} = ${generator.value(block, 'VALUE')};\n`;
  generator.starts.set(variable);
  return code;
}

function define(block: Block, generator: OctaveGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const parameters = generator.parameters(block);
  const own = generator.ownVariables(block);
  const shared = generator
    .sharedVariables(block)
    .filter(variable => !own.includes(variable));
  generator.share(shared);
  generator.starts.inFunction([...parameters, ...own], () => {
    const hasResult = block.getInput('RETURN') !== null;
    let body = shared.length
      ? `${generator.INDENT}global ${shared.join(' ')}\n`
      : '';
    if (block.getInput('STACK')) {
      body += generator.statementToCode(block, 'STACK');
    }
    if (hasResult) {
      const value = generator.value(block, 'RETURN');
      body += `${generator.INDENT}${RESULT} = ${value};\n`;
    }
    const start = hasResult ? `function ${RESULT} = ` : 'function ';
    const code = `${start}${name}(${parameters.join(', ')})\n${body}end`;
    generator.define(name, generator.scrub_(block, code, true));
  });
  return null;
}

function call(block: Block, generator: OctaveGenerator): string {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  return `${name}(${generator.arguments(block).join(', ')})`;
}
