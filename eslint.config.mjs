import jupyter from '@jupyter/eslint-plugin';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { plugin as jigsaw } from './scripts/lint/layers.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];

/** What JupyterLab's authors warn of is an error here. */
const jupyterRules = Object.fromEntries(
  Object.keys(jupyter.configs.recommended[0].rules)
    // It guesses at what is heavy; jigsaw/layers knows.
    .filter(rule => rule !== 'jupyter/prefer-lazy-imports')
    .map(rule => [rule, 'error'])
);

export default tseslint.config(
  {
    ignores: [
      'lib/',
      'dist/',
      'coverage/',
      'node_modules/',
      '.venv/',
      'conformance/golden/',
      '.jigsaw/',
      '.yarn/',
      'jupyterlab_jigsaw/labextension/',
      'jupyterlab_jigsaw/nbextension/',
      'jupyterlab_jigsaw/page/static/',
      'ui-tests/test-results/',
      'ui-tests/playwright-report/',
      'bench/results/'
    ]
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'interface',
          format: ['PascalCase'],
          // Window: what a page has, declared anew to add to it.
          custom: { regex: '^(I[A-Z]|Window$)', match: true }
        }
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      // Foo.IOptions stands beside Foo, as in JupyterLab.
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { args: 'none', ignoreRestSiblings: true }
      ],
      curly: 'error',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'prefer-arrow-callback': 'error'
    }
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { jigsaw, jupyter },
    languageOptions: {
      parserOptions: {
        project: './tsconfig.test.json',
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      ...jupyterRules,
      'jigsaw/layers': 'error',
      '@typescript-eslint/no-floating-promises': 'error'
    }
  },
  {
    // Words of programming languages, and Blockly's own message tables.
    files: ['src/blocks/**', 'src/languages/**'],
    rules: { 'jupyter/no-untranslated-string': 'off' }
  },
  {
    files: ['src/**/__tests__/**', 'src/testutils/**', 'ui-tests/**'],
    rules: {
      ...Object.fromEntries(
        Object.keys(jupyterRules).map(rule => [rule, 'off'])
      ),
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip|fixme|todo)$/]',
          message: 'Every test runs, every time.'
        },
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: 'Wait for what you expect, not for time to pass.'
        }
      ]
    }
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: globals.node }
  },
  {
    // Parts of it run in the page.
    files: ['scripts/screenshot.mjs'],
    languageOptions: { globals: globals.browser }
  },
  {
    files: ['*.js', 'scripts/jest/*.js'],
    languageOptions: { sourceType: 'commonjs' }
  },
  prettier
);
