import { join } from 'path';

import type { IInterpreter } from './interpreters';
import { spell } from './spellings';

const CONNECTION = '{connection_file}';

/**
 * An interpreter that is a kernel, run by the Jupyter protocol.
 *
 * @param of - what differs: `argv` as in a kernelspec, and the code that forgets
 * what a program before has defined, as the head of the next, or as a run of its
 * own (`reset`)
 */
function kernel(
  of: Omit<IInterpreter, 'command' | 'driver'> & {
    argv: readonly string[];
    head?: string;
    reset?: string;
  }
): IInterpreter {
  const { argv, head = '', reset = '', ...rest } = of;
  return {
    ...rest,
    command: ['python3', join(__dirname, 'kernelRunner.py')],
    driver: (files, mark) => JSON.stringify({ argv, head, reset, files, mark })
  };
}

/**
 * The version of a kernel that is a package of Python.
 */
const packaged = (name: string, label: string) => [
  'python3',
  '-c',
  `from importlib.metadata import version; print('${label}', version('${name}'))`
];

/**
 * The kernels on which languages are proved, too.
 */
export const kernels: readonly IInterpreter[] = [
  kernel({
    name: 'ipykernel',
    language: 'python',
    extension: '.py',
    version: packaged('ipykernel', 'ipykernel'),
    argv: ['python', '-m', 'ipykernel_launcher', '-f', CONNECTION],
    head: '%reset -f\n'
  }),
  kernel({
    name: 'octave_kernel',
    language: 'octave',
    extension: '.m',
    version: packaged('octave_kernel', 'octave_kernel'),
    argv: ['python', '-m', 'octave_kernel', '-f', CONNECTION],
    // It waits a third of a second for plots after each program.
    processes: 4,
    head: 'clear -all\n'
  }),
  kernel({
    name: 'Calysto Scheme’s kernel',
    language: 'scheme',
    spelling: spell('True', 'False', '()'),
    extension: '.scm',
    version: packaged('calysto_scheme', 'Calysto Scheme’s kernel'),
    argv: ['python', '-m', 'calysto_scheme', '-f', CONNECTION],
    // A line of MetaKernel's for the Python that it is written in.
    reset:
      '%python from calysto_scheme.scheme import reset_toplevel_env; reset_toplevel_env()'
  }),
  kernel({
    name: 'IRkernel',
    language: 'r',
    extension: '.R',
    version: [
      'Rscript',
      '-e',
      'cat("IRkernel", format(packageVersion("IRkernel")), "\\n")'
    ],
    argv: ['R', '--slave', '-e', 'IRkernel::main()', '--args', CONNECTION],
    head: 'rm(list = ls())\n'
  })
];
