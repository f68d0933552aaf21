const base = require('../jest.config.js');

module.exports = {
  ...base,
  rootDir: '..',
  testRegex: ['/conformance/.*\\.spec\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/']
};
