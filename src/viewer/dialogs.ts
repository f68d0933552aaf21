import { InputDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import {
  type KernelSpec,
  type ServiceManager,
  type Session,
  SessionAPI
} from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * Ask in which kernel a page is to run: one that is in use, those of notebooks
 * beside the page first, or a new one.
 *
 * @param path - of the page
 * @returns null when the user gave up
 */
export async function askKernel(
  path: string,
  {
    kernelspecs,
    sessions
  }: Pick<ServiceManager.IManager, 'kernelspecs' | 'sessions'>,
  trans: TranslationBundle
): Promise<Session.IModel | Omit<Session.ISessionOptions, 'path'> | null> {
  await kernelspecs.ready;
  const { specs } = kernelspecs;
  const folder = PathExt.dirname(path);
  const isNear = (model: Session.IModel) =>
    Number(PathExt.dirname(model.path) === folder);
  const running = (await SessionAPI.listRunning(sessions.serverSettings))
    .filter(({ kernel }) => kernel !== null)
    .sort((one, other) => isNear(other) - isNear(one));
  const installed = Object.keys(specs?.kernelspecs ?? {});
  return choose<Session.IModel | Omit<Session.ISessionOptions, 'path'>>(
    trans.__('Run the blocks of “%1” in', PathExt.basename(path)),
    [
      ...running.map(model => ({
        label: sessionLabel(model, specs),
        value: model
      })),
      ...installed.map(name => ({
        label: trans.__(
          'A new kernel: %1',
          installed.some(
            other =>
              other !== name && labelOf(other, specs) === labelOf(name, specs)
          )
            ? `${labelOf(name, specs)} · ${name}`
            : labelOf(name, specs)
        ),
        value: {
          name: PathExt.basename(path),
          type: 'file',
          kernel: { name }
        }
      }))
    ],
    trans
  );
}

/**
 * Ask which of several sessions of a page is meant.
 *
 * @returns null when the user gave up
 */
export function askSession(
  models: readonly Session.IModel[],
  specs: KernelSpec.ISpecModels | null,
  trans: TranslationBundle
): Promise<Session.IModel | null> {
  return choose(
    trans.__('More than one session is of this page; run the blocks in'),
    models.map(model => ({ label: sessionLabel(model, specs), value: model })),
    trans
  );
}

/**
 * How a kernel's name reads.
 */
export function labelOf(
  name: string,
  specs: KernelSpec.ISpecModels | null
): string {
  return specs?.kernelspecs[name]?.display_name ?? name;
}

function sessionLabel(
  { id, kernel, path }: Session.IModel,
  specs: KernelSpec.ISpecModels | null
): string {
  // The same document may have two.
  return `${path} · ${labelOf(kernel?.name ?? '', specs)} · ${id.slice(0, 8)}`;
}

async function choose<T>(
  title: string,
  choices: readonly { label: string; value: T }[],
  trans: TranslationBundle
): Promise<T | null> {
  const { button, value } = await InputDialog.getItem({
    title,
    items: choices.map(({ label }) => label),
    okLabel: trans.__('Run')
  });
  return button.accept
    ? (choices.find(({ label }) => label === value)?.value ?? null)
    : null;
}
