const path = require('path');
const rspack = require('@rspack/core');

module.exports = {
  // Each chunk's is in what is loaded at start-up, and can't be compressed.
  output: { hashDigestLength: 8 },
  // The builder empties its output folder on every build, so Blockly's sprites
  // and cursors travel with the bundle instead of being copied beside it.
  plugins: [
    new rspack.CopyRspackPlugin({
      patterns: [
        {
          from: path.join(path.dirname(require.resolve('blockly')), 'media'),
          to: 'media'
        }
      ]
    })
  ]
};
