import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { installBySystem } from '../lib/system.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jigsaw-system-'));
const { PATH } = process.env;

describe('the package manager', () => {
  before(() => {
    for (const name of ['apt-get', 'sudo']) {
      writeFileSync(join(folder, name), '');
    }
    process.env.PATH = folder;
  });

  after(() => {
    process.env.PATH = PATH;
    rmSync(folder, { recursive: true });
  });

  /** Install with a run in which the named command fails. */
  const install = async failing => {
    const seen = [];
    const run = async (command, args) => {
      const line = [command, ...args].join(' ');
      seen.push(line);
      if (line.includes(failing)) {
        throw new Error(failing);
      }
    };
    await installBySystem(run, { apt: ['tool'] }, async () => false);
    return seen.filter(line => line.includes('apt-get'));
  };

  it('installs from the lists that are there when it can not renew them', async () => {
    // As while another installs something.
    const [update, last] = await install('apt-get update');
    assert.match(update, /apt-get update$/);
    assert.match(last, /apt-get .*install .*tool$/);
  });

  it('waits while another installs something', async () => {
    const lines = await install('nothing');
    assert.match(lines.at(-1), / DPkg::Lock::Timeout=\d+ /);
  });
});
