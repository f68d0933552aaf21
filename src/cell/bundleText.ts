import type { TranslationBundle } from '@jupyterlab/translation';

import { defineBlocks } from '../blocks';
import {
  emptyContent,
  looksLikeWorkspaceXml,
  parse,
  stringify
} from '../document';
import { importXml } from '../editor';
import type { IBundle } from './bundle';

/**
 * The workspace of a bundle as the text of a `.jigsaw` document.
 */
export interface IDocumentText {
  readonly text: string;
  /**
   * Sentences on what could not be taken over as it was.
   */
  readonly notes: readonly string[];
}

/**
 * Make a document of the workspace of a bundle; what is none stays as it is,
 * for the document to say why.
 */
export function documentOf(
  { language, state }: Pick<IBundle, 'language' | 'state'>,
  trans: TranslationBundle
): IDocumentText {
  if (looksLikeWorkspaceXml(state)) {
    // Blockly's reader asks the definitions which fields and inputs a block
    // has, and nothing of this page may have been drawn before.
    defineBlocks(trans);
    const imported = importXml(state, trans);
    if (imported.problem) {
      return { text: state, notes: [] };
    }
    const { notes, workspace } = imported;
    const text = stringify({
      ...emptyContent(),
      language: language || null,
      // MetaKernel's pages count from one, whatever the language.
      indexBase: 1,
      workspace
    });
    return { text, notes };
  }
  const text =
    state.trim() === ''
      ? stringify({ ...emptyContent(), language: language || null })
      : withHead(state, language, trans);
  return { text, notes: [] };
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

/**
 * A document without the white space that is made for reading it: a notebook
 * keeps it in one line. An empty file is an empty workspace.
 */
export function compact(text: string): string {
  const json = text.replace(/^\uFEFF/, '').trim();
  return json && JSON.stringify(JSON.parse(json));
}
