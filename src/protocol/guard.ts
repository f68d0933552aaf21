import { isWorkspaceFilename } from './filename';
import { MAX_CODE_LENGTH, MAX_ID_LENGTH, MAX_XML_LENGTH } from './limits';
import { isRecord, read } from './record';
import type { FrameAction, GuardReason, IFrameRequest } from './tokens';

/**
 * What the guard says of a message.
 */
export type Guarded =
  { readonly request: IFrameRequest } | { readonly reason: GuardReason };

/**
 * Take a message for what it is, or say why not.
 *
 * Only own properties count, each is read once, and nothing of the message
 * itself is handed on.
 */
export function guardRequest(data: unknown): Guarded {
  if (!isRecord(data) || read(data, 'type') !== 'jigsaw') {
    return { reason: 'not-an-object' };
  }
  const version = read(data, 'version') ?? 1;
  if (version !== 1 && version !== 2) {
    return { reason: 'unknown-version' };
  }
  const action = read(data, 'action');
  if (!isAction(action) || (version === 1 && isNew(action))) {
    return { reason: 'unknown-action' };
  }
  const named = read(data, 'workspace_filename');
  // What `--workspace ./ws` names, which is the same file.
  const filename =
    typeof named === 'string' ? named.replace(/^(?:\.\/)+/, '') : '';
  if (!isWorkspaceFilename(filename)) {
    return { reason: 'bad-filename' };
  }
  const code = read(data, 'code') ?? null;
  if (typeof code !== 'string' && (code !== null || needsCode(action))) {
    return { reason: 'bad-code' };
  }
  const xml = read(data, 'save_xml') ?? null;
  if (typeof xml !== 'string' && (xml !== null || action === 'keep')) {
    return { reason: 'bad-xml' };
  }
  const id = read(data, 'msg_id') ?? '';
  if (typeof id !== 'string' || id.length > MAX_ID_LENGTH) {
    return { reason: 'bad-id' };
  }
  const key = read(data, 'page_key') ?? '';
  if (typeof key !== 'string' || key.length > MAX_ID_LENGTH) {
    return { reason: 'bad-id' };
  }
  if (
    (code?.length ?? 0) > MAX_CODE_LENGTH ||
    (xml?.length ?? 0) > MAX_XML_LENGTH
  ) {
    return { reason: 'too-large' };
  }
  return {
    // MetaKernel's pages send an empty text when there is nothing to save.
    request: { version, action, filename, code, xml: xml || null, id, key }
  };
}

const ACTIONS: readonly unknown[] = [
  'execute',
  'insert',
  'clear',
  'keep',
  'incomplete'
];

function isAction(value: unknown): value is FrameAction {
  return ACTIONS.includes(value);
}

function isNew(action: FrameAction): boolean {
  return action === 'keep' || action === 'incomplete';
}

function needsCode(action: FrameAction): boolean {
  return action === 'execute' || action === 'insert';
}
