import { join, resolve } from 'node:path';
import { rspack } from '@rspack/core';

const root = resolve(__dirname, '..', '..');

/**
 * Bundle a file of `bench/page` with what it imports, for a page.
 *
 * @returns the path of the script
 */
export async function bundle(name: string): Promise<string> {
  const folder = join(root, 'bench', 'results', 'scripts');
  const compiler = rspack({
    mode: 'production',
    devtool: false,
    context: root,
    entry: join(root, 'bench', 'page', `${name}.ts`),
    output: { path: folder, filename: `${name}.js` },
    resolve: {
      extensions: ['.ts', '.js'],
      fallback: { url: false, buffer: false }
    },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'builtin:swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' } } }
        }
      ]
    },
    performance: { hints: false }
  });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error || stats?.hasErrors()) {
          fail(
            error ?? new Error(stats?.toString({ all: false, errors: true }))
          );
        } else {
          done();
        }
      });
    });
  });
  return join(folder, `${name}.js`);
}
