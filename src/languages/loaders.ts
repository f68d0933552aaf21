import type { ICodeGenerator } from './tokens';

/**
 * The generators by the ids of their languages. They are named here, and not
 * where languages are described, since each `import()` takes a hundred bytes of
 * what is loaded at start-up.
 */
const LOADERS: Readonly<
  Record<string, () => Promise<{ createGenerator(): ICodeGenerator }>>
> = {
  python: () => import('./python'),
  javascript: () => import('./javascript'),
  lua: () => import('./lua'),
  php: () => import('./php'),
  dart: () => import('./dart'),
  octave: () => import('./octave'),
  r: () => import('./r'),
  scheme: () => import('./scheme'),
  bash: () => import('./bash'),
  processing: () => import('./processing'),
  cpp: () => import('./cpp')
};

/**
 * The generator of a language that comes with the extension.
 */
export async function loadOwn(id: string): Promise<ICodeGenerator> {
  const { createGenerator } = await LOADERS[id]();
  return createGenerator();
}
