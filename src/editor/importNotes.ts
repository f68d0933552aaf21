import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

/**
 * The most notes that are listed.
 */
const LISTED = 100;

/**
 * Tell the user what of a workspace in XML could not be taken over as it was: a
 * notification has no room for it, and opens a list.
 *
 * @param done - what was done, in a sentence; empty for nothing to be told of
 */
export function tellNotes(
  done: string,
  notes: readonly string[],
  trans: TranslationBundle
): void {
  if (!notes.length) {
    if (done) {
      Notification.info(done, { autoClose: 5000 });
    }
    return;
  }
  const count = trans._n(
    'One thing could not be taken over as it was.',
    '%1 things could not be taken over as they were.',
    notes.length,
    notes.length
  );
  Notification.warning([done, count].filter(Boolean).join(' '), {
    autoClose: false,
    actions: [
      {
        label: trans.__('Show What'),
        callback: () => {
          void showDialog({
            title: trans.__('Not Taken Over as It Was'),
            body: new NoteList(notes, trans),
            buttons: [Dialog.okButton()]
          });
        }
      }
    ]
  });
}

class NoteList extends Widget {
  constructor(notes: readonly string[], trans: TranslationBundle) {
    super({ node: document.createElement('ul') });
    this.addClass('jp-Jigsaw-notes');
    const listed = notes.slice(0, LISTED);
    const others = notes.length - listed.length;
    for (const note of others
      ? [...listed, trans.__('… and %1 more', others)]
      : listed) {
      const item = document.createElement('li');
      item.textContent = note;
      this.node.append(item);
    }
  }
}
