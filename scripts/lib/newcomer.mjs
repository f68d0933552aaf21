/**
 * What `npm start` sets for who has set nothing: a new notebook that can run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { exec } from './exec.mjs';
import { state, venvProgram, which } from './paths.mjs';

const config = join(state, 'config');

const SETTINGS = {
  // Else a new notebook asks for a kernel, and names the first of the alphabet.
  '@jupyterlab/notebook-extension:tracker': { autoStartDefaultKernel: true }
};

const KERNELS =
  'import json; from jupyter_client.kernelspec import KernelSpecManager\n' +
  'print(json.dumps(sorted(KernelSpecManager().find_kernel_specs())))';

/** The environment that has JupyterLab's settings; the user's own count more. */
export function settingsEnv() {
  const folder = join(config, 'labconfig');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'default_setting_overrides.json'),
    JSON.stringify(SETTINGS, null, 2)
  );
  const { JUPYTER_CONFIG_PATH: others } = process.env;
  return {
    JUPYTER_CONFIG_PATH: [config, ...(others ? [others] : [])].join(delimiter)
  };
}

/**
 * The options that name all kernels but Octave's, if there is no Octave: without
 * it that kernel never answers, and keeps others waiting.
 */
export async function kernelOptions() {
  const programs = ['octave', 'octave-cli', 'flatpak'];
  if (process.env.OCTAVE_EXECUTABLE || programs.some(which)) {
    return [];
  }
  const { output } = await exec(venvProgram('python'), ['-c', KERNELS], {
    timeout: 30_000
  });
  const names = JSON.parse(output.trim().split('\n').pop());
  return names.includes('octave')
    ? names
        .filter(name => name !== 'octave')
        .map(name => `--KernelSpecManager.allowed_kernelspecs=${name}`)
    : [];
}
