import type { createRoot as CreateRoot, IRoot } from 'react-dom/client';

/**
 * Stands in the bundle for React's renderer, of which JupyterLab's dialogs are
 * drawn (`rspack.page.config.js`). It is a tenth of all that moves a block, and
 * comes behind that, or with the first dialog.
 */
export function createRoot(container: Element): IRoot {
  if (createNow) {
    return createNow(container);
  }
  const root = loadReact().then(create => create(container));
  return {
    render: content => void root.then(one => one.render(content)),
    unmount: () => void root.then(one => one.unmount())
  };
}

/**
 * Have the renderer at hand: a dialog may have to say that the server is away.
 */
export async function loadReact(): Promise<typeof CreateRoot> {
  return (createNow ??= (await import('react-dom/client')).createRoot);
}

let createNow: typeof CreateRoot | null = null;
