import { Dialog, InputDialog, showDialog } from '@jupyterlab/apputils';
import type { KernelSpec, Session } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { sessionLabels, specsByName } from './kernelLabels';

/**
 * Let the user choose a kernel to run blocks with.
 *
 * @param current - the name of the one there is
 * @returns the name, or null when the user gave up or there is none to choose
 */
export async function askKernel(
  specs: KernelSpec.ISpecModels | null,
  current: string | null,
  trans: TranslationBundle
): Promise<string | null> {
  const kernels = specsByName(specs);
  if (kernels.length === 0) {
    await showDialog({
      title: trans.__('No kernel is installed'),
      body: trans.__(
        'The server knows of no kernel. Ask whoever runs it to install one, such as ipykernel.'
      ),
      buttons: [Dialog.okButton()]
    });
    return null;
  }
  const result = await InputDialog.getItem({
    title: trans.__('Run the blocks with'),
    items: kernels.map(({ label }) => label),
    current: Math.max(
      0,
      kernels.findIndex(({ name }) => name === current)
    ),
    okLabel: trans.__('OK')
  });
  const chosen = kernels.find(({ label }) => label === result.value);
  return result.button.accept && chosen ? chosen.name : null;
}

/**
 * Let the user choose one of several sessions of a workspace.
 *
 * @returns the session, or null when the user gave up
 */
export async function askSession(
  models: readonly Session.IModel[],
  specs: KernelSpec.ISpecModels | null,
  trans: TranslationBundle
): Promise<Session.IModel | null> {
  const labels = sessionLabels(models, specs);
  const result = await InputDialog.getItem({
    title: trans.__('More than one session is of this workspace'),
    label: trans.__('Run the blocks in'),
    items: labels,
    okLabel: trans.__('OK')
  });
  return result.button.accept && result.value !== null
    ? (models[labels.indexOf(result.value)] ?? null)
    : null;
}

/**
 * Ask before something is done that can't be undone.
 */
export async function confirm(
  title: string,
  body: string,
  label: string,
  trans: TranslationBundle
): Promise<boolean> {
  const { button } = await showDialog({
    title,
    body,
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.warnButton({ label })
    ]
  });
  return button.accept;
}
