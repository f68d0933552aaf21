import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { state, venvProgram, windows } from './paths.mjs';
import { packages } from './venv.mjs';
import { wheel, wheelFile } from './wheel.mjs';

/** Where the oldest front ends that are supported live. */
const folder = join(state, 'oldest');
const python = join(folder, windows ? 'Scripts/python.exe' : 'bin/python');

const pip = (run, ...args) =>
  run(python, ['-m', 'pip', 'install', '--disable-pip-version-check', ...args]);

const frontEnds = {
  id: 'oldest',
  name: 'Oldest front ends',
  what: 'installing what requirements/oldest.txt lists',
  after: [packages],
  inputs: ['requirements/oldest.txt', 'requirements/oldest-lock.txt'],
  outputs: [
    `.jigsaw/oldest/${windows ? 'Scripts/jupyter-lab.exe' : 'bin/jupyter-lab'}`
  ],
  run: async ({ run }) => {
    rmSync(folder, { recursive: true, force: true });
    await run(venvProgram('python'), ['-m', 'venv', folder]);
    await pip(run, '-r', 'requirements/oldest.txt');
  }
};

export const installInOldest = {
  id: 'oldest-install',
  name: 'Extension in the oldest front ends',
  what: 'installing the wheel beside them',
  after: [frontEnds, wheel],
  outputs: [
    '.jigsaw/oldest/share/jupyter/labextensions/jupyterlab-jigsaw/package.json'
  ],
  run: async ({ run }) => {
    await pip(run, '--force-reinstall', '--no-deps', wheelFile());
  }
};
