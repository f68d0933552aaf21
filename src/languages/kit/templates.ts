import type { Block } from 'blockly/core';

import type { Emit, TableGenerator } from './generator';

/**
 * What a template may hold:
 *
 * - `{NAME}`, `{NAME:ORDER}`: the value of an input, in parentheses where the
 *   order (a name of the language's table) asks for them
 * - `{!NAME}`: the opposite of a condition
 * - `{>NAME}`: the statements of an input, indented
 * - `{@FIELD}`: the name of a field's variable, `{%FIELD}`: a field's text
 * - `{#NAME}`, `{#NAME:ORDER}`: a place in a list or text, counted as the
 *   language counts
 * - `{-NAME}`: what to take from the last place for one that is counted from
 *   the end: nothing, or ` - 2`
 * - `{=helper}`: the name of a helper function, which the program then has
 *
 * Other braces are the language's own.
 */
const HOLE = /\{([>@%#=!-]?)([\w?-]+)(?::(\w+))?\}/g;

/**
 * A part of a template: text, or what makes one.
 */
type Part = string | ((block: Block, generator: TableGenerator) => string);

/**
 * A value by a template.
 *
 * @param order - how strongly it binds, a name of the language's table
 */
export function value(order: string, template: string): Emit {
  const parts = partsOf(template);
  return (block, generator) => [
    fill(parts, block, generator),
    generator.order(order)
  ];
}

/**
 * A statement by a template, of one line or more.
 */
export function statement(template: string): Emit {
  const parts = partsOf(template);
  return (block, generator) => fill(parts, block, generator) + '\n';
}

/**
 * One of several, by what is chosen in a field.
 */
export function byField<T extends TableGenerator>(
  field: string,
  emits: Record<string, Emit<T>>
): Emit<T> {
  return (block, generator) => {
    const chosen = String(block.getFieldValue(field));
    if (!Object.hasOwn(emits, chosen)) {
      throw new Error(`No code for "${chosen}" in the field ${field}.`);
    }
    return emits[chosen](block, generator);
  };
}

function fill(
  parts: readonly Part[],
  block: Block,
  generator: TableGenerator
): string {
  let code = '';
  for (const part of parts) {
    code += typeof part === 'string' ? part : part(block, generator);
  }
  return code;
}

function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of template.matchAll(HOLE)) {
    const [hole, kind, name, order = 'NONE'] = match;
    const part = partOf(kind, name, order);
    if (part) {
      parts.push(template.slice(end, match.index), part);
      end = match.index + hole.length;
    }
  }
  parts.push(template.slice(end));
  return parts;
}

function partOf(kind: string, name: string, order: string): Part | null {
  switch (kind) {
    case '=':
      return (_, generator) => generator.helper(name);
    case '!':
      return (block, generator) => generator.opposite(block, name);
    case '>':
      return (block, generator) => generator.statements(block, name);
    case '@':
      return (block, generator) => generator.variable(block, name);
    case '%':
      return block => String(block.getFieldValue(name));
    case '#':
      return (block, generator) => generator.place(block, name, order);
    case '-':
      return (block, generator) => generator.fromEnd(block, name);
    default:
      // Names of inputs are in capitals; a language has braces of its own.
      return /^[A-Z][A-Z0-9_]*$/.test(name)
        ? (block, generator) => generator.value(block, name, order)
        : null;
  }
}
