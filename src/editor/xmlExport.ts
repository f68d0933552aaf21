import * as Blockly from 'blockly/core';

import type {
  IBlockState,
  IJigsawContent,
  IUnknownState,
  WorkspaceState
} from '../document';
import {
  blockElements,
  emptyContent,
  hideUnknown,
  stringify,
  unknownState,
  walkBlocks
} from '../document';
import { blockDescriber, quietly } from './describeBlock';
import { StandIns } from './standIns';
import { EXTRA_STATE } from './xmlImport';

/**
 * Write a workspace as XML, as MetaKernel's frames save it; blocks of unknown
 * types as they were read.
 *
 * @param state - as the model has it, unknown blocks restored
 * @throws what Blockly throws for a state that it cannot load
 */
export function exportXml(state: WorkspaceState): string {
  const describer = blockDescriber(state);
  const standIns = new StandIns();
  const workspace = new Blockly.Workspace();
  try {
    const unknown = new Map<string, IUnknownState>();
    const shown = withStandIns(
      hideUnknown(state, describer.describe),
      standIns,
      unknown
    );
    return quietly(() => {
      Blockly.serialization.workspaces.load(shown, workspace);
      const root = Blockly.Xml.workspaceToDom(workspace);
      for (const element of blockElements(root)) {
        const block = unknown.get(element.getAttribute('id') ?? '');
        if (block && standIns.has(element.getAttribute('type') ?? '')) {
          writeUnknown(element, block, workspace);
        }
      }
      return `${Blockly.Xml.domToText(root)}\n`;
    });
  } finally {
    quietly(() => workspace.dispose());
    describer.dispose();
    standIns.dispose();
  }
}

function withStandIns(
  state: WorkspaceState,
  standIns: StandIns,
  unknown: Map<string, IUnknownState>
): WorkspaceState {
  const copy = clone(state);
  for (const block of walkBlocks(copy)) {
    const kept = unknownState(block);
    if (kept) {
      const {
        collapsed,
        deletable,
        movable,
        editable,
        disabledReasons,
        inline,
        data
      } = kept.state;
      unknown.set(block.id ?? '', kept);
      Object.assign(block, { collapsed, deletable, movable, editable });
      Object.assign(block, {
        disabledReasons,
        inline,
        data,
        icons: kept.state.icons
      });
      block.type = standIns.define(kept.shape);
      delete block.extraState;
    }
  }
  return copy;
}

/**
 * A copy with nothing shared, without recursion.
 */
function clone(workspace: WorkspaceState): WorkspaceState {
  const text = stringify({ ...emptyContent(), workspace });
  return (JSON.parse(text) as IJigsawContent).workspace;
}

function writeUnknown(
  element: Element,
  { type, state }: IUnknownState,
  workspace: Blockly.Workspace
): void {
  element.setAttribute('type', type);
  const parts: Element[] = [];
  const { extraState, fields } = state as Partial<IBlockState>;
  if (extraState !== undefined) {
    parts.push(mutation(extraState));
  }
  for (const [name, value] of Object.entries(fields ?? {})) {
    const field = Blockly.utils.xml.createElement('field');
    field.setAttribute('name', name);
    if (typeof value === 'object' && value !== null && 'id' in value) {
      const id = String(value.id);
      const variable = workspace.getVariableMap().getVariableById(id);
      field.setAttribute('id', id);
      field.textContent = variable?.getName() ?? '';
      if (variable?.getType()) {
        field.setAttribute('variabletype', variable.getType());
      }
    } else {
      field.textContent =
        typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
    parts.push(field);
  }
  element.prepend(...parts);
}

function mutation(extraState: unknown): Element {
  if (typeof extraState === 'string') {
    try {
      return Blockly.utils.xml.textToDom(extraState);
    } catch {
      // Not a mutation's text after all.
    }
  }
  const element = Blockly.utils.xml.createElement('mutation');
  element.setAttribute(EXTRA_STATE, JSON.stringify(extraState));
  return element;
}
