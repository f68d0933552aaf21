import type { Block } from 'blockly/core';

import { isList, itemInputs, type Emit, type Type } from '../kit';
import type { CppGenerator } from './generator';
import { Program } from './program';
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
  const id = String(block.getFieldValue('VAR'));
  const variable = named(block, generator);
  const isFixed = generator.isOutside && isConstant(block, 'VALUE');
  if (!generator.scopes.isDeclaration(block)) {
    const code = `${variable} = ${value};\n`;
    return isFixed && generator.scopes.isShared(id)
      ? Program.first(id, generator.spell(type), code)
      : code;
  }
  const start = value === '{}' ? '' : ` = ${value}`;
  const code = `${generator.spell(type)} ${variable}${start};\n`;
  return isFixed ? Program.fixed(code) : code;
}

/**
 * Whether a value says all by itself.
 */
function isConstant(block: Block, input: string): boolean {
  const inner = block.getInputTargetBlock(input);
  return (
    !inner?.isEnabled() ||
    /^(math_number|text|logic_boolean|colour_picker|lists_create_empty)$/.test(
      inner.type
    ) ||
    (inner.type === 'lists_create_with' &&
      itemInputs(inner).every(name => isConstant(inner, name)))
  );
}

function define(block: Block, generator: CppGenerator): null {
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const models = block.getVarModels();
  const changed = [...generator.scopes.changedBy(block)].map(id =>
    generator.types.ofGlobal(id)
  );
  const inside = generator.survey.within(block);
  const parameters = generator.parameters(block).map((parameter, n) => {
    const id = models[n].getId();
    const type = generator.types.ofParameter(block, id);
    // What it refers to may be a variable of the program, or in one.
    const mayBeChanged = changed.some(one => one === type || isList(one));
    const isKept = !mayBeChanged && !isWritten(inside, id);
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
