import type { KernelSpec } from '@jupyterlab/services';

import type { IJigsawLanguage, LanguageRegistry } from '../languages';

/**
 * The kernel to start for a workspace.
 *
 * @param specs - the kernels that are installed
 * @param wanted - the name of the kernel that the file was used with last
 * @param language - the language that the blocks are shown in
 * @returns the wanted kernel if it is installed; else one of the language: the
 *   server's default before others, then by name; null when there is none
 */
export function findKernel(
  specs: KernelSpec.ISpecModels,
  wanted: string | null,
  language: IJigsawLanguage,
  registry: LanguageRegistry
): string | null {
  if (wanted && specs.kernelspecs[wanted]) {
    return wanted;
  }
  const fitting = Object.values(specs.kernelspecs)
    .flatMap(spec =>
      spec && registry.forKernel(spec.language)?.id === language.id
        ? [spec.name]
        : []
    )
    .sort();
  return fitting.includes(specs.default) ? specs.default : (fitting[0] ?? null);
}
