import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = dirname(
  dirname(dirname(fileURLToPath(new URL(import.meta.url))))
);

/** What the scripts remember between runs; git ignores it. */
export const state = join(root, '.jigsaw');

export const windows = process.platform === 'win32';

export const venv = join(root, '.venv');
export const venvBin = join(venv, windows ? 'Scripts' : 'bin');

/** A program of the Python environment. */
export const venvProgram = name =>
  join(venvBin, windows ? `${name}.exe` : name);

/** A program that an npm package brings, as a file for Node to run. */
export const nodeProgram = path =>
  join(root, 'node_modules', ...path.split('/'));

export const isRoot = !windows && process.getuid() === 0;

/** The environment of every child: the Python environment comes first. */
export function childEnv(extra = {}) {
  const rest = { ...process.env };
  delete rest.PYTHONHOME;
  return {
    ...rest,
    VIRTUAL_ENV: venv,
    PATH: [venvBin, process.env.PATH].join(delimiter),
    ...extra
  };
}

/** The full path of a program on the PATH, or null. */
export function which(name) {
  const endings = windows ? ['.exe', '.cmd', '.bat', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder && existsSync(path)) {
        return path;
      }
    }
  }
  return null;
}
