/**
 * Bundles the app page of what `tsc` has left in lib/; a part of `build` and
 * `build:prod`.
 */
import { createRequire } from 'node:module';
import { rspack } from '@rspack/core';

const config = createRequire(import.meta.url)('../rspack.page.config.js');

const stats = await new Promise((resolve, reject) => {
  const compiler = rspack(config);
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
