/**
 * Installs programs by the system's package manager, where that is possible
 * without asking anybody.
 */
import { isRoot, which } from './paths.mjs';

/** Milliseconds for a command of the package manager. */
const TIMEOUT = 600_000;

/**
 * Seconds for which apt waits while somebody else installs something, such as
 * the system its updates. Without, it fails at once.
 */
const APT_LOCK_TIMEOUT = 300;

/**
 * Try one package manager after the other.
 *
 * @param run - runs a command and throws when it fails
 * @param packages - the packages, by the package manager's name
 * @param isDone - whether no other way is needed
 */
export async function installBySystem(run, packages, isDone) {
  for (const commands of await waysOf(run, packages)) {
    for (const [command, ...args] of commands) {
      try {
        await run(command, args, {
          timeout: TIMEOUT,
          env: { DEBIAN_FRONTEND: 'noninteractive' }
        });
      } catch {
        // The next may work, as with lists of packages that are not the newest;
        // the log has this one's output.
      }
    }
    if (await isDone()) {
      return;
    }
  }
}

/** The ways that are there, each some commands. */
async function waysOf(run, { apt, dnf, brew }) {
  const ways = [];
  const sudo = isRoot ? [] : await passwordlessSudo(run);
  if (sudo && apt && which('apt-get')) {
    ways.push([
      [...sudo, 'apt-get', 'update'],
      [
        ...sudo,
        'apt-get',
        '-o',
        `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT}`,
        'install',
        '-y',
        '--no-install-recommends',
        ...apt
      ]
    ]);
  }
  if (sudo && dnf && which('dnf')) {
    ways.push([[...sudo, 'dnf', 'install', '-y', ...dnf]]);
  }
  if (brew && which('brew')) {
    ways.push([['brew', 'install', ...brew]]);
  }
  return ways;
}

async function passwordlessSudo(run) {
  if (!which('sudo')) {
    return null;
  }
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => null
  );
}
