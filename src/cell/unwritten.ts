import type { IRenderMime } from '@jupyterlab/rendermime';

const writers = new WeakMap<IRenderMime.IMimeModel, () => void>();

/**
 * Say what writes edits into an output that are not in it yet.
 */
export function setWriter(
  output: IRenderMime.IMimeModel,
  write: () => void
): void {
  writers.set(output, write);
}

/**
 * Have an output hold all edits of its blocks.
 */
export function writeEdits(output: IRenderMime.IMimeModel): void {
  writers.get(output)?.();
}
