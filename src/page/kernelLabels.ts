import { PathExt } from '@jupyterlab/coreutils';
import type { KernelSpec, Session } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor } from '../kernel';

/**
 * The kernels that are installed, by the names that people read.
 */
export function specsByName(
  specs: KernelSpec.ISpecModels | null
): { name: string; label: string }[] {
  return Object.values(specs?.kernelspecs ?? {})
    .flatMap(spec =>
      spec ? [{ name: spec.name, label: spec.display_name || spec.name }] : []
    )
    .sort((one, other) => one.label.localeCompare(other.label));
}

/**
 * How a kernel's name reads.
 */
export function kernelLabel(
  specs: KernelSpec.ISpecModels | null,
  name: string
): string {
  return specs?.kernelspecs[name]?.display_name ?? name;
}

/**
 * Sessions as lines to choose from, each of its own.
 */
export function sessionLabels(
  models: readonly Session.IModel[],
  specs: KernelSpec.ISpecModels | null
): string[] {
  const labels = models.map(
    ({ kernel, path }) =>
      `${PathExt.basename(path)} · ${kernelLabel(specs, kernel?.name ?? '')}`
  );
  return labels.map((label, index) =>
    labels.indexOf(label) === labels.lastIndexOf(label)
      ? label
      : `${label} · ${models[index].id.slice(0, 8)}`
  );
}

/**
 * What a kernel is doing, in a word.
 */
export function statusLabel(
  status: IKernelExecutor.Status,
  trans: TranslationBundle
): string {
  switch (status) {
    case 'idle':
      return trans.__('idle');
    case 'busy':
      return trans.__('busy');
    case 'no-kernel':
      return trans.__('no kernel');
    case 'disconnected':
    case 'unknown':
      return trans.__('connecting…');
    case 'dead':
      return trans.__('dead');
    case 'restarting':
    case 'autorestarting':
      return trans.__('restarting…');
    case 'terminating':
      return trans.__('ending…');
    default:
      return trans.__('starting…');
  }
}
