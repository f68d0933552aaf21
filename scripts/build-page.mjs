/**
 * Bundles the app page, and the extension of the classic notebook, of what `tsc`
 * has left in lib/; a part of `build` and `build:prod`.
 */
import { createRequire } from 'node:module';
import { rspack } from '@rspack/core';

const require = createRequire(import.meta.url);

const stats = await new Promise((resolve, reject) => {
  const compiler = rspack([
    require('../rspack.page.config.js'),
    require('../rspack.classic.config.js')
  ]);
  compiler.run((error, result) => {
    compiler.close(() => (error ? reject(error) : resolve(result)));
  });
});
console.log(
  stats.toString({
    all: false,
    assets: true,
    errors: true,
    warnings: true,
    timings: true
  })
);
process.exitCode = stats.hasErrors() ? 1 : 0;
