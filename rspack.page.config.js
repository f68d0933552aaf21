const path = require('path');
const rspack = require('@rspack/core');
const base = require('@jupyter/builder/lib/webpack.config.base');
const { LicensesPlugin } = require('./rspack.licenses');

const output = path.join(__dirname, 'jupyterlab_jigsaw', 'page', 'static');

const inPackage = (...parts) => path.join(__dirname, 'node_modules', ...parts);

/**
 * Writes down what a page loads first, for the server's template.
 */
class EntryPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Entry', compilation => {
      compilation.hooks.processAssets.tap(
        {
          name: 'Entry',
          stage: rspack.Compilation.PROCESS_ASSETS_STAGE_REPORT
        },
        () => {
          const files = group =>
            group.getFiles().map(file => file.replace(/\?.*$/, ''));
          const first = files(compilation.entrypoints.get('page'));
          const entry = {
            scripts: first.filter(file => file.endsWith('.js')),
            styles: first.filter(file => file.endsWith('.css')),
            // Of src/page/index.ts.
            editor: files(compilation.namedChunkGroups.get('editor')).filter(
              file => !first.includes(file)
            )
          };
          compilation.emitAsset(
            'entry.json',
            new rspack.sources.RawSource(`${JSON.stringify(entry)}\n`)
          );
        }
      );
    });
  }
}

/**
 * The app page's bundle, of what `tsc` made: everything that it needs, since
 * there is no JupyterLab to share it with.
 */
module.exports = {
  ...base,
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: { page: './lib/page/index.js' },
  // Its names are those of no other extension: the server finds static files
  // by name and remembers where.
  output: {
    path: output,
    filename: 'jigsaw-[name].[contenthash].js',
    chunkFilename: 'jigsaw-[name].[contenthash].js',
    cssFilename: 'jigsaw-[name].[contenthash].css',
    assetModuleFilename: 'assets/[name].[contenthash][ext]',
    hashFunction: 'xxhash64',
    publicPath: 'auto',
    clean: true
  },
  module: {
    rules: [
      {
        test: /\.css$/,
        use: [rspack.CssExtractRspackPlugin.loader, 'css-loader'],
        type: 'javascript/auto'
      },
      // See src/page/noRenderers.ts.
      {
        test: inPackage('@jupyterlab', 'docregistry', 'lib', 'context.js'),
        resolve: {
          alias: {
            '@jupyterlab/rendermime$': path.join(
              __dirname,
              'lib/page/noRenderers.js'
            )
          }
        }
      },
      // See src/page/lateReact.ts.
      {
        test: [
          ['components', 'vdom.js'],
          ['icon', 'labicon.js']
        ].map(parts =>
          inPackage('@jupyterlab', 'ui-components', 'lib', ...parts)
        ),
        resolve: {
          alias: {
            'react-dom/client$': path.join(__dirname, 'lib/page/lateReact.js')
          }
        }
      },
      ...base.module.rules.filter(rule => !rule.use)
    ]
  },
  optimization: {
    chunkIds: 'deterministic',
    splitChunks: { chunks: 'all' }
  },
  // What is loaded first is measured by the bench; sizes of files say little.
  performance: { hints: false },
  plugins: [
    ...base.plugins,
    new rspack.CssExtractRspackPlugin({
      filename: 'jigsaw-[name].[contenthash].css',
      chunkFilename: 'jigsaw-[name].[contenthash].css',
      ignoreOrder: true
    }),
    new rspack.CopyRspackPlugin({
      patterns: [
        { from: inPackage('blockly', 'media'), to: 'media' },
        { from: 'style/icons/jigsaw.svg', to: 'jigsaw.svg' },
        ...['light', 'dark'].map(kind => ({
          from: inPackage(
            `@jupyterlab/theme-${kind}-extension`,
            'style',
            'variables.css'
          ),
          to: `themes/${kind}.css`
        }))
      ]
    }),
    new LicensesPlugin(),
    new EntryPlugin()
  ]
};
