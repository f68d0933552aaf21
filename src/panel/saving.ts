import type { DocumentRegistry } from '@jupyterlab/docregistry';

/**
 * Keep a document from being saved while its model is read-only, that is, while
 * the file could not be read, and let saves wait for one another.
 *
 * JupyterLab's command asks only whether the server would let it write; the
 * text it writes is the one it has read, but for line ends that were mixed. And
 * its context takes what one save has written for somebody else's if another
 * began before that was done, as when the autosave and a user save at once.
 */
export function guardSaves(context: DocumentRegistry.Context): void {
  const save = context.save.bind(context);
  let last = Promise.resolve();
  context.save = () => {
    const saved = last.then(async () => {
      if (!context.model.readOnly && !context.isDisposed) {
        await save();
      }
    });
    last = saved.catch(() => undefined);
    return saved;
  };
  // What is known of it then is not to keep the panel in memory.
  context.disposed.connect(() => {
    delete (context as Partial<DocumentRegistry.Context>).save;
  });
}
