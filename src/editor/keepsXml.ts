import type { TranslationBundle } from '@jupyterlab/translation';
import * as Blockly from 'blockly/core';

import { blockElements, isBlock, readWorkspaceXml } from '../document';
import { exportXml } from './xmlExport';
import { importXml } from './xmlImport';

/**
 * Whether a workspace's XML loses nothing when it is imported and exported:
 * every block is in its place, with all that it had, be it in grey. It may have
 * more, as fields that were added to a type since. What lies beside blocks and is
 * none of Blockly's is nothing, since no page reads it.
 */
export function keepsXml(text: string, trans: TranslationBundle): boolean {
  const { root } = readWorkspaceXml(text, trans);
  if (!root) {
    return false;
  }
  // By which it is found again.
  for (const block of blockElements(root)) {
    if (!block.getAttribute('id')) {
      block.setAttribute('id', Blockly.utils.idGenerator.genUid());
    }
  }
  const { workspace } = importXml(Blockly.Xml.domToText(root), trans);
  if (!workspace) {
    return false;
  }
  const after = readWorkspaceXml(exportXml(workspace), trans);
  const kept = new Set(after.root && factsOf(after.root));
  return factsOf(root).every(fact => kept.has(fact));
}

/**
 * What an XML file says, each as a line, in any order.
 */
function factsOf(root: Element): string[] {
  const facts: string[] = [];
  const paths = new Map([[root, '']]);
  for (const element of root.getElementsByTagName('*')) {
    const { nodeName, parentElement } = element;
    const above = paths.get(parentElement!);
    if (above === undefined || nodeName === 'variables') {
      // The fields have the names of those that are used.
      continue;
    }
    const name = element.getAttribute('name') ?? '';
    const id = element.getAttribute('id') ?? '';
    const path = isBlock(element) ? `#${id}` : `${above}/${nodeName} ${name}`;
    paths.set(element, path);
    if (isBlock(element)) {
      facts.push(`${above} > ${nodeName} ${path}`);
    } else if (!HOLDERS.has(nodeName) && !element.childElementCount) {
      const text = element.textContent ?? '';
      facts.push(`${path} = ${nodeName === 'field' ? text : text.trim()}`);
    }
    for (const { name, value } of element.attributes) {
      const isUsual =
        isRead(nodeName) && (PLACE.has(name) || value === USUAL[name]);
      // A name is in the path.
      if (name !== 'name' && name !== 'xmlns' && !isUsual) {
        facts.push(`${path} ${name}=${value}`);
      }
      if (name === 'disabled-reasons') {
        // As it was said before there were reasons.
        facts.push(`${path} disabled=true`);
      }
    }
  }
  return facts;
}

const HOLDERS: ReadonlySet<string> = new Set(['value', 'statement', 'next']);

/**
 * Whether Blockly itself reads the attributes of such elements, and leaves out
 * what goes without saying.
 */
function isRead(nodeName: string): boolean {
  return ['block', 'shadow', 'field', 'comment'].includes(nodeName);
}

/**
 * How blocks lie is not what they say.
 */
const PLACE: ReadonlySet<string> = new Set(['x', 'y', 'inline']);

const USUAL: Readonly<Record<string, string>> = {
  collapsed: 'false',
  deletable: 'true',
  disabled: 'false',
  editable: 'true',
  movable: 'true',
  variabletype: ''
};
