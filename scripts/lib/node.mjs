import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, venvProgram } from './paths.mjs';
import { StepError } from './steps.mjs';
import { packages } from './venv.mjs';

const OLDEST = 20;

/** The parts of package.json that decide what is installed. */
function dependencies() {
  const data = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [data.dependencies, data.devDependencies, data.resolutions];
}

export const modules = {
  id: 'modules',
  name: 'Node packages',
  what: 'installing what package.json lists',
  after: [packages],
  inputs: ['yarn.lock', '.yarnrc.yml'],
  values: dependencies,
  outputs: ['node_modules/.yarn-state.yml'],
  run: async ({ run }) => {
    const version = process.versions.node;
    if (Number(version.split('.')[0]) < OLDEST) {
      throw new StepError(
        `Node ${OLDEST} or newer is needed; this is ${version}.`,
        {
          advice:
            'Install a newer Node from nodejs.org or with your version manager.'
        }
      );
    }
    await run(venvProgram('jlpm'), ['install', '--immutable']);
  }
};
