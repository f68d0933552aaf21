import { existsSync, rmSync } from 'node:fs';
import { exec } from './exec.mjs';
import { venv, venvProgram, which, windows } from './paths.mjs';
import { StepError } from './steps.mjs';

const OLDEST = [3, 10];

const PROBE =
  'import sys, json; ok = True\n' +
  'try:\n import venv, ensurepip\n' +
  'except ImportError: ok = False\n' +
  'print(json.dumps([list(sys.version_info[:3]), ok]))';

/** What a Python says of itself, or null if it does not run. */
async function probe(python) {
  const { code, output } = await exec(python, ['-c', PROBE], {
    timeout: 30_000
  });
  try {
    const [version, hasVenv] = JSON.parse(output.trim().split('\n').pop());
    return code === 0 ? { version, hasVenv } : null;
  } catch {
    return null;
  }
}

const recent = ([major, minor]) =>
  major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);

/** The names under which a Python may be found, the wanted one first. */
function candidates() {
  const { JIGSAW_PYTHON } = process.env;
  return JIGSAW_PYTHON
    ? [JIGSAW_PYTHON]
    : [
        'python3',
        'python',
        ...['3.13', '3.12', '3.11', '3.10'].map(v => `python${v}`)
      ];
}

/** A Python that can make the environment. */
async function findPython() {
  const seen = [];
  for (const name of candidates()) {
    const found = /[\\/]/.test(name) || which(name) ? await probe(name) : null;
    if (found && recent(found.version) && found.hasVenv) {
      return name;
    }
    if (found) {
      const lacks = recent(found.version) ? ', without venv' : '';
      seen.push(`${name} is ${found.version.join('.')}${lacks}`);
    }
  }
  const venvMissing = seen.some(line => line.endsWith('venv'));
  throw new StepError(
    seen.length > 0
      ? `Python 3.10 or newer with its venv module is needed; ${seen.join('; ')}.`
      : `Python 3.10 or newer is needed, and none was found (tried ${candidates().join(', ')}).`,
    {
      advice: venvMissing
        ? "Install Python's venv module (Debian, Ubuntu: apt-get install python3-venv)."
        : 'Install Python (Debian, Ubuntu: apt-get install python3 python3-venv; else python.org), or set JIGSAW_PYTHON to one.'
    }
  );
}

const python = venvProgram('python');

/** Whether the environment is there and its Python runs. */
async function works() {
  const found = existsSync(python) ? await probe(python) : null;
  return found !== null && recent(found.version);
}

export const environment = {
  id: 'environment',
  name: 'Python environment',
  what: 'making .venv',
  check: works,
  run: async ({ run }) => {
    if (await works()) {
      return;
    }
    rmSync(venv, { recursive: true, force: true });
    await run(await findPython(), ['-m', 'venv', venv]);
  }
};

export const packages = {
  id: 'packages',
  name: 'Python packages',
  what: 'installing what requirements/dev.txt lists',
  after: [environment],
  inputs: ['requirements/dev.txt', 'requirements/lock.txt'],
  outputs: [`.venv/${windows ? 'Scripts/jupyter.exe' : 'bin/jupyter'}`],
  run: async ({ run }) => {
    await run(python, [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '-r',
      'requirements/dev.txt'
    ]);
  }
};
