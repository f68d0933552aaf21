import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram, root, state, venvProgram } from './paths.mjs';
import { bundle } from './wheel.mjs';

/** Where the example extension is built: the folder of its own stays as it is. */
const folder = join(state, 'example');

const { name } = JSON.parse(
  readFileSync(join(root, 'examples/extension/package.json'), 'utf8')
);

/**
 * The example extension, built as that of another author would be, from the
 * packages that are here, and put where one server looks for extensions.
 */
export const example = {
  id: 'example',
  name: 'Example extension',
  what: 'building examples/extension',
  after: [bundle],
  inputs: ['examples/extension'],
  outputs: [`.jigsaw/example/labextensions/${name}/package.json`],
  run: async ({ run }) => {
    rmSync(folder, { recursive: true, force: true });
    const source = join(folder, 'source');
    cpSync(join(root, 'examples/extension'), source, { recursive: true });
    // Its types come from there; all else is found further up.
    mkdirSync(join(source, 'node_modules'));
    symlinkSync(
      root,
      join(source, 'node_modules/jupyterlab-jigsaw'),
      'junction'
    );
    await run(process.execPath, [
      nodeProgram('typescript/bin/tsc'),
      '--project',
      source
    ]);
    await run(venvProgram('jupyter-builder'), ['build', source]);
    cpSync(join(source, 'labextension'), join(folder, 'labextensions', name), {
      recursive: true
    });
  }
};
