import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { codeOf } from '../kernel/failures';

/**
 * Why something can't be done with a file, as a closed set.
 */
export type FileFailure =
  | 'exists'
  | 'failed'
  | 'missing'
  | 'no-permission'
  | 'not-authenticated'
  | 'not-text'
  | 'unreachable';

/**
 * What a failed request for a file means.
 *
 * The server answers 403 to whom it does not know and to whom may not; whether
 * it knows us is asked then.
 *
 * @param reason - what a call of the contents manager rejected with
 */
export async function failureOf(
  reason: unknown,
  settings: ServerConnection.ISettings
): Promise<FileFailure> {
  if (reason instanceof ServerConnection.ResponseError) {
    const { status } = reason.response;
    if (status === 400) {
      return 'not-text';
    }
    if (status === 409) {
      return 'exists';
    }
    if (status === 403 && (await knowsUs(settings))) {
      return 'no-permission';
    }
  }
  switch (codeOf(reason, 'not-found')) {
    case 'not-authenticated':
      return 'not-authenticated';
    case 'not-found':
      return 'missing';
    case 'server-unreachable':
      return 'unreachable';
    default:
      return 'failed';
  }
}

/**
 * What happened to a file or folder, and what to do.
 */
export function explainFailure(
  failure: FileFailure,
  name: string,
  trans: TranslationBundle
): string {
  switch (failure) {
    case 'exists':
      return trans.__('There is something called “%1” already.', name);
    case 'missing':
      return trans.__(
        'There is no “%1” on the server. It may have been moved, renamed or deleted; look for it in the list of workspaces.',
        name
      );
    case 'no-permission':
      return trans.__(
        'The server does not let you at “%1”. Ask whoever owns it, or copy it to a folder of yours.',
        name
      );
    case 'not-authenticated':
      return trans.__(
        'The server does not know you any more. Log in again in another tab; what you made here stays, and can be saved then.'
      );
    case 'not-text':
      return trans.__(
        '“%1” is no text, so no workspace. Open it with the program that made it.',
        name
      );
    case 'unreachable':
      return trans.__(
        'The server cannot be reached. Check that it runs and that you are connected, then try again; keep this page open.'
      );
    case 'failed':
      return trans.__(
        'The server failed at “%1”. Try again; if it fails again, the log of the server says why.',
        name
      );
  }
}

async function knowsUs(settings: ServerConnection.ISettings): Promise<boolean> {
  try {
    const url = URLExt.join(settings.baseUrl, 'api/me');
    const answer = await ServerConnection.makeRequest(url, {}, settings);
    return answer.ok;
  } catch {
    return false;
  }
}
