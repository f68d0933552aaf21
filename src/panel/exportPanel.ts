import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import { writeBeside } from './exports';
import type { JigsawPanel } from './panel';

/**
 * Write a panel's program beside its document.
 *
 * @returns the path written to, or null when there was nothing to write
 */
export async function exportPanel(
  panel: JigsawPanel,
  kind: 'code' | 'svg' | 'xml',
  trans: TranslationBundle
): Promise<string | null> {
  const text = panel.context.model.problem ? null : await render(panel, kind);
  if (text === null) {
    return null;
  }
  const extension =
    kind === 'code' ? panel.language.current.fileExtension : `.${kind}`;
  try {
    const path = await writeBeside(
      panel.contents,
      panel.context.path,
      extension,
      text
    );
    Notification.success(trans.__('Written to %1', path), { autoClose: 4000 });
    return path;
  } catch (error) {
    Notification.error(
      trans.__(
        'The file could not be written: %1',
        error instanceof Error ? error.message : String(error)
      )
    );
    return null;
  }
}

async function render(
  panel: JigsawPanel,
  kind: 'code' | 'svg' | 'xml'
): Promise<string | null> {
  switch (kind) {
    case 'code':
      return panel.generate();
    case 'svg':
      return panel.editor.picture();
    case 'xml':
      return panel.editor.exportXml();
  }
}
