import type { TranslationBundle } from '@jupyterlab/translation';

import { BUNDLE_VERSION, type IBundle } from './bundle';
import { documentOf } from './bundleText';
import { fingerprint } from './fileText';
import type { IOwnBlocks } from './merge';
import type { WorkspaceFile } from './workspaceFile';

/**
 * What the blocks that are written here begin with, unlike those that somebody
 * has written into a cell.
 */
const WRITTEN = '{"format":';

/**
 * Opens the file of a workspace with a name.
 */
export type OpenFile = (
  name: string,
  own: IOwnBlocks
) => Promise<WorkspaceFile>;

/**
 * The file of an output's blocks.
 */
export interface IOpenedFile {
  readonly file: WorkspaceFile;
  readonly own: IOwnBlocks;
  /**
   * Whether the file has the blocks that are to be shown; else nobody but the
   * user knows whose those are.
   */
  readonly isKnown: boolean;
  /**
   * Whether the file has the blocks of the cell now.
   */
  readonly isOwn: boolean;
}

/**
 * Open the file that a bundle names; null if it names none.
 *
 * @throws what `open` throws
 */
export async function openFile(
  bundle: IBundle | null,
  open: OpenFile | null,
  trans: TranslationBundle
): Promise<IOpenedFile | null> {
  if (!bundle?.workspace || !open || bundle.version > BUNDLE_VERSION) {
    return null;
  }
  const own = {
    ...documentOf(bundle, trans),
    raw: bundle.state,
    isUnsaved: bundle.unsaved === true,
    seen: bundle.seen ?? '',
    isGiven: bundle.given !== '' && !bundle.state.startsWith(WRITTEN)
  };
  const file = await open(bundle.workspace, own);
  try {
    const result = await file.merge(own);
    if (result === 'cell') {
      file.replace(own);
    }
    const [mine, theirs] = [own.text, file.model.toString()].map(text =>
      fingerprint(text, trans)
    );
    return {
      file,
      own,
      isKnown: result !== 'conflict',
      isOwn: mine === theirs
    };
  } catch (error) {
    file.release();
    throw error;
  }
}
