import type { TranslationBundle } from '@jupyterlab/translation';
import type { PartialJSONObject } from '@lumino/coreutils';

import { blocksProblem } from './guardBlocks';
import {
  type Expected,
  isObject,
  JSONBudget,
  plainProblem,
  typesProblem
} from './guardJson';
import { MAX_BLOCKS } from './limits';
import { costOf, costOfComments } from './parts';
import { problem } from './problem';
import type { IProblemDetails } from './problem';
import type {
  IJigsawContent,
  IKernelspecRef,
  IProblem,
  ParseResult,
  ProblemCode,
  WorkspaceState
} from './tokens';

/**
 * The version of the format that this code writes, and the newest it reads.
 */
export const FORMAT_VERSION = 1;

/**
 * The value of a file's `format`.
 */
export const FORMAT_NAME = 'jigsaw';

const KNOWN = [
  'format',
  'version',
  'language',
  'toolbox',
  'kernelspec',
  'indexBase',
  'workspace'
];

/**
 * Say why a value cannot be used; the sentence is made where the translator is.
 */
export type Refuse = (code: ProblemCode, details?: IProblemDetails) => IProblem;

/**
 * Check that a value is the content of a file, from its version down to the
 * last block.
 *
 * The content shares its parts with the value. Objects that hold themselves
 * are refused as too deep or too many.
 */
export function guardContent(
  value: unknown,
  trans: TranslationBundle
): ParseResult {
  const refuse: Refuse = (code, details) => problem(code, trans, details);
  if (!isObject(value) || value.format !== FORMAT_NAME) {
    return { problem: refuse('not-jigsaw') };
  }
  const found =
    headProblem(value, refuse) ?? workspaceProblem(value.workspace, refuse);
  if (found) {
    return { problem: found };
  }
  const others = Object.entries(value).filter(([key]) => !KNOWN.includes(key));
  const budget = new JSONBudget();
  for (const [key, other] of others) {
    const bad = plainProblem(other, key, budget, refuse);
    if (bad) {
      return { problem: bad };
    }
  }
  const content: IJigsawContent = {
    version: FORMAT_VERSION,
    language: (value.language as string | null | undefined) ?? null,
    toolbox: (value.toolbox as string | null | undefined) ?? '',
    kernelspec: kernelspec(value.kernelspec),
    indexBase: (value.indexBase as 0 | 1 | null | undefined) ?? null,
    workspace: value.workspace as WorkspaceState
  };
  if (others.length) {
    // fromEntries defines keys, so that `__proto__` stays a key like others.
    content.extra = Object.fromEntries(others) as PartialJSONObject;
  }
  return { content };
}

/**
 * Check the parts of a workspace that Blockly's own serializers read.
 */
export function workspaceProblem(
  workspace: unknown,
  refuse: Refuse
): IProblem | null {
  if (workspace === undefined) {
    return refuse('missing-field', { path: 'workspace' });
  }
  if (!isObject(workspace)) {
    return refuse('wrong-type', { path: 'workspace', expected: 'object' });
  }
  const budget = new JSONBudget();
  for (const [key, part] of Object.entries(workspace)) {
    const path = `workspace.${key}`;
    const found =
      key === 'blocks'
        ? blocksProblem(part, path, budget, refuse)
        : ((key === 'variables'
            ? variablesProblem(part, path, refuse)
            : key === 'workspaceComments'
              ? commentsProblem(part, path, refuse)
              : null) ?? plainProblem(part, path, budget, refuse));
    if (found) {
      return found;
    }
  }
  return null;
}

function commentsProblem(
  value: unknown,
  path: string,
  refuse: Refuse
): IProblem | null {
  if (!Array.isArray(value)) {
    return refuse('wrong-type', { path, expected: 'array' });
  }
  if (costOfComments(value.length) > MAX_BLOCKS) {
    return refuse('too-many-blocks', { path, limit: MAX_BLOCKS });
  }
  for (const [index, comment] of value.entries()) {
    const at = `${path}[${index}]`;
    const found = isObject(comment)
      ? typesProblem(comment, COMMENT_TYPES, at, refuse)
      : refuse('wrong-type', { path: at, expected: 'object' });
    if (found) {
      return found;
    }
  }
  return null;
}

/**
 * The types of the keys of a comment that lies beside the blocks.
 */
const COMMENT_TYPES: { readonly [key: string]: Expected } = {
  id: 'string',
  text: 'string',
  x: 'place',
  y: 'place',
  width: 'place',
  height: 'place',
  collapsed: 'boolean',
  editable: 'boolean',
  movable: 'boolean',
  deletable: 'boolean'
};

function headProblem(
  value: PartialJSONObject,
  refuse: Refuse
): IProblem | null {
  const { version, language, toolbox, indexBase, kernelspec: spec } = value;
  if (version === undefined) {
    return refuse('missing-field', { path: 'version' });
  }
  if (!Number.isInteger(version) || Number(version) < 1) {
    return refuse('wrong-type', { path: 'version', expected: 'integer ≥ 1' });
  }
  if (Number(version) > FORMAT_VERSION) {
    return refuse('newer-version', {
      path: 'version',
      found: Number(version),
      limit: FORMAT_VERSION
    });
  }
  for (const [path, name] of Object.entries({ language, toolbox })) {
    if (name !== undefined && name !== null && typeof name !== 'string') {
      return refuse('wrong-type', { path, expected: 'string' });
    }
  }
  if (![undefined, null, 0, 1].includes(indexBase as 0)) {
    return refuse('wrong-type', { path: 'indexBase', expected: '0 or 1' });
  }
  if (spec === undefined || spec === null) {
    return null;
  }
  if (!isObject(spec)) {
    return refuse('wrong-type', { path: 'kernelspec', expected: 'object' });
  }
  if (spec.name === undefined) {
    return refuse('missing-field', { path: 'kernelspec.name' });
  }
  for (const key of ['name', 'display_name']) {
    if (spec[key] !== undefined && typeof spec[key] !== 'string') {
      return refuse('wrong-type', {
        path: `kernelspec.${key}`,
        expected: 'string'
      });
    }
  }
  return null;
}

function variablesProblem(
  value: unknown,
  path: string,
  refuse: Refuse
): IProblem | null {
  if (!Array.isArray(value)) {
    return refuse('wrong-type', { path, expected: 'array' });
  }
  if (costOf(value.length) > MAX_BLOCKS) {
    return refuse('too-many-blocks', { path, limit: MAX_BLOCKS });
  }
  for (const [index, variable] of value.entries()) {
    const at = `${path}[${index}]`;
    if (!isObject(variable)) {
      return refuse('wrong-type', { path: at, expected: 'object' });
    }
    if (variable.name === undefined) {
      return refuse('missing-field', { path: `${at}.name` });
    }
    for (const key of ['name', 'id', 'type']) {
      if (variable[key] !== undefined && typeof variable[key] !== 'string') {
        return refuse('wrong-type', {
          path: `${at}.${key}`,
          expected: 'string'
        });
      }
    }
  }
  return null;
}

function kernelspec(value: unknown): IKernelspecRef | null {
  if (!isObject(value)) {
    return null;
  }
  const name = String(value.name);
  return { name, display_name: String(value.display_name ?? name) };
}
