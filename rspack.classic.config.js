const path = require('path');
const rspack = require('@rspack/core');
const base = require('@jupyter/builder/lib/webpack.config.base');
const { LicensesPlugin } = require('./rspack.licenses');

/**
 * The extension of the classic notebook, of what `tsc` made: a small module for
 * its RequireJS, and what that loads with the first frame.
 */
module.exports = {
  ...base,
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: { extension: './lib/classic/index.js' },
  output: {
    path: path.join(__dirname, 'jupyterlab_jigsaw', 'nbextension'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash].js',
    hashFunction: 'xxhash64',
    library: { type: 'amd' },
    // See src/classic/index.ts.
    publicPath: '',
    uniqueName: 'jupyterlab-jigsaw-classic',
    clean: true
  },
  optimization: { splitChunks: false },
  performance: { hints: false },
  plugins: [
    ...base.plugins,
    // It asks what kernels call a language, and generates nothing.
    new rspack.IgnorePlugin({
      resourceRegExp: /^\.\/loaders$/,
      contextRegExp: /languages$/
    }),
    new LicensesPlugin()
  ]
};
