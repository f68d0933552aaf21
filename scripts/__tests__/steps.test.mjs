import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { adviceFor } from '../lib/advice.mjs';
import { fromJUnit, fromPlaywright, readReport } from '../lib/counts.mjs';
import { exec } from '../lib/exec.mjs';
import { withLock } from '../lib/lock.mjs';
import { root } from '../lib/paths.mjs';
import { freePort, isFree } from '../lib/ports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'jigsaw-scripts-'));
after(() => rmSync(folder, { recursive: true }));

describe('counts', () => {
  it('counts a flaky browser test as failed', () => {
    const stats = { expected: 2, unexpected: 0, flaky: 1, skipped: 0 };
    const { passed, failed } = fromPlaywright(
      JSON.stringify({ stats, errors: [], suites: [] })
    );
    assert.deepEqual([passed, failed], [2, 1]);
  });

  it('does not believe a report of a runner that failed', () => {
    const path = join(folder, 'report.xml');
    writeFileSync(path, '<testsuites><testcase name="1"/></testsuites>');
    assert.equal(readReport(path, 1, fromJUnit).failed, 1);
    assert.equal(readReport(path, 0, fromJUnit).failed, 0);
    assert.equal(readReport(join(folder, 'none'), 0, fromJUnit).failed, 1);
  });
});

describe('advice', () => {
  for (const [output, expected] of [
    ['getaddrinfo ENOTFOUND registry', 'network'],
    ['Temporary failure in name resolution', 'network'],
    ['OSError: [Errno 28] No space left on device', 'disk is full'],
    [
      'The virtual environment was not created: ensurepip is not available',
      'venv'
    ],
    ['YN0028: The lockfile would have been modified', 'yarn.lock'],
    ["src/a.ts(1,1): error TS2304: Cannot find name 'x'", 'TypeScript']
  ]) {
    it(`for: ${output}`, () => {
      assert.ok(adviceFor(output)?.includes(expected));
    });
  }

  it('is none for what nobody knows', () => {
    assert.equal(adviceFor('something else'), null);
  });
});

describe('lock', () => {
  it('lets one in after the other', async () => {
    const path = join(folder, 'lock');
    const order = [];
    const enter = name =>
      withLock(path, async () => {
        order.push(`${name} in`);
        await Promise.resolve();
        order.push(`${name} out`);
      });
    await Promise.all([enter('a'), enter('b')]);
    assert.deepEqual(order, ['a in', 'a out', 'b in', 'b out']);
  });

  it('is taken over from a process that has ended', async () => {
    const path = join(folder, 'stale');
    const { output } = await exec(process.execPath, ['-p', 'process.pid']);
    writeFileSync(path, output.trim());
    const owner = await withLock(path, async () => readFileSync(path, 'utf8'));
    assert.equal(owner, String(process.pid));
  });
});

describe('ports', () => {
  it('tells a taken one from a free one', async () => {
    const port = await freePort();
    assert.equal(await isFree(port), true);
    const server = createServer();
    await new Promise(done => server.listen(port, '127.0.0.1', done));
    assert.equal(await isFree(port), false);
    await new Promise(done => server.close(done));
  });
});

describe('npm start', () => {
  it('says which port is in use, before any set-up', async () => {
    const server = createServer();
    await new Promise(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address();
    const { code, output } = await exec(process.execPath, [
      join(root, 'scripts', 'start.mjs'),
      '--port',
      String(port)
    ]);
    await new Promise(done => server.close(done));
    assert.equal(code, 1);
    assert.match(output, new RegExp(`Port ${port} is in use`));
  });
});

describe('npm test', () => {
  it('knows its parts', async () => {
    const { code, output } = await exec(process.execPath, [
      join(root, 'scripts', 'test.mjs'),
      'nonsense'
    ]);
    assert.equal(code, 2);
    assert.match(output, /There is no part "nonsense".*unit/);
  });
});
