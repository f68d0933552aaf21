import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { childEnv, root, venvProgram } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { broken, failsAt } from './broken.mjs';
import {
  makeHome,
  startInspector,
  startJupyter,
  startProxy
} from './servers.mjs';

const names = { nginx: 'nginx', apache: 'Apache' };

const token = randomBytes(16).toString('hex');
let home;
let server;
let inspector;
let nobody;

before(async () => {
  home = makeHome();
  nobody = await freePort();
  server = await startJupyter(home.home, token);
  inspector = await startInspector(server.port);
});

after(async () => {
  await inspector?.stop();
  await server?.stop();
  home?.remove();
});

/** Run the doctor as a shell does; with a token from the environment. */
function doctor(args, env = {}) {
  return new Promise(resolve => {
    execFile(
      venvProgram('jupyter'),
      ['jigsaw', 'doctor', '--ca-file', home.certificate, ...args],
      {
        cwd: home.home,
        env: childEnv({ JUPYTER_TOKEN: token, ...env }),
        timeout: 120_000
      },
      (error, stdout, stderr) =>
        resolve({ code: error ? error.code : 0, stdout, stderr })
    );
  });
}

async function examine(url, env) {
  const { code, stdout, stderr } = await doctor(['--json', '--url', url], env);
  assert.notEqual(stdout, '', stderr);
  return { code, text: stdout + stderr, ...JSON.parse(stdout) };
}

/** Those that the way to the server has, and not what is installed here. */
const onTheWay = ({ findings }) =>
  findings.filter(({ system }) => system !== 'MetaKernel');

const ids = findings => findings.map(({ id }) => id);

/** They wait, most of the time. */
const concurrency = 6;

/** Each as a row that is broken by nothing. */
const shipped = [
  { proxy: 'nginx' },
  { proxy: 'apache' },
  // From Apache 2.4.47 on mod_proxy_http lets WebSockets through, too.
  { proxy: 'apache', without: ['proxy_wstunnel'] }
];

describe('the shipped sites', { concurrency }, () => {
  for (const row of shipped) {
    const without = row.without ? ` without ${row.without}` : '';
    test(`nothing is found of ${names[row.proxy]}${without}`, async () => {
      const proxy = await startProxy(row.proxy, home.home, server.port, row);
      try {
        const report = await examine(proxy.url);
        assert.deepEqual(onTheWay(report), []);
        assert.equal(report.code, 0);
        assert.equal(report.facts.proxy, names[row.proxy]);
        assert.match(report.fine.join('\n'), /outlives 8 s of silence/);
        assert.match(report.fine.join('\n'), /bit by bit arrives so/);
        assert.ok(!report.text.includes(token), 'no token is printed');
      } finally {
        await proxy.stop();
      }
    });
  }
});

describe('what the shipped sites compress', { concurrency }, () => {
  /** Ask as a browser does; the bytes are those that came over the wire. */
  function fetchFrom(proxy, path, headers = {}) {
    const options = {
      ca: readFileSync(home.certificate),
      headers: {
        'Accept-Encoding': 'gzip',
        Authorization: `token ${token}`,
        ...headers
      }
    };
    return new Promise((resolve, reject) => {
      get(new URL(path, proxy.url), options, async answer => {
        const body = Buffer.concat(await answer.toArray());
        resolve({ status: answer.statusCode, headers: answer.headers, body });
      }).on('error', reject);
    });
  }

  for (const kind of ['nginx', 'apache']) {
    test(`${names[kind]}: scripts and data, and no page`, async () => {
      writeFileSync(join(home.home, 'jupyter', 'big.txt'), 'big '.repeat(1e5));
      const proxy = await startProxy(kind, home.home, server.port);
      try {
        const page = await fetchFrom(proxy, 'jigsaw');
        assert.equal(page.headers['content-encoding'], undefined);
        const html = page.body.toString();
        const [, script] =
          /src="([^"]*jigsaw-editor[^"]*)"/.exec(html) ??
          /src="([^"]*\.js[^"]*)"/.exec(html);
        const first = await fetchFrom(proxy, script);
        assert.equal(first.status, 200);
        assert.equal(first.headers['content-encoding'], 'gzip');
        const whole = gunzipSync(first.body).length;
        assert.ok(first.body.length < whole / 2, `${whole} bytes`);
        const again = await fetchFrom(proxy, script, {
          'If-Modified-Since': first.headers['last-modified']
        });
        assert.equal(again.status, 304);
        const data = await fetchFrom(proxy, 'api/contents/big.txt');
        assert.equal(data.headers['content-encoding'], 'gzip');
        assert.ok(data.body.length < 10_000);
      } finally {
        await proxy.stop();
      }
    });
  }
});

test('an address without TLS leads to the one with it', async () => {
  const proxy = await startProxy('nginx', home.home, server.port);
  try {
    const report = await examine(proxy.plainUrl);
    // The shipped site leads to a host's usual port, where nobody is here.
    assert.deepEqual(ids(report.findings), ['unreachable']);
    assert.match(report.fine[0], /^http leads to https:\/\/127\.0\.0\.1$/);
  } finally {
    await proxy.stop();
  }
});

/** The port of what is behind the proxy of a row. */
function behind({ isAlone, isInspected }) {
  if (isAlone) {
    return nobody;
  }
  return isInspected ? inspector.port : server.port;
}

describe('broken on purpose', { concurrency }, () => {
  for (const row of broken) {
    test(`${names[row.proxy]}: ${row.name} → ${row.finds}`, async () => {
      const proxy = await startProxy(row.proxy, home.home, behind(row), row);
      try {
        const report = await examine(proxy.url);
        const found = report.findings.find(({ id }) => id === row.finds);
        assert.ok(found, `${row.finds} in ${JSON.stringify(report.findings)}`);
        const lines = found.changes.map(({ line }) => line).join('\n');
        assert.ok(
          row.line instanceof RegExp
            ? row.line.test(lines)
            : lines.includes(row.line),
          lines
        );
        if (row.seen) {
          assert.match(found.seen, row.seen);
        }
        if (row.inDeploy !== null) {
          const site = readFileSync(
            join(root, 'deploy', `${row.proxy}.conf`),
            'utf8'
          );
          assert.ok(site.includes(row.inDeploy ?? row.line));
          assert.equal(found.system, names[row.proxy]);
        }
        // One thing is broken, and one is found.
        assert.deepEqual(ids(onTheWay(report)), [row.finds]);
        assert.equal(report.code, found.severity === 'broken' ? 1 : 0);
      } finally {
        await proxy.stop();
      }
    });
  }
});

test('what fails is not said to be fine', async () => {
  const row = { change: failsAt('jigsaw/api/stream') };
  const proxy = await startProxy('nginx', home.home, server.port, row);
  try {
    const { fine } = await examine(proxy.url);
    assert.match(fine.join('\n'), /outlives 8 s of silence/);
    assert.doesNotMatch(fine.join('\n'), /may take|bit by bit/);
  } finally {
    await proxy.stop();
  }
});

describe('the endpoints', () => {
  const ask = (path, headers = {}, init = {}) =>
    fetch(`http://127.0.0.1:${server.port}/jupyter/jigsaw/api/${path}`, {
      headers,
      ...init
    });
  const known = { Authorization: `token ${token}` };

  for (const path of ['echo', 'stream', 'report', 'socket']) {
    test(`${path} answers nobody who is not logged in`, async () => {
      assert.equal((await ask(path)).status, 403);
    });
  }

  test('a request that could be another page’s is not let in', async () => {
    const post = { method: 'POST' };
    assert.equal((await ask('echo', {}, post)).status, 403);
    assert.equal((await ask('echo', known, post)).status, 204);
  });

  test('nothing that may be a secret is told', async () => {
    const answer = await ask('echo?key=in-the-query', {
      ...known,
      Cookie: 'session=in-a-cookie',
      'X-Forwarded-Proto': 'https',
      'X-XSRFToken': 'in-a-header',
      'X-Secret': 'in-another'
    });
    const text = await answer.text();
    assert.equal(JSON.parse(text).headers['X-Forwarded-Proto'], 'https');
    for (const secret of [token, 'in-the', 'in-a']) {
      assert.ok(!text.includes(secret), secret);
    }
  });

  test('what arrived of a WebSocket is told by its name alone', async () => {
    await ask('socket?id=name-of-mine', known);
    const told = async name =>
      (await (await ask(`echo?of=${name}`, known)).json()).arrived;
    assert.equal(await told('name-of-mine'), true);
    assert.equal(await told('name-of-nobody'), false);
  });

  test('numbers that are none, or too many, are refused or cut', async () => {
    assert.equal((await ask('stream?wait=nan', known)).status, 400);
    assert.equal((await ask('stream?pause=-1', known)).status, 400);
    const many = await ask('stream?pieces=9999&pause=0', known);
    assert.equal((await many.text()).split('\n').length, 11);
  });
});

describe('what a server has', { concurrency }, () => {
  /** An environment that no server knows, with a kernel, and an old MetaKernel. */
  function environment() {
    const prefix = join(home.home, 'elsewhere');
    const packages = join(prefix, 'lib/python3.11/site-packages');
    const magics = join(packages, 'metakernel/magics');
    const kernels = join(prefix, 'share/jupyter/kernels');
    const python = join(prefix, 'bin/python');
    for (const path of [
      magics,
      join(packages, 'metakernel-0.20.0.dist-info'),
      join(prefix, 'bin'),
      join(kernels, 'old_octave'),
      join(kernels, 'gone')
    ]) {
      mkdirSync(path, { recursive: true });
    }
    symlinkSync(venvProgram('python'), python);
    // As it was before it spoke by messages.
    writeFileSync(
      join(magics, 'jigsaw_magic.py'),
      'script = "window.parent.IPython.notebook"\n'
    );
    const spec = (name, program) =>
      writeFileSync(
        join(kernels, name, 'kernel.json'),
        JSON.stringify({ argv: [program], display_name: name, language: 'x' })
      );
    spec('old_octave', python);
    spec('gone', join(prefix, 'bin/gone'));
    return { prefix, python };
  }
  let elsewhere;
  const servers = {};

  before(async () => {
    elsewhere = environment();
    const bin = join(elsewhere.prefix, 'bin');
    servers.blind = await startJupyter(home.home, token, {
      name: 'blind',
      baseUrl: '/jupyter',
      env: { PATH: [bin, childEnv().PATH].join(':') }
    });
    servers.seeing = await startJupyter(home.home, token, {
      name: 'seeing',
      env: { JUPYTER_PATH: join(elsewhere.prefix, 'share/jupyter') },
      args: [
        `--ServerApp.tornado_settings={'headers': {'Content-Security-Policy': "frame-ancestors 'none'"}}`
      ]
    });
  });

  after(async () => {
    await servers.blind?.stop();
    await servers.seeing?.stop();
  });

  const at = ({ port }) => `http://127.0.0.1:${port}/jupyter/`;
  const found = ({ findings }, id) => findings.filter(one => one.id === id);

  test('a kernelspec outside of JUPYTER_PATH', async () => {
    const report = await examine(at(servers.blind));
    const [unseen] = found(report, 'kernel-unseen').filter(({ seen }) =>
      seen.includes('old_octave')
    );
    const folder = join(elsewhere.prefix, 'share/jupyter');
    assert.match(unseen.seen, /gone, old_octave in/);
    assert.deepEqual(
      unseen.changes.map(({ line }) => line),
      [
        `c.Spawner.environment = {"JUPYTER_PATH": "${folder}"}`,
        `export JUPYTER_PATH=${folder}`
      ]
    );
  });

  test('a base_url without its last slash', async () => {
    const report = await examine(at(servers.blind));
    const [slash] = found(report, 'base-url-slash');
    assert.match(slash.seen, /"\/jupyter"/);
    assert.equal(slash.changes[0].line, 'c.ServerApp.base_url = "/jupyter/"');
  });

  test('an old MetaKernel, and a kernel that is broken', async () => {
    const report = await examine(at(servers.seeing));
    const [old] = found(report, 'old-metakernel');
    assert.match(old.seen, /MetaKernel 0\.20\.0 in .* is old/);
    assert.deepEqual(old.changes[0].line.split(' -m ')[0], elsewhere.python);
    const [gone] = found(report, 'kernel-broken');
    assert.match(gone.seen, /^gone: its program .*bin\/gone is not there/);
    assert.equal(gone.system, 'gone');
    assert.equal(found(report, 'kernel-unseen').length, 0);
    assert.equal(report.code, 1);
  });

  test("frame-ancestors 'none'", async () => {
    const report = await examine(at(servers.seeing));
    assert.match(found(report, 'frames-forbidden')[0].seen, /'none'/);
  });

  test('an address that is not that of base_url', async () => {
    const report = await examine(`http://127.0.0.1:${server.port}/notebooks/`);
    const [wrong] = found(report, 'wrong-prefix');
    assert.match(wrong.seen, /base_url is \/jupyter\//);
    assert.equal(
      wrong.changes[0].line,
      `http://127.0.0.1:${server.port}/jupyter/`
    );
  });

  test('a token that is wrong, and an address where nobody is', async () => {
    const wrong = await examine(at(server), { JUPYTER_TOKEN: 'wrong-token' });
    assert.deepEqual(ids(wrong.findings), ['not-authenticated']);
    assert.ok(!wrong.text.includes('wrong-token'));
    const away = await examine(`http://127.0.0.1:${nobody}/jupyter/`);
    assert.deepEqual(ids(away.findings), ['unreachable']);
  });

  test('a page that the server takes for a foreign one', async () => {
    // Who has a token may come from anywhere, so this server asks for none.
    const open = await startJupyter(home.home, token, {
      name: 'open',
      args: ['--IdentityProvider.token=']
    });
    try {
      const row = broken.find(({ finds }) => finds === 'forwarded-host');
      const proxy = await startProxy('nginx', home.home, open.port, row);
      const report = await examine(proxy.url);
      await proxy.stop();
      assert.deepEqual(ids(onTheWay(report)), [
        'forwarded-host',
        'websocket-origin'
      ]);
      const [foreign] = found(report, 'websocket-origin');
      assert.match(
        foreign.seen,
        new RegExp(`it was asked for 127\\.0\\.0\\.1:${open.port}`)
      );
      assert.equal(foreign.changes[0].line, row.line);
    } finally {
      await open.stop();
    }
  });

  test('a JupyterLab that is too old', async () => {
    const packages = join(home.home, 'old-packages');
    const info = join(packages, 'jupyterlab-4.3.6.dist-info');
    mkdirSync(info, { recursive: true });
    writeFileSync(
      join(info, 'METADATA'),
      'Metadata-Version: 2.1\nName: jupyterlab\nVersion: 4.3.6\n'
    );
    const old = await startJupyter(home.home, token, {
      name: 'old',
      env: { PYTHONPATH: packages }
    });
    try {
      const report = await examine(at(old));
      assert.deepEqual(
        found(report, 'old-front-end').map(({ seen }) => seen),
        ['jupyterlab 4.3.6 is installed.']
      );
    } finally {
      await old.stop();
    }
  });

  test('a server without our half', async () => {
    const bare = await startJupyter(home.home, token, {
      name: 'without',
      args: ["--ServerApp.jpserver_extensions={'jupyterlab_jigsaw': False}"]
    });
    try {
      const row = broken.find(({ finds }) => finds === 'websocket-upgrade');
      const proxy = await startProxy('nginx', home.home, bare.port, row);
      const report = await examine(proxy.url);
      await proxy.stop();
      assert.deepEqual(ids(report.findings), [
        'websocket-upgrade',
        'extension-off'
      ]);
    } finally {
      await bare.stop();
    }
  });
});
