/**
 * nginx and Apache for the tests of deployment: those that are there, else those
 * that can be got. Neither is started by being got: of Debian's nginx the program
 * alone is unpacked, and `apache2-bin` has no service.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { state, which } from './paths.mjs';
import { installBySystem } from './system.mjs';
import { StepError } from './steps.mjs';

const unpacked = join(state, 'nginx');

/** Where systems keep programs that are not for everybody. */
const PLACES = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

const MODULES = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/usr/lib/httpd/modules',
  '/opt/homebrew/lib/httpd/modules'
];

const find = (names, places) =>
  names.map(which).find(Boolean) ??
  places
    .flatMap(place => names.map(name => join(place, name)))
    .find(path => existsSync(path)) ??
  null;

export const findNginx = () =>
  find(['nginx'], [...PLACES, join(unpacked, 'usr/sbin')]);

export const findApache = () => find(['apache2', 'httpd'], PLACES);

/** The folder of Apache's modules, or null. */
export const findApacheModules = () =>
  MODULES.find(path => existsSync(join(path, 'mod_proxy_wstunnel.so'))) ?? null;

const isDone = () => findNginx() && findApache() && findApacheModules();

/** The program of Debian's package, without its service. */
async function unpackNginx(run) {
  if (!which('apt-get') || !which('dpkg')) {
    return;
  }
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  await run('apt-get', ['download', 'nginx'], { cwd: unpacked });
  const [file] = readdirSync(unpacked).filter(name => name.endsWith('.deb'));
  await run('dpkg', ['-x', join(unpacked, file), unpacked]);
}

export const proxies = {
  id: 'proxies',
  name: 'Proxies',
  what: 'looking for nginx and Apache, or getting them',
  check: async () => Boolean(isDone()),
  run: async ({ run }) => {
    if (!findApache() || !findApacheModules()) {
      await installBySystem(
        run,
        { apt: ['apache2-bin'], dnf: ['httpd', 'mod_ssl'], brew: ['httpd'] },
        async () => Boolean(findApache())
      );
    }
    if (!findNginx()) {
      await unpackNginx(run).catch(() => undefined);
    }
    if (!findNginx()) {
      await installBySystem(
        run,
        { dnf: ['nginx'], brew: ['nginx'] },
        async () => Boolean(findNginx())
      );
    }
    if (!isDone()) {
      throw new StepError(
        'The tests of deployment need nginx and Apache, and they could not be found or got.',
        {
          advice:
            'Install them (Debian: apt-get install nginx apache2-bin; Fedora: dnf install nginx httpd mod_ssl).'
        }
      );
    }
  }
};
