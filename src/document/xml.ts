import type { TranslationBundle } from '@jupyterlab/translation';

import {
  MAX_BLOCKS,
  MAX_NESTING,
  MAX_PLACE,
  MAX_STEPS,
  MAX_TEXT_LENGTH
} from './limits';
import {
  costOf,
  costOfComments,
  costOfFunctions,
  countsIn,
  isFunction
} from './parts';
import { problem } from './problem';
import type { IProblem, ProblemCode } from './tokens';

/**
 * The namespace that workspaces have now. MetaKernel's first ones had that of
 * XHTML, others have none.
 */
export const BLOCKLY_NAMESPACE = 'https://developers.google.com/blockly/xml';

/**
 * What reading gives: the workspace's element, or why there is none.
 */
export type XmlResult =
  | { readonly root: Element; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: IProblem };

/**
 * How deep elements may lie in one another: each step is two of them, `next` or
 * an input and the block in it.
 */
const MAX_DEPTH = 2 * MAX_STEPS + 2;

/**
 * The attributes that say where something lies, or how large it is.
 */
const PLACES = new Set(['x', 'y', 'w', 'h']);

/**
 * What a workspace is made of.
 */
const READ = new Set(['block', 'shadow', 'variables', 'comment']);

const PROLOG = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*/;

/**
 * Whether a text is likely to be a workspace as Blockly wrote it before JSON.
 */
export function looksLikeWorkspaceXml(text: string): boolean {
  return /^<(?:\w+:)?xml[\s/>]/.test(text.slice(0, 65_536).replace(PROLOG, ''));
}

/**
 * Read the text of a workspace in XML and put it into one form: Blockly's own
 * namespace, fields called so (`title` was their name until 2013), variables
 * first and each once, no shadows at the top.
 *
 * Nothing is fetched and no entity is expanded: a document type is refused.
 */
export function readWorkspaceXml(
  text: string,
  trans: TranslationBundle
): XmlResult {
  const refuse = (code: ProblemCode, details = {}): XmlResult => ({
    problem: problem(code, trans, details)
  });
  if (text.length > MAX_TEXT_LENGTH) {
    const megabyte = 1024 * 1024;
    const found = Math.ceil(text.length / megabyte);
    return refuse('too-large', { found, limit: MAX_TEXT_LENGTH / megabyte });
  }
  const xml = text.replace(/^\uFEFF/, '').trimStart();
  if (
    /<!(?:DOCTYPE|ENTITY)/i.test(
      xml.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, '')
    )
  ) {
    return refuse('xml-entities');
  }
  const source = new DOMParser().parseFromString(xml, 'text/xml');
  const error = source.getElementsByTagName('parsererror')[0];
  // Browsers give up at some depth, and say no more than that there is an error.
  if (error && depthOf(xml) > MAX_DEPTH) {
    return refuse('too-deep', { limit: MAX_STEPS, path: 'xml' });
  }
  if (error) {
    return refuse('not-xml', errorPosition(error.textContent ?? ''));
  }
  if (nameOf(source.documentElement) !== 'xml') {
    return refuse('not-workspace');
  }
  const target = document.implementation.createDocument(
    BLOCKLY_NAMESPACE,
    'xml',
    null
  );
  const found = copy(source.documentElement, target.documentElement);
  if (found) {
    const [code, limit] = found;
    return refuse(code, { limit, path: 'xml' });
  }
  arrange(target.documentElement);
  return { root: target.documentElement };
}

/**
 * The blocks and shadows at or below an element, in the order of the file.
 */
export function blockElements(root: Element): Element[] {
  return [...root.getElementsByTagName('*')].filter(isBlock);
}

/**
 * Whether an element is a block or a shadow.
 */
export function isBlock(element: Element): boolean {
  return element.nodeName === 'block' || element.nodeName === 'shadow';
}

/**
 * A number of pixels as it is, or the farthest that there is.
 */
function near(value: string): string {
  // As Blockly reads it: the digits that come first.
  const number = parseFloat(value);
  return Math.abs(number) > MAX_PLACE
    ? String(Math.sign(number) * MAX_PLACE)
    : value;
}

function nameOf(element: Element): string {
  const name = element.localName.toLowerCase();
  return name === 'title' ? 'field' : name;
}

/**
 * Copy elements, attributes and text, without recursion, within the limits.
 */
function copy(source: Element, target: Element): [ProblemCode, number] | null {
  const pending = [{ source, target, nesting: 0, depth: 0, inMutation: false }];
  let blocks = costOfComments(
    [...source.children].filter(child => nameOf(child) === 'comment').length
  );
  let functions = 0;
  let variables = 0;
  for (let item = pending.pop(); item; item = pending.pop()) {
    for (const { localName, prefix, value } of [...item.source.attributes]) {
      if (prefix === null && localName !== 'xmlns') {
        item.target.setAttribute(
          localName,
          PLACES.has(localName) && !item.inMutation ? near(value) : value
        );
        blocks += item.inMutation ? countsIn(`${localName}="${value}"`) : 0;
      }
    }
    if (item.inMutation) {
      blocks += costOf(item.source.childElementCount);
    }
    if (blocks > MAX_BLOCKS) {
      return ['too-many-blocks', MAX_BLOCKS];
    }
    for (const node of [...item.source.childNodes]) {
      if (
        node.nodeType === Node.TEXT_NODE ||
        node.nodeType === Node.CDATA_SECTION_NODE
      ) {
        item.target.append(node.nodeValue ?? '');
      } else if (node instanceof Element) {
        const name = nameOf(node);
        const isInput = name === 'value' || name === 'statement';
        const below = {
          source: node,
          target: item.target.ownerDocument.createElementNS(
            BLOCKLY_NAMESPACE,
            // What a mutation holds is the business of its block.
            item.inMutation ? node.localName : name
          ),
          nesting: item.nesting + (isInput ? 1 : 0),
          depth: item.depth + 1,
          inMutation: item.inMutation || name === 'mutation'
        };
        blocks += isBlock(below.target) ? 1 : 0;
        functions += isFunction(node.getAttribute('type')) ? 1 : 0;
        variables += name === 'variable' ? 1 : 0;
        const all = blocks + costOfFunctions(functions) + costOf(variables);
        if (all > MAX_BLOCKS) {
          return ['too-many-blocks', MAX_BLOCKS];
        }
        if (below.nesting > MAX_NESTING) {
          return ['too-deep', MAX_NESTING];
        }
        if (below.depth > MAX_DEPTH) {
          return ['too-deep', MAX_STEPS];
        }
        item.target.append(below.target);
        pending.push(below);
      }
    }
  }
  return null;
}

/**
 * Put the parts of a workspace where Blockly's reader takes them.
 */
function arrange(root: Element): void {
  const seen = new Set<string>();
  const [first, ...others] = [...root.children].filter(
    child => child.nodeName === 'variables'
  );
  if (first) {
    for (const other of others) {
      first.append(...other.children);
      other.remove();
    }
    root.prepend(first);
    for (const variable of [...first.children]) {
      const name = variable.textContent?.trim() ?? '';
      const key = `${name.toLowerCase()}\n${variable.getAttribute('type') ?? ''}`;
      if (!name || seen.has(key)) {
        variable.remove();
      }
      seen.add(key);
    }
  }
  for (const child of [...root.children]) {
    if (!READ.has(child.nodeName)) {
      // Nobody reads it, and each would be looked at.
      child.remove();
    }
  }
  for (const shadow of [...root.children].filter(
    child => child.nodeName === 'shadow'
  )) {
    const block = root.ownerDocument.createElementNS(
      BLOCKLY_NAMESPACE,
      'block'
    );
    for (const { name, value } of [...shadow.attributes]) {
      block.setAttribute(name, value);
    }
    block.append(...shadow.childNodes);
    shadow.replaceWith(block);
  }
}

/**
 * How deep elements lie in one another, as well as a text can show that no
 * parser reads.
 */
function depthOf(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, end, empty] of xml.matchAll(/<(\/)?\w[^<>]*?(\/)?>/g)) {
    depth += end ? -1 : empty ? 0 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * Where the browser says that the error is; each has its own words.
 */
function errorPosition(message: string): { line?: number; column?: number } {
  const found =
    /line (?:number )?(\d+)(?: at|,) column (\d+)/i.exec(message) ??
    /^(\d+):(\d+):/.exec(message);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : {};
}
