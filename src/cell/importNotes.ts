import type { TranslationBundle } from '@jupyterlab/translation';

import { tellNotes } from '../editor';

/**
 * What was told on this page. The cell is drawn anew with each run.
 */
const told = new Set<string>();

/**
 * Tell the user what of a workspace in XML could not be taken over, once.
 */
export function tellNotesOnce(
  notes: readonly string[],
  trans: TranslationBundle
): void {
  const news = notes.filter(note => !told.has(note));
  news.forEach(note => told.add(note));
  tellNotes('', news, trans);
}
