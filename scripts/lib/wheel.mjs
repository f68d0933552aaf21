import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from './node.mjs';
import { root, venvProgram } from './paths.mjs';
import { StepError } from './steps.mjs';

const dist = join(root, 'dist');

const wheels = () =>
  existsSync(dist)
    ? readdirSync(dist).filter(name => name.endsWith('.whl'))
    : [];

/** The wheel that the build left. */
export function wheelFile() {
  const [name, ...more] = wheels();
  if (!name || more.length > 0) {
    throw new StepError(
      `One wheel was expected in dist, not ${1 + more.length}.`
    );
  }
  return join(dist, name);
}

/** package.json without what only people and linters read. */
function manifest() {
  const data = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  delete data.prettier;
  delete data.stylelint;
  return data;
}

export const bundle = {
  id: 'bundle',
  name: 'Bundle',
  what: 'compiling src/ and bundling it for JupyterLab, the app page and nbclassic',
  after: [modules],
  inputs: [
    'src',
    'style',
    'schema',
    // Its texts are in both halves.
    'jupyterlab_jigsaw/doctor/findings.json',
    'tsconfig.json',
    'rspack.config.js',
    'rspack.classic.config.js',
    'rspack.licenses.js',
    'rspack.page.config.js',
    'scripts/build-page.mjs'
  ],
  values: manifest,
  outputs: [
    'jupyterlab_jigsaw/labextension/package.json',
    'jupyterlab_jigsaw/page/static/entry.json',
    'jupyterlab_jigsaw/nbextension/extension.js'
  ],
  run: async ({ run }) => {
    // What an older build left must not reach this one.
    for (const path of ['lib', 'tsconfig.tsbuildinfo']) {
      rmSync(join(root, path), { recursive: true, force: true });
    }
    await run(venvProgram('jlpm'), ['build:prod']);
  }
};

export const wheel = {
  id: 'wheel',
  name: 'Wheel',
  what: 'packing the bundle and the Python half',
  after: [bundle],
  inputs: [
    'jupyter-config',
    'jupyterlab_jigsaw',
    'pyproject.toml',
    'install.json',
    'LICENSE',
    'README.md',
    'THIRD_PARTY_LICENSES.md'
  ],
  check: async () => wheels().length === 1,
  run: async ({ run }) => {
    rmSync(dist, { recursive: true, force: true });
    await run(venvProgram('python'), [
      '-m',
      'build',
      '--wheel',
      '--no-isolation'
    ]);
  }
};

export const install = {
  id: 'install',
  name: 'Extension',
  what: 'installing the wheel into .venv',
  after: [wheel],
  outputs: [
    '.venv/share/jupyter/labextensions/jupyterlab-jigsaw/package.json',
    '.venv/share/jupyter/nbextensions/jupyterlab-jigsaw/extension.js',
    '.venv/etc/jupyter/jupyter_server_config.d/jupyterlab_jigsaw.json'
  ],
  run: async ({ run }) => {
    await run(venvProgram('python'), [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--force-reinstall',
      '--no-deps',
      wheelFile()
    ]);
  }
};

export const testKernel = {
  id: 'test-kernel',
  name: 'Test kernels',
  what: 'installing MetaKernels for the browser tests',
  after: [modules],
  inputs: ['ui-tests/kernels'],
  outputs: [
    '.venv/share/jupyter/kernels/jigsaw_test_metakernel/kernel.json',
    '.venv/share/jupyter/kernels/jigsaw_test_scheme/kernel.json',
    '.venv/share/jupyter/kernels/metakernel_python/kernel.json'
  ],
  run: async ({ run }) => {
    const python = venvProgram('python');
    await run(python, [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--force-reinstall',
      '--no-deps',
      '--no-build-isolation',
      './ui-tests/kernels/jigsaw_test_kernel'
    ]);
    for (const module of ['jigsaw_test_kernel', 'jigsaw_test_kernel.scheme']) {
      await run(python, ['-m', module, 'install', '--sys-prefix']);
    }
    await run(python, ['ui-tests/kernels/install_metakernel_python.py']);
  }
};
