import { Workspace, serialization } from 'blockly/core';

import { defineBlocks } from '../../src/blocks';
import { parse } from './parse';

/**
 * A workspace with the program of a case: made once, however many languages
 * are asked for its code, which leaves it as it is.
 *
 * @param oneBased - how its blocks count places
 */
export function workspaceOf(source: string, oneBased: boolean): Workspace {
  const key = `${oneBased} ${source}`;
  const workspace = made.get(key) ?? make(source, oneBased);
  made.set(key, workspace);
  return workspace;
}

const made = new Map<string, Workspace>();

function make(source: string, oneBased: boolean): Workspace {
  defineBlocks();
  const workspace = new Workspace();
  workspace.options.oneBasedIndex = oneBased;
  const stacks = parse(source);
  serialization.workspaces.load(
    {
      variables: [...namesIn(stacks)].map(name => ({ name, id: name })),
      blocks: {
        languageVersion: 0,
        blocks: stacks.map((stack, index) => ({ ...stack, x: 0, y: index }))
      }
    },
    workspace
  );
  return workspace;
}

/**
 * The names of the variables in blocks.
 */
function namesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    value.forEach(item => namesIn(item, names));
  } else if (typeof value === 'object' && value !== null) {
    const { VAR, ...rest } = value as Record<string, unknown>;
    const id = (VAR as { id?: unknown } | undefined)?.id;
    if (typeof id === 'string') {
      names.add(id);
    }
    const { params } = rest;
    if (Array.isArray(params)) {
      for (const param of params as unknown[]) {
        if (typeof param === 'object') {
          names.add((param as { name: string }).name);
        }
      }
    }
    Object.values(rest).forEach(item => namesIn(item, names));
  }
  return names;
}
