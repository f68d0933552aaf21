import type { TranslationBundle } from '@jupyterlab/translation';
import type { PartialJSONObject } from '@lumino/coreutils';
import * as Blockly from 'blockly/core';

import { blockElements } from '../document';
import { takerOf } from './fieldValues';

/**
 * The texts of the fields of blocks that we have, by the blocks' ids.
 */
export function fieldTexts(
  root: Element
): Map<string, [name: string, text: string][]> {
  return new Map(
    blockElements(root).map(block => [
      block.getAttribute('id')!,
      childrenOf(block, 'field').map(field => [
        field.getAttribute('name') ?? '',
        field.textContent ?? ''
      ])
    ])
  );
}

/**
 * Keep what fields do not take, of which Blockly makes something else: such
 * blocks are shown in grey, as when they are read from JSON.
 */
export function keepRefused(
  texts: ReturnType<typeof fieldTexts>,
  workspace: Blockly.Workspace,
  kept: ReadonlyMap<string, { fields?: PartialJSONObject }>,
  trans: TranslationBundle,
  notes: string[]
): void {
  for (const [id, fields] of texts) {
    const block = workspace.getBlockById(id);
    const refused = fields.filter(([name, text]) => {
      const field = block?.getField(name);
      return (
        block &&
        // A variable is made by its name.
        !(field instanceof Blockly.FieldVariable) &&
        !(field && takerOf(field, () => false)(text))
      );
    });
    const own = kept.get(id);
    if (own && refused.length) {
      own.fields = { ...own.fields, ...Object.fromEntries(refused) };
      notes.push(
        trans.__(
          'A block of type "%1" is shown in grey, since it cannot have the value "%2".',
          block!.type,
          refused[0][1]
        )
      );
    }
  }
}

/**
 * Take the fields out of a block, with their values as Blockly's JSON has them.
 */
export function takeFields(element: Element): PartialJSONObject {
  const fields = childrenOf(element, 'field');
  fields.forEach(field => field.remove());
  return Object.fromEntries(
    fields.map(field => {
      const id = field.getAttribute('id');
      const text = field.textContent ?? '';
      // A field with an id names a variable, as Blockly's JSON does.
      return [field.getAttribute('name') ?? '', id ? { id } : text];
    })
  );
}

/**
 * The fields that name a variable by its id; one of a block that is not known
 * may be the only one that does.
 */
export function variableFields(root: Element): IVariableField[] {
  return [...root.getElementsByTagName('field')]
    .filter(field => field.getAttribute('id'))
    .map(field => ({
      id: field.getAttribute('id')!,
      name: field.textContent ?? '',
      type: field.getAttribute('variabletype') ?? ''
    }));
}

interface IVariableField {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/**
 * Make the variables of such fields, as Blockly does for its own.
 */
export function makeVariables(
  fields: readonly IVariableField[],
  workspace: Blockly.Workspace
): void {
  const variables = workspace.getVariableMap();
  for (const { id, name, type } of fields) {
    if (
      name &&
      !variables.getVariableById(id) &&
      !variables.getVariable(name, type)
    ) {
      variables.createVariable(name, type, id);
    }
  }
}

/**
 * The children of an element that have one of these names.
 */
export function childrenOf(element: Element, ...names: string[]): Element[] {
  return [...element.children].filter(child => names.includes(child.nodeName));
}
