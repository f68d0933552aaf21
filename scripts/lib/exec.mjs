import { spawn } from 'node:child_process';
import { childEnv, root } from './paths.mjs';

/** How much of a child's output is kept for the one who reads an error. */
const KEPT = 64 * 1024;

/**
 * Run a program to its end.
 *
 * @param options.log - a stream that gets all of its output
 * @param options.live - show the output as it comes instead of keeping it;
 *   `'stderr'`: that alone
 * @param options.timeout - milliseconds after which it is ended
 * @returns its exit code (null if it was ended or could not start) and the end
 *   of its output
 */
export function exec(command, args, options = {}) {
  const { cwd = root, env = {}, log, live = false, timeout } = options;
  return new Promise(resolve => {
    let output = '';
    const child = spawn(command, args, {
      cwd,
      env: childEnv(env),
      timeout,
      stdio: [
        'ignore',
        live === true ? 'inherit' : 'pipe',
        live ? 'inherit' : 'pipe'
      ]
    });
    const take = chunk => {
      log?.write(chunk);
      output = (output + chunk).slice(-KEPT);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.on('error', error => {
      take(`${command}: ${error.message}\n`);
      resolve({ code: null, output });
    });
    child.on('close', code => resolve({ code, output }));
  });
}

/** Run a program of an npm package with this Node. */
export function execNode(script, args, options) {
  return exec(process.execPath, [script, ...args], options);
}
