import type { Block } from 'blockly/core';
import { Order } from 'blockly/python';

import { walk } from '../walk';
import type { KernelPythonGenerator } from './generator';

/**
 * A function, with `global` for the variables that it sets.
 *
 * Blockly's own names every variable of the workspace there.
 */
export function procedureDefinition(
  block: Block,
  generator: KernelPythonGenerator
): null {
  const name = generator.getProcedureName(block.getFieldValue('NAME'));
  const parameters = block
    .getVarModels()
    .map(variable => generator.getVariableName(variable.getId()));
  const globals = globalNames(block, generator).filter(
    variable => !parameters.includes(variable)
  );
  generator.starts.inFunction(parameters, () => {
    let body = block.getInput('STACK')
      ? generator.statementToCode(block, 'STACK')
      : '';
    const result = block.getInput('RETURN')
      ? generator.valueToCode(block, 'RETURN', Order.NONE)
      : '';
    if (result) {
      body += `${generator.INDENT}return ${result}\n`;
    }
    if (globals.length) {
      body = `${generator.INDENT}global ${globals.join(', ')}\n${body || generator.PASS}`;
    }
    const code = `def ${name}(${parameters.join(', ')}):\n${body || generator.PASS}`;
    generator.defineFunction(name, generator.scrub_(block, code));
  });
  return null;
}

/**
 * The names of variables that blocks inside a definition may set.
 */
function globalNames(
  definition: Block,
  generator: KernelPythonGenerator
): string[] {
  const ids = new Set<string>();
  const words = new Set<string>();
  walk(definition, block => {
    if (block !== definition && !NAMES_ONLY.test(block.type)) {
      block.getVarModels().forEach(model => ids.add(model.getId()));
      // Typed code may set any variable that it names.
      const typed: unknown = block.type.startsWith('expression_')
        ? block.getFieldValue('expression')
        : '';
      String(typed)
        .match(/[\p{L}\p{N}_]+/gu)
        ?.forEach(word => words.add(word));
    }
    return true;
  });
  return definition.workspace
    .getVariableMap()
    .getAllVariables()
    .filter(variable => {
      return ids.has(variable.getId()) || words.has(variable.getName());
    })
    .map(variable => generator.getVariableName(variable.getId()));
}

/**
 * Blocks that name variables and do not set them: a call names the parameters
 * of what it calls.
 */
const NAMES_ONLY = /^(variables_get|procedures_call)/;
