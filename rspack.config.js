const path = require('path');
const rspack = require('@rspack/core');

// The builder empties its output folder on every build, so Blockly's sprites
// and cursors travel with the bundle instead of being copied beside it.
module.exports = {
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
