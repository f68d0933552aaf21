import type { TranslationBundle } from '@jupyterlab/translation';
import type { PartialJSONObject } from '@lumino/coreutils';
import * as Blockly from 'blockly/core';

import type {
  IBlockShape,
  IBlockState,
  IProblem,
  WorkspaceState
} from '../document';
import {
  blockElements,
  FreeIds,
  isFunction,
  readWorkspaceXml,
  walkBlocks
} from '../document';
import { probe, quietly } from './describeBlock';
import { StandIns } from './standIns';
import { writeInfinity } from './state';
import {
  childrenOf,
  fieldTexts,
  keepRefused,
  makeVariables,
  takeFields,
  variableFields
} from './xmlFields';

/**
 * What importing gives: a workspace, with sentences on what could not be taken
 * over as it was; or why there is none.
 */
export type ImportResult =
  | {
      readonly workspace: WorkspaceState;
      readonly notes: readonly string[];
      readonly problem?: undefined;
    }
  | { readonly workspace?: undefined; readonly problem: IProblem };

/**
 * What is put back into a block's JSON when Blockly has made it.
 */
interface IKept {
  /**
   * The type, if a stand-in was read in its place.
   */
  type?: string;
  fields?: PartialJSONObject;
  extraState?: IBlockState['extraState'];
  comment?: PartialJSONObject;
}

/**
 * Turn the text of a workspace in XML into Blockly's JSON.
 *
 * Blockly's own reader does it, without drawing anything, so every mutation
 * that it still understands is understood. Blocks of unknown types are kept
 * whole, under their type. All block types must be defined before.
 */
export function importXml(
  text: string,
  trans: TranslationBundle
): ImportResult {
  const { root, problem } = readWorkspaceXml(text, trans);
  if (problem) {
    return { problem };
  }
  const notes: string[] = [];
  const standIns = new StandIns();
  const workspace = new Blockly.Workspace();
  try {
    return quietly(() => {
      renameFunctions(root, trans, notes);
      const fields = variableFields(root);
      const kept = prepare(root, standIns, workspace, trans, notes);
      const texts = fieldTexts(root);
      loadEach(root, workspace, trans, notes);
      makeVariables(fields, workspace);
      keepRefused(texts, workspace, kept, trans, notes);
      const state = Blockly.serialization.workspaces.save(
        workspace
      ) as WorkspaceState;
      writeInfinity(state);
      putBack(state, kept);
      return { workspace: state, notes };
    });
  } finally {
    quietly(() => workspace.dispose());
    standIns.dispose();
  }
}

/**
 * Give every block an id of its own, put stand-ins in the place of unknown
 * blocks, and take out what Blockly would trip over.
 */
function prepare(
  root: Element,
  standIns: StandIns,
  scratch: Blockly.Workspace,
  trans: TranslationBundle,
  notes: string[]
): Map<string, IKept> {
  const kept = new Map<string, IKept>();
  for (const element of blockElements(root)) {
    let id = element.getAttribute('id');
    if (!id || kept.has(id)) {
      id = Blockly.utils.idGenerator.genUid();
      element.setAttribute('id', id);
    }
    const own: IKept = {};
    const comment = takeComment(element);
    if (comment) {
      own.comment = comment;
    }
    const type = element.getAttribute('type') ?? '';
    if (Object.hasOwn(Blockly.Blocks, type)) {
      takeOutMisfits(element, scratch, trans, notes);
    } else {
      own.type = type || 'untyped';
      own.fields = takeFields(element);
      own.extraState = takeMutation(element);
      element.setAttribute('type', standIns.define(shapeOf(element)));
    }
    kept.set(id, own);
  }
  return kept;
}

/**
 * Give each function a name of its own, which Blockly would do without a word,
 * and by counting for ever where numbers have no next.
 */
function renameFunctions(
  root: Element,
  trans: TranslationBundle,
  notes: string[]
): void {
  const names = new FreeIds();
  for (const element of blockElements(root)) {
    const field = childrenOf(element, 'field').find(
      ({ attributes }) => attributes.getNamedItem('name')?.value === 'NAME'
    );
    if (!field || !isFunction(element.getAttribute('type'))) {
      continue;
    }
    const name = field.textContent ?? '';
    const trimmed = name.trim() || 'unnamed';
    // In any case of letters.
    const free = names.take(trimmed.toLowerCase());
    const own = trimmed + free.slice(trimmed.length);
    if (own !== name) {
      field.textContent = own;
      notes.push(
        trans.__(
          'A function "%1" is called "%2" now, since each has a name of its own. Calls of it may be calls of the other.',
          name,
          own
        )
      );
    }
  }
}

/**
 * Load one stack after another, so that one that Blockly refuses does not keep
 * the others out.
 */
function loadEach(
  root: Element,
  workspace: Blockly.Workspace,
  trans: TranslationBundle,
  notes: string[]
): void {
  for (const child of [...root.children]) {
    const one = root.cloneNode(false) as Element;
    one.append(child);
    const before = workspace.getTopBlocks(false).length;
    try {
      Blockly.Xml.domToWorkspace(one, workspace);
    } catch (error) {
      workspace
        .getTopBlocks(false)
        .slice(before)
        .forEach(block => block.dispose(false));
      notes.push(
        trans.__(
          'A stack that begins with "%1" was left out, since Blockly cannot read it: %2. It is still in the XML file.',
          child.getAttribute('type') ?? child.nodeName,
          error instanceof Error ? error.message : String(error)
        )
      );
    }
  }
}

function putBack(state: WorkspaceState, kept: Map<string, IKept>): void {
  for (const block of walkBlocks(state)) {
    const { type, fields, extraState, comment } =
      kept.get(block.id ?? '') ?? {};
    if (type !== undefined) {
      block.type = type;
      if (extraState !== undefined) {
        block.extraState = extraState;
      }
    }
    if (fields && Object.keys(fields).length) {
      block.fields = { ...(block.fields as PartialJSONObject), ...fields };
    }
    if (comment) {
      block.icons = {
        ...(block.icons as PartialJSONObject | undefined),
        comment
      };
    }
  }
}

/**
 * Take what stands in inputs that a block does not have, and lay it beside.
 *
 * Blockly would drop it, and with it every input after it.
 */
function takeOutMisfits(
  element: Element,
  scratch: Blockly.Workspace,
  trans: TranslationBundle,
  notes: string[]
): void {
  const holders = childrenOf(element, 'value', 'statement', 'next');
  if (!holders.length) {
    return;
  }
  const type = element.getAttribute('type')!;
  const misfits = probe(type, scratch, block => {
    const [mutation] = childrenOf(element, 'mutation');
    if (mutation && block.domToMutation) {
      block.domToMutation(mutation);
    }
    return holders.filter(holder =>
      holder.nodeName === 'next'
        ? !block.nextConnection
        : !block.getInput(holder.getAttribute('name') ?? '')?.connection
    );
  });
  for (const misfit of misfits) {
    layBeside(misfit);
    notes.push(
      trans.__(
        'Blocks of type "%1" have no "%2" any more; what was there lies beside.',
        type,
        misfit.getAttribute('name') ?? misfit.nodeName
      )
    );
  }
}

function layBeside(holder: Element): void {
  const root = holder.ownerDocument.documentElement;
  const [child] = childrenOf(holder, 'block');
  if (child) {
    child.setAttribute('x', '20');
    child.setAttribute('y', String(20 + 20 * root.children.length));
    root.append(child);
  }
  holder.remove();
}

function takeComment(element: Element): PartialJSONObject | null {
  const [comment, ...others] = childrenOf(element, 'comment');
  if (!comment) {
    return null;
  }
  [comment, ...others].forEach(each => each.remove());
  // Blockly's reader places its bubble in a timer, when this workspace is gone.
  return {
    text: comment.textContent ?? '',
    pinned: comment.getAttribute('pinned') === 'true',
    height: Number(comment.getAttribute('h')) || 80,
    width: Number(comment.getAttribute('w')) || 160
  };
}

/**
 * The mutation as the text that Blockly's JSON has for it, or the JSON that
 * `exportXml` wrote into it.
 */
function takeMutation(element: Element): IBlockState['extraState'] {
  const [mutation] = childrenOf(element, 'mutation');
  if (!mutation) {
    return undefined;
  }
  mutation.remove();
  const json = mutation.getAttribute(EXTRA_STATE);
  if (json !== null) {
    try {
      return JSON.parse(json) as IBlockState['extraState'];
    } catch {
      // Somebody else's attribute: the mutation is kept as it is.
    }
  }
  return Blockly.Xml.domToText(mutation).replace(/ xmlns="[^"]*"/, '');
}

/**
 * The attribute that has the JSON of a block that has no mutation.
 */
export const EXTRA_STATE = 'extra-state';

function shapeOf(element: Element): IBlockShape {
  const parent = element.parentElement?.nodeName;
  const isValue = parent === 'value';
  const inputs = new Map(
    childrenOf(element, 'value', 'statement').map(input => [
      input.getAttribute('name') ?? '',
      input.nodeName as 'value' | 'statement'
    ])
  );
  return {
    output: isValue,
    previous: !isValue,
    next: parent === 'xml' || childrenOf(element, 'next').length > 0,
    inputs: [...inputs].map(([name, kind]) => ({ name, kind }))
  };
}
