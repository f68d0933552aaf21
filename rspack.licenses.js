const fs = require('fs');
const path = require('path');
const rspack = require('@rspack/core');

/**
 * Writes down which packages are in the bundle, under which licences, as the
 * builder does for JupyterLab: its plugin does not see what the bundler joins
 * into one module.
 */
class LicensesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licenses', compilation => {
      compilation.hooks.processAssets.tap(
        {
          name: 'Licenses',
          stage: rspack.Compilation.PROCESS_ASSETS_STAGE_REPORT
        },
        () => {
          const report = { packages: packagesOf(compilation).map(describe) };
          compilation.emitAsset(
            'third-party-licenses.json',
            new rspack.sources.RawSource(`${JSON.stringify(report, null, 2)}\n`)
          );
        }
      );
    });
  }
}

/** The folders of the packages that some chunk has a module of. */
function packagesOf(compilation) {
  const folders = new Set();
  for (const chunk of compilation.chunks) {
    for (const whole of compilation.chunkGraph.getChunkModules(chunk)) {
      for (const one of [whole, ...(whole.modules ?? [])]) {
        const [folder] =
          /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(
            one.nameForCondition?.() ?? ''
          ) ?? [];
        if (folder) {
          folders.add(folder);
        }
      }
    }
  }
  return [...folders].sort();
}

function describe(folder) {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8')
  );
  const file = fs
    .readdirSync(folder)
    .find(entry => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  return {
    name,
    versionInfo: version,
    licenseId: license ?? '',
    extractedText: file ? fs.readFileSync(path.join(folder, file), 'utf8') : ''
  };
}

module.exports = { LicensesPlugin };
