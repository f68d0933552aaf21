// Jest only: turns the ES modules of some dependencies into what Node runs.
module.exports = require('@jupyterlab/testutils/lib/babel.config');
