/**
 * `node scripts/refresh-pins.mjs`: make package.json's resolutions those of the
 * JupyterLab that is installed in .venv, so that types, tests and the shared
 * modules are all of one release. Afterwards: `.venv/bin/jlpm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exec } from './lib/exec.mjs';
import { root, venvProgram } from './lib/paths.mjs';

const { code, output } = await exec(venvProgram('python'), [
  '-c',
  'import jupyterlab, pathlib; print(pathlib.Path(jupyterlab.__file__).parent / "staging" / "package.json")'
]);
if (code !== 0) {
  console.error(
    `${output}\nJupyterLab is not installed in .venv: run npm start.`
  );
  process.exit(1);
}

const staging = JSON.parse(readFileSync(output.trim(), 'utf8'));
const file = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));

const ofLab = name => name.startsWith('@jupyterlab/');
const own = Object.entries(manifest.resolutions).filter(
  ([name]) => !ofLab(name)
);
const labs = Object.entries(staging.resolutions)
  .filter(([name]) => ofLab(name))
  .map(([name, range]) => [name, range.replace(/^[~^]/, '')]);

const before = JSON.stringify(manifest.resolutions);
manifest.resolutions = Object.fromEntries(
  [...labs, ...own].sort(([a], [b]) => (a < b ? -1 : 1))
);
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(
  JSON.stringify(manifest.resolutions) === before
    ? `All ${labs.length} pins were up to date.`
    : `Took ${labs.length} pins; now run .venv/bin/jlpm install and npm test.`
);
