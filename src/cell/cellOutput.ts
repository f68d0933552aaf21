import type { IRenderMime } from '@jupyterlab/rendermime';
import type { PartialJSONObject } from '@lumino/coreutils';

import { BUNDLE_VERSION, type IBundle } from './bundle';
import { MIN_HEIGHT } from './heights';
import { withoutLooks } from './looks';
import { BLOCKS_MIME_TYPE } from './names';
import type { WorkspaceFile } from './workspaceFile';

/**
 * What an output is taken for that can't be read.
 */
export const NO_BUNDLE: IBundle = {
  version: BUNDLE_VERSION,
  language: '',
  toolbox: '',
  height: MIN_HEIGHT,
  workspace: null,
  given: '',
  state: ''
};

/**
 * Write a bundle into an output.
 *
 * @param looks - what other front ends show of it, as far as it is new
 * @param isSame - whether the blocks are those that the output had; else what
 * was made of those goes
 */
export function writeBundle(
  output: IRenderMime.IMimeModel,
  bundle: IBundle,
  looks: PartialJSONObject,
  isSame: boolean
): void {
  const { data, metadata } = output;
  output.setData({
    data: {
      ...(isSame ? data : withoutLooks(data)),
      [BLOCKS_MIME_TYPE]: { ...bundle },
      ...looks
    },
    metadata
  });
}

/**
 * A bundle that says of the file of its workspace what is known now.
 */
export function withStatus(
  { seen: _, unsaved: __, ...bundle }: IBundle,
  { isUnsaved, seen }: Pick<WorkspaceFile, 'isUnsaved' | 'seen'>
): IBundle {
  return {
    ...bundle,
    ...(isUnsaved ? { unsaved: true } : {}),
    ...(seen ? { seen } : {})
  };
}
