import type { DocumentRegistry } from '@jupyterlab/docregistry';

/**
 * Keep a document from being saved while its model is read-only, that is, while
 * the file could not be read.
 *
 * JupyterLab's command asks only whether the server would let it write. The
 * text it writes is the one it has read, but for line ends that were mixed.
 */
export function saveOnlyWhatWasRead(context: DocumentRegistry.Context): void {
  const save = context.save.bind(context);
  context.save = async () => {
    if (!context.model.readOnly) {
      await save();
    }
  };
  // What is known of it then is not to keep the panel in memory.
  context.disposed.connect(() => {
    delete (context as Partial<DocumentRegistry.Context>).save;
  });
}
