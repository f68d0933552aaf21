import type { NotebookPanel } from '@jupyterlab/notebook';

import { showCell } from '../notebook';
import { outputOf } from './cellBlocks';
import { BUNDLE_VERSION } from './bundle';
import { DEFAULT_HEIGHT } from './heights';

/**
 * Put a cell of blocks under the active cell of a notebook. It needs no code,
 * so that no kernel needs to know of blocks.
 */
export async function insertBlocks(panel: NotebookPanel): Promise<void> {
  const { content } = panel;
  const { model } = content;
  if (!model) {
    return;
  }
  const index = content.activeCellIndex + 1;
  model.sharedModel.insertCell(index, {
    cell_type: 'code',
    source: '',
    metadata: { trusted: true },
    outputs: [
      outputOf({
        version: BUNDLE_VERSION,
        language: languageOf(panel),
        toolbox: '',
        height: DEFAULT_HEIGHT,
        workspace: null,
        given: '',
        state: '',
        inserted: true
      })
    ]
  });
  content.activeCellIndex = index;
  content.deselectAll();
  await showCell(content, index);
}

/**
 * The language of the notebook's kernel: as its specification says, since the
 * kernel itself may be busy, still starting, or none; else of the one that the
 * notebook would be given.
 */
function languageOf({ content, sessionContext }: NotebookPanel): string {
  const { kernelPreference, session, specsManager } = sessionContext;
  const specs = specsManager.specs;
  const name =
    session?.kernel?.name ?? kernelPreference.name ?? specs?.default ?? '';
  return (
    specs?.kernelspecs[name]?.language ||
    content.model?.defaultKernelLanguage ||
    ''
  );
}
