import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor } from '../kernel';

/**
 * Why a kernel is not given code: it would not understand it. Null if it is.
 *
 * @param language - of the code, as the user names it
 * @param known - the names of the kernels' languages that understand it, in
 * lower case; null if that is not known
 * @param isInserted - whether no magic names the language, as in a cell of
 * blocks that was inserted
 */
export async function whyNotRun(
  language: string,
  known: readonly string[] | null,
  executor: IKernelExecutor,
  trans: TranslationBundle,
  isInserted = false
): Promise<string | null> {
  if (!known) {
    return null;
  }
  let asked;
  let name;
  do {
    asked = executor.kernel;
    // A kernel at work says nothing, but the server knows what it is: enough
    // to queue code behind the work, not to refuse it.
    name = await Promise.race([
      languageOfKernel(executor),
      specifiedLanguage(executor, known)
    ]);
    // Another may have come meanwhile, of which this says nothing.
  } while (executor.kernel !== asked);
  if (fits(known, name)) {
    return null;
  }
  const names = [language[0].toUpperCase() + language.slice(1), name ?? ''];
  return isInserted
    ? trans.__(
        'Nothing was run: the blocks make %1, and the kernel speaks %2. Choose another kernel for the notebook, or copy the blocks into a new Jigsaw cell, which takes the kernel’s language.',
        ...names
      )
    : trans.__(
        'Nothing was run: the blocks make %1, and the kernel speaks %2. Choose another kernel for the notebook, or another language for %jigsaw.',
        ...names
      );
}

/**
 * Whether a kernel understands code, as far as one can know.
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
 * The language in a kernel's specification, if it is among those known; never
 * settles if it is not.
 */
function specifiedLanguage(
  { kernel }: IKernelExecutor,
  known: readonly string[]
): Promise<string> {
  return new Promise(resolve => {
    kernel?.spec.then(
      spec => {
        if (spec && known.includes(spec.language.toLowerCase())) {
          resolve(spec.language);
        }
      },
      () => undefined
    );
  });
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
