import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exec } from '../lib/exec.mjs';
import { kernelOptions, settingsEnv } from '../lib/newcomer.mjs';
import { venvProgram, windows } from '../lib/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jigsaw-newcomer-'));
const { OCTAVE_EXECUTABLE, PATH } = process.env;

const SETTINGS = `
import json
from jupyter_server.services.config.manager import ConfigManager
print(json.dumps(ConfigManager(config_dir_name="labconfig").get("default_setting_overrides")))`;

describe('a newcomer', () => {
  before(() => {
    process.env.PATH = folder;
    delete process.env.OCTAVE_EXECUTABLE;
  });

  after(() => {
    process.env.PATH = PATH;
    if (OCTAVE_EXECUTABLE) {
      process.env.OCTAVE_EXECUTABLE = OCTAVE_EXECUTABLE;
    }
    rmSync(folder, { recursive: true });
  });

  it('is asked for no kernel of a new notebook', async () => {
    const { output } = await exec(venvProgram('python'), ['-c', SETTINGS], {
      env: settingsEnv()
    });
    const settings = JSON.parse(output.trim().split('\n').pop());
    const tracker = settings['@jupyterlab/notebook-extension:tracker'];
    assert.equal(tracker.autoStartDefaultKernel, true);
  });

  it('is offered all kernels but one that can not answer', async () => {
    const names = (await kernelOptions()).map(option => option.split('=')[1]);
    assert.ok(names.includes('python3'));
    assert.ok(names.includes('calysto_scheme'));
    assert.ok(!names.includes('octave'));
  });

  it('is offered Octave where that is', async () => {
    writeFileSync(join(folder, windows ? 'octave.exe' : 'octave'), '');
    assert.deepEqual(await kernelOptions(), []);
  });
});
