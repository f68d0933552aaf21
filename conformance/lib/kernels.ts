import { join } from 'path';

import type { IInterpreter } from './interpreters';
import { spell } from './spellings';

const CONNECTION = '{connection_file}';

/**
 * An interpreter that is a kernel, run by the Jupyter protocol.
 *
 * @param of - what differs: `argv` as in a kernelspec, and the code that forgets
 * what a program before has defined
 */
function kernel(
  of: Omit<IInterpreter, 'command' | 'driver'> & {
    argv: readonly string[];
    reset: string;
  }
): IInterpreter {
  const { argv, reset, ...rest } = of;
  return {
    ...rest,
    command: ['python3', join(__dirname, 'kernelRunner.py')],
    driver: (files, mark) => JSON.stringify({ argv, reset, files, mark })
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
    reset: '%reset -f'
  }),
  kernel({
    name: 'octave_kernel',
    language: 'octave',
    extension: '.m',
    version: packaged('octave_kernel', 'octave_kernel'),
    argv: ['python', '-m', 'octave_kernel', '-f', CONNECTION],
    reset: 'clear -all'
  }),
  kernel({
    name: 'calysto_scheme (kernel)',
    language: 'scheme',
    spelling: spell('True', 'False', '()'),
    extension: '.scm',
    version: packaged('calysto_scheme', 'calysto_scheme'),
    argv: ['python', '-m', 'calysto_scheme', '-f', CONNECTION],
    reset: '0'
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
    reset: 'rm(list = ls())'
  })
];
