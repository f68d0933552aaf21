import type { TranslationBundle } from '@jupyterlab/translation';

import {
  emptyContent,
  looksLikeWorkspaceXml,
  parse,
  stringify
} from '../document';
import { importXml } from '../editor';
import type { IBundle } from './bundle';

/**
 * The workspace of a bundle as the text of a `.jigsaw` document; what is none
 * stays as it is, for the document to say why.
 */
export function documentOf(
  { language, state }: Pick<IBundle, 'language' | 'state'>,
  trans: TranslationBundle
): string {
  if (looksLikeWorkspaceXml(state)) {
    const { workspace } = importXml(state, trans);
    return workspace
      ? // MetaKernel's pages count from one, whatever the language.
        stringify({
          ...emptyContent(),
          language: language || null,
          indexBase: 1,
          workspace
        })
      : state;
  }
  if (state.trim() === '') {
    return stringify({ ...emptyContent(), language: language || null });
  }
  return withHead(state, language, trans);
}

/**
 * What Blockly's JSON alone lacks of a document.
 */
function withHead(
  state: string,
  language: string,
  trans: TranslationBundle
): string {
  if (parse(state, trans).content) {
    return state;
  }
  try {
    const workspace: unknown = JSON.parse(state);
    const text = JSON.stringify({
      format: 'jigsaw',
      version: 1,
      language: language || null,
      toolbox: '',
      kernelspec: null,
      workspace
    });
    const isWorkspace =
      typeof workspace === 'object' &&
      workspace !== null &&
      'blocks' in workspace &&
      !('format' in workspace);
    return isWorkspace ? text : state;
  } catch {
    return state;
  }
}
