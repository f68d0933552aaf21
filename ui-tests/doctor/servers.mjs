/**
 * What the doctor is tried on: a Jupyter server, and proxies in front of it.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  rmSync
} from 'node:fs';
import { get } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  childEnv,
  isRoot,
  root,
  state,
  venvProgram
} from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import {
  findApache,
  findApacheModules,
  findNginx
} from '../../scripts/lib/proxies.mjs';
import { writeSites } from '../../scripts/lib/sites.mjs';

/** How long a program may take to come up, in milliseconds. */
const PATIENCE = 60_000;

const logs = join(state, 'logs');
mkdirSync(logs, { recursive: true });

/** Ask again until it is so, with a short breath between. */
async function until(what, isSo) {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > end) {
      throw new Error(`${what} did not come up.`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

const listens = port =>
  new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });

const answers = url =>
  new Promise(resolve => {
    get(url, answer => resolve(answer.resume().statusCode === 200)).once(
      'error',
      () => resolve(false)
    );
  });

/** A program that runs until it is stopped, with its output in a file. */
function start(name, command, args, { cwd = root, env = {} } = {}) {
  const log = createWriteStream(join(logs, `doctor-${name}.log`));
  const child = spawn(command, args, { cwd, env: childEnv(env) });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise(resolve => child.once('close', resolve));
  return async () => {
    child.kill('SIGTERM');
    await ended;
    log.end();
  };
}

/** A folder that is thrown away, with the certificate of the tests in it. */
export function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'jigsaw-doctor-'));
  execFileSync(venvProgram('python'), [
    join(root, 'ui-tests/hub/certificate.py'),
    home
  ]);
  return {
    home,
    certificate: join(home, 'hub.crt'),
    remove: () => rmSync(home, { recursive: true, force: true })
  };
}

/**
 * A Jupyter server below `/jupyter/`, as one of a user.
 *
 * @param options.env - of its process
 * @param options.args - of its command line
 * @param options.baseUrl - as it is written
 * @param options.name - of its folder and its log
 */
export async function startJupyter(home, token, options = {}) {
  const {
    env = {},
    args = [],
    name = 'jupyter',
    baseUrl
  } = {
    baseUrl: '/jupyter/',
    ...options
  };
  const port = await freePort();
  const folder = join(home, name);
  mkdirSync(folder);
  const stop = start(
    name,
    venvProgram('python'),
    [
      '-m',
      'jupyter_server',
      '--ServerApp.ip=127.0.0.1',
      `--ServerApp.port=${port}`,
      '--ServerApp.port_retries=0',
      '--ServerApp.open_browser=False',
      `--ServerApp.allow_root=${isRoot ? 'True' : 'False'}`,
      `--ServerApp.root_dir=${folder}`,
      `--ServerApp.base_url=${baseUrl}`,
      ...args
    ],
    {
      // What is installed is run, and not the source around here.
      cwd: folder,
      env: {
        HOME: folder,
        IPYTHONDIR: join(folder, 'ipython'),
        JUPYTER_CONFIG_DIR: join(folder, 'config'),
        JUPYTER_DATA_DIR: join(folder, 'data'),
        JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
        JUPYTER_TOKEN: token,
        ...env
      }
    }
  );
  await until('The server', () =>
    answers(`http://127.0.0.1:${port}/jupyter/api`)
  );
  return { port, stop };
}

/**
 * A proxy with the shipped site, as it is or broken.
 *
 * @param home - the folder of `makeHome`
 * @param hub - the port of what is behind it
 * @param change - a row of `broken.mjs`
 * @returns the addresses of what is behind it, with TLS and without, and what
 *   ends it
 */
export async function startProxy(kind, home, hub, change = {}) {
  const folder = mkdtempSync(join(home, `${kind}-`));
  for (const name of ['hub.crt', 'hub.key']) {
    copyFileSync(join(home, name), join(folder, name));
  }
  const ports = { hub };
  for (const name of ['nginx', 'nginxPlain', 'apache', 'apachePlain']) {
    ports[name] = await freePort();
  }
  const sites = writeSites(folder, ports, findApacheModules(), {
    [kind]: change.change,
    without: change.without
  });
  const stop =
    kind === 'nginx'
      ? start(kind, findNginx(), ['-c', sites.nginx, '-e', 'stderr'])
      : start(kind, findApache(), ['-f', sites.apache, '-D', 'FOREGROUND']);
  await until(kind, () => listens(ports[kind]));
  return {
    url: `https://127.0.0.1:${ports[kind]}/jupyter/`,
    plainUrl: `http://127.0.0.1:${ports[`${kind}Plain`]}/jupyter/`,
    stop
  };
}

/**
 * What inspects all that passes to a server, and holds back what comes through a
 * WebSocket once that is open.
 *
 * @param server - the port of what is behind it
 */
export async function startInspector(server) {
  const sockets = new Set();
  const inspector = createServer(before => {
    const behind = connect({ port: server, host: '127.0.0.1' });
    for (const [one, other] of [
      [before, behind],
      [behind, before]
    ]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    before.pipe(behind);
    let isOpen = false;
    behind.on('data', data => {
      if (!isOpen) {
        before.write(data);
      }
      isOpen ||= data.toString('latin1').startsWith('HTTP/1.1 101');
    });
  });
  await new Promise(resolve => inspector.listen(0, '127.0.0.1', resolve));
  return {
    port: inspector.address().port,
    stop: () =>
      new Promise(resolve => {
        inspector.close(resolve);
        sockets.forEach(socket => socket.destroy());
      })
  };
}
