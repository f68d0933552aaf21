const jupyterlab = require('@jupyterlab/testutils/lib/jest-config');

const base = jupyterlab(__dirname);

// Packages that ship only ES modules, which Jest must translate.
const esModules = [
  '@codemirror',
  '@jupyter/',
  '@jupyterlab/',
  '@marijn',
  '@microsoft',
  'color',
  'exenv-es6',
  'lib0',
  'marked',
  'nanoid',
  'vscode-ws-jsonrpc',
  'y-protocols',
  'y-websocket',
  'yjs'
];

module.exports = {
  ...base,
  coveragePathIgnorePatterns: ['/node_modules/', '/__tests__/', '/testutils/'],
  // Types are checked once by tsc; here each file is only translated.
  transform: {
    ...base.transform,
    '^.+\\.tsx?$': [
      'ts-jest/legacy',
      {
        tsconfig: {
          allowSyntheticDefaultImports: true,
          esModuleInterop: true,
          isolatedModules: true,
          jsx: 'react',
          module: 'commonjs',
          resolveJsonModule: true,
          target: 'ES2022'
        }
      }
    ]
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')}))`],
  modulePathIgnorePatterns: [
    '<rootDir>/lib/',
    '<rootDir>/jupyterlab_jigsaw/labextension/',
    '<rootDir>/.venv/',
    '<rootDir>/.jigsaw/'
  ],
  // JupyterServer and the service managers speak at length on console.debug.
  setupFiles: [...base.setupFiles, '<rootDir>/scripts/jest/quiet.js'],
  reporters: ['default'],
  testPathIgnorePatterns: ['/lib/', '/node_modules/'],
  testRegex: ['/src/(.*/)?__tests__/.*\\.spec\\.tsx?$'],
  // A machine that has other things to do as well is no reason to fail.
  testTimeout: 60_000,
  // Two cores, and specs that start a Jupyter server of their own.
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/jest/longestFirst.js'
};
