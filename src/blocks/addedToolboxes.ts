import { Blocks, Events, Workspace, serialization } from 'blockly/core';

import type { IJigsawToolbox } from '../registry';

/**
 * A block as toolboxes have it.
 */
type Item = serialization.blocks.State & { kind: 'block' };

/**
 * A category that another extension has added, ready to be shown.
 */
export interface IAddedCategory {
  readonly id: string;
  readonly name: string;
  readonly colour: string | undefined;
  readonly rank: number;
  readonly contents: Item[];
}

/**
 * The categories of others for a language, with the blocks in them that there
 * are; one without any is left out, and so is what is no category.
 */
export function addedCategories(
  toolboxes: readonly IJigsawToolbox[],
  language: string
): IAddedCategory[] {
  const workspace = new Workspace();
  Events.disable();
  try {
    return toolboxes.flatMap(toolbox => {
      try {
        return categoryOf(toolbox, language, workspace);
      } catch (reason) {
        report(toolbox, reason);
        return [];
      }
    });
  } finally {
    workspace.dispose();
    Events.enable();
  }
}

function categoryOf(
  toolbox: IJigsawToolbox,
  language: string,
  workspace: Workspace
): IAddedCategory[] {
  const { blocks, colour, id, languages, name, rank } = toolbox;
  if (languages && !languages.includes(language)) {
    return [];
  }
  const contents = blocks.flatMap(block => {
    // What its owner does to it afterwards is without effect.
    const state: serialization.blocks.State =
      typeof block === 'string'
        ? { type: block }
        : JSON.parse(JSON.stringify(block));
    // A category is drawn whole or not at all, so each is tried before.
    return typesOf(state).every(type => Object.hasOwn(Blocks, type)) &&
      canBeMade(toolbox, state, workspace)
      ? [{ ...state, kind: 'block' as const }]
      : [];
  });
  return contents.length
    ? [
        {
          id: String(id),
          name: String(name),
          colour: colour === undefined ? undefined : String(colour),
          rank: Number.isFinite(rank) ? rank! : Infinity,
          contents
        }
      ]
    : [];
}

function canBeMade(
  toolbox: IJigsawToolbox,
  state: serialization.blocks.State,
  workspace: Workspace
): boolean {
  try {
    serialization.blocks.append(state, workspace);
    return true;
  } catch (reason) {
    report(toolbox, reason);
    return false;
  } finally {
    workspace.clear();
  }
}

/**
 * The types of a block and of all that hangs on it.
 */
function typesOf(state: serialization.blocks.State): string[] {
  return [state.next, ...Object.values(state.inputs ?? {})]
    .flatMap(connection => [connection?.block, connection?.shadow])
    .reduce<string[]>(
      (types, child) => (child ? types.concat(typesOf(child)) : types),
      [state.type]
    );
}

const reported = new WeakSet<object>();

/**
 * Once is enough: toolboxes are made anew with every change.
 */
function report(toolbox: IJigsawToolbox, reason: unknown): void {
  const isNew = !reported.has(Object(toolbox));
  if (isNew) {
    reported.add(Object(toolbox));
    console.error(
      `The toolbox '${toolbox?.id}' of another extension is shown without what is broken:`,
      reason
    );
  }
}
