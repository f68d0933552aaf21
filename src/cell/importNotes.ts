import { Notification } from '@jupyterlab/apputils';

/**
 * What was told on this page. The cell is drawn anew with each run.
 */
const told = new Set<string>();

/**
 * Tell the user what of a workspace in XML could not be taken over, once.
 */
export function tellNotes(notes: readonly string[]): void {
  const text = notes.filter(note => !told.has(note)).join('\n');
  notes.forEach(note => told.add(note));
  if (text) {
    Notification.warning(text, { autoClose: false });
  }
}
