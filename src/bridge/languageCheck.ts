import type { ISharedCell } from '@jupyter/ydoc';

import type { IKernelExecutor } from '../kernel';

/**
 * The magic, as a line or a cell of it: `%jigsaw Python --workspace ws`.
 */
const MAGIC = /^\s*%%?jigsaw[ \t]+(?:-\S+[ \t]+\S+[ \t]+)*([A-Za-z]\w*)/m;

/**
 * The language that a cell asks `%jigsaw` for, in lower case; null if there is
 * none to be found.
 */
export function languageOfMagic(
  cell: Pick<ISharedCell, 'getSource'>
): string | null {
  return MAGIC.exec(cell.getSource())?.[1].toLowerCase() ?? null;
}

/**
 * Whether a kernel understands the code of a frame, as far as one can know.
 *
 * @param languages - the names of the kernels' languages that do; null if that
 * is not known
 * @param kernel - the name of the kernel's own; null while it has not said
 */
export function fits(
  languages: readonly string[] | null,
  kernel: string | null
): boolean {
  return (
    languages === null ||
    kernel === null ||
    languages.includes(kernel.toLowerCase())
  );
}

/**
 * The name of the language that a kernel speaks, as soon as it has said it;
 * null when it can no longer say.
 */
export function languageOfKernel(
  executor: IKernelExecutor
): Promise<string | null> {
  const { kernel } = executor;
  return new Promise(resolve => {
    const end = (name: string | null) => {
      executor.statusChanged.disconnect(onStatus);
      resolve(name);
    };
    const onStatus = () => {
      if (executor.kernel !== kernel || isGone(executor.status)) {
        end(null);
      }
    };
    if (!kernel || isGone(executor.status)) {
      resolve(null);
      return;
    }
    executor.statusChanged.connect(onStatus);
    kernel.info.then(
      info => end(info.language_info.name),
      () => end(null)
    );
  });
}

function isGone(status: IKernelExecutor.Status): boolean {
  return (
    status === 'dead' || status === 'no-kernel' || status === 'disconnected'
  );
}
