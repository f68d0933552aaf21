import type { IRenderMime } from '@jupyterlab/rendermime';

const drops = new WeakMap<IRenderMime.IMimeModel, () => void>();

/**
 * Say that a copy of an output's blocks is kept, since the file that the output
 * names may have others.
 *
 * @param drop - takes the copy away
 */
export function setCopy(
  output: IRenderMime.IMimeModel,
  drop: () => void
): void {
  drops.set(output, drop);
}

/**
 * Say that the blocks of an output are in its file: from now on those are what
 * is edited, and a copy would come back as what they were once.
 */
export function dropCopy(output: IRenderMime.IMimeModel): void {
  drops.get(output)?.();
  drops.delete(output);
}
