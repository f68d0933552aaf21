/**
 * `npm start`: set everything up and open JupyterLab on the examples.
 * Arguments after `--` go to `jupyter lab`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kernelOptions, settingsEnv } from './lib/newcomer.mjs';
import { childEnv, isRoot, state, venvProgram } from './lib/paths.mjs';
import { copyExamples, playground } from './lib/playground.mjs';
import { isFree } from './lib/ports.mjs';
import { StepError, ensure, explain } from './lib/steps.mjs';
import { install } from './lib/wheel.mjs';

const FIRST = 'first-steps.jigsaw';

const args = process.argv.slice(2);

/** The port that the user asked for, or null. */
function wantedPort() {
  const text = args.join(' ').match(/--(?:ServerApp\.)?port[= ](\d+)/)?.[1];
  return text ? Number(text) : null;
}

/** Whether the user has named an option, which may be given once. */
const has = option =>
  args.some(arg => new RegExp(`^--(ServerApp\\.)?${option}(=|$)`).test(arg));

async function start() {
  const port = wantedPort();
  if (port && !(await isFree(port))) {
    throw new StepError(`Port ${port} is in use.`, {
      advice:
        'Stop the program that uses it, or take another: npm start -- --port 9000'
    });
  }
  await ensure(install);
  copyExamples();
  console.log(`Your copies of the examples: ${playground}`);
  const page = existsSync(join(playground, FIRST))
    ? `/lab/tree/${FIRST}`
    : '/lab';
  const server = spawn(
    venvProgram('jupyter'),
    [
      'lab',
      ...(has('ip') ? [] : ['--ip=127.0.0.1']),
      `--ServerApp.root_dir=${playground}`,
      `--LabApp.default_url=${page}`,
      // The tabs and sizes of this playground, not those of the user's own files.
      `--LabApp.workspaces_dir=${join(state, 'workspaces')}`,
      // Ctrl+C ends it without a question.
      '--ServerApp.answer_yes=True',
      ...(await kernelOptions()),
      ...(isRoot ? ['--allow-root'] : []),
      ...args
    ],
    { stdio: 'inherit', env: childEnv(settingsEnv()) }
  );
  // The terminal sends Ctrl+C to the server too; wait until it has ended.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => server.kill('SIGTERM'));
  }
  server.on('error', error => {
    console.error(`jupyter lab: ${error.message}`);
    process.exitCode = 1;
  });
  server.on('close', code => {
    process.exitCode = code ?? 0;
  });
}

start().catch(error => {
  explain(error);
  process.exitCode = 1;
});
