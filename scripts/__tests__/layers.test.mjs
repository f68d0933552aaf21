import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../lib/paths.mjs';
import { layers } from '../lint/layers.mjs';

// The real configuration, less what needs a file on disk to look up types.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: null } },
    rules: { '@typescript-eslint/no-floating-promises': 'off' }
  }
});

async function objections(file, code) {
  const [result] = await eslint.lintText(`${code}\n`, {
    filePath: join(root, 'src', file)
  });
  return result.messages
    .filter(message => message.ruleId === 'jigsaw/layers' || message.fatal)
    .map(message => message.message);
}

const wrong = {
  'a layer that points backwards': [
    'kernel/a.ts',
    "import { Editor } from '../editor';\nnew Editor();",
    'kernel may not use editor'
  ],
  'the same by import()': [
    'kernel/a.ts',
    "export const load = () => import('../editor/editor');",
    'kernel may not use editor'
  ],
  'the same by export from': [
    'blocks/a.ts',
    "export * from '../languages/registry';",
    'blocks may not use languages'
  ],
  'the same for a type': [
    'document/a.ts',
    "import type { Editor } from '../editor';\nexport type E = Editor;",
    'document may not use editor'
  ],
  'a way around through a deeper folder': [
    'languages/python/a.ts',
    "import { x } from '../../document/model';\nx();",
    'languages may not use document'
  ],
  'one face that uses another': [
    'panel/a.ts',
    "import { Cell } from '../cell';\nnew Cell();",
    'panel may not use cell'
  ],
  'the protocol with a package': [
    'protocol/a.ts',
    "import { UUID } from '@lumino/coreutils';\nUUID.uuid4();",
    'package @lumino/coreutils'
  ],
  'the kernel layer with a package of the front end': [
    'kernel/a.ts',
    "import type { ISessionContext } from '@jupyterlab/apputils';\nexport type S = ISessionContext;",
    'package @jupyterlab/apputils'
  ],
  'the page with the application': [
    'page/a.ts',
    "import { JupyterFrontEnd } from '@jupyterlab/application';\nnew JupyterFrontEnd();",
    'package @jupyterlab/application'
  ],
  'the classic notebook with what only JupyterLab has': [
    'classic/a.ts',
    "import { Notification } from '@jupyterlab/apputils';\nNotification.info('x');",
    'package @jupyterlab/apputils'
  ],
  'Blockly outside its layers': [
    'panel/a.ts',
    "import * as Blockly from 'blockly/core';\nBlockly.inject('x');",
    'may import Blockly statically'
  ],
  "one of Blockly's plugins outside its layers": [
    'panel/a.ts',
    "import { FieldColour } from '@blockly/field-colour';\nnew FieldColour();",
    'may import Blockly statically'
  ],
  'Blockly in the list of languages': [
    'languages/registry.ts',
    "import { Msg } from 'blockly/core';\nMsg.x = 'y';",
    'may import Blockly statically'
  ],
  'the editor at start-up': [
    'plugins/a.ts',
    "import { Editor } from '../editor';\nnew Editor();",
    'loaded at start-up'
  ],
  'a generator at start-up': [
    'plugins/a.ts',
    "import { createGenerator } from '../languages/python';\ncreateGenerator();",
    'loaded at start-up'
  ],
  'a helper of the tests': [
    'kernel/a.ts',
    "import { fake } from '../testutils/fake';\nfake();",
    'are for tests'
  ],
  'tokens with code in them': [
    'tokens.ts',
    "import { Panel } from './panel';\nexport const panel = new Panel();",
    'tokens may not use panel'
  ],
  'a folder that is no layer': [
    'helpers/a.ts',
    "import { x } from './b';\nx();",
    'is not a layer'
  ]
};

const right = {
  'the editor by import() at start-up': [
    'plugins/a.ts',
    "export const load = () => import('../editor');"
  ],
  'the editor as a type at start-up': [
    'plugins/a.ts',
    "import { type Editor } from '../editor';\nexport type E = Editor;"
  ],
  'the list of languages at start-up': [
    'plugins/a.ts',
    "import { languages } from '../languages/descriptors';\nlanguages.length;"
  ],
  "Blockly's types anywhere": [
    'panel/a.ts',
    "import type { Block } from 'blockly/core';\nexport type B = Block;"
  ],
  'Blockly in the editor': [
    'editor/a.ts',
    "import * as Blockly from 'blockly/core';\nBlockly.inject('x');"
  ],
  'the tokens from anywhere': [
    'kernel/a.ts',
    "import { IRegistry } from '../tokens';\nIRegistry;"
  ],
  'anything from a test': [
    'kernel/__tests__/a.spec.ts',
    "import { Editor } from '../../editor';\nnew Editor();"
  ]
};

describe('the lint refuses', () => {
  for (const [name, [file, code, expected]] of Object.entries(wrong)) {
    it(name, async () => {
      const found = await objections(file, code);
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(found[0].includes(expected), found[0]);
    });
  }
});

describe('the lint allows', () => {
  for (const [name, [file, code]] of Object.entries(right)) {
    it(name, async () => {
      assert.deepEqual(await objections(file, code), []);
    });
  }
});

describe('the table of layers', () => {
  it('has no circle', () => {
    const order = new Set();
    const visit = (layer, path) => {
      assert.ok(!path.includes(layer), [...path, layer].join(' → '));
      const { uses } = layers[layer];
      for (const next of Array.isArray(uses) ? uses : []) {
        visit(next, [...path, layer]);
      }
      order.add(layer);
    };
    Object.keys(layers).forEach(layer => visit(layer, []));
    assert.equal(order.size, Object.keys(layers).length);
  });

  it('covers every folder of src', () => {
    const names = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter(
        entry =>
          // Tests are of no layer, and may use all.
          entry.name !== '__tests__' &&
          (entry.isDirectory() || /(?<!\.d)\.tsx?$/.test(entry.name))
      )
      .map(entry => entry.name.replace(/\.ts$/, ''));
    assert.deepEqual(
      names.filter(name => !(name in layers)),
      []
    );
  });
});

describe('start-up', () => {
  it('reaches no Blockly by static imports, however long the way', async () => {
    const { default: ts } = await import('typescript');
    const queue = [join(root, 'src', 'index.ts')];
    const seen = new Map([[queue[0], null]]);
    for (const file of queue) {
      for (const source of staticImports(ts, file)) {
        assert.ok(
          !/^@?blockly(\/|$)/.test(source),
          `${way(seen, file)} → ${source}`
        );
        const next = source.startsWith('.') && resolveFile(ts, source, file);
        if (next && !seen.has(next)) {
          seen.set(next, file);
          queue.push(next);
        }
      }
    }
  });
});

/** What a file loads as soon as it is loaded, types left out. */
function staticImports(ts, file) {
  const tree = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022
  );
  return tree.statements
    .filter(
      one =>
        (ts.isImportDeclaration(one) && !onlyTypes(one.importClause)) ||
        (ts.isExportDeclaration(one) && one.moduleSpecifier && !one.isTypeOnly)
    )
    .map(one => one.moduleSpecifier.text);
}

function onlyTypes(clause) {
  const names = clause?.namedBindings?.elements;
  return (
    clause?.isTypeOnly ||
    (names?.length > 0 && !clause.name && names.every(one => one.isTypeOnly))
  );
}

function resolveFile(ts, source, from) {
  const { resolvedModule } = ts.resolveModuleName(
    source,
    from,
    { moduleResolution: ts.ModuleResolutionKind.Bundler },
    ts.sys
  );
  const file = resolvedModule?.resolvedFileName;
  return file && /\.tsx?$/.test(file) ? file : null;
}

function way(seen, file) {
  const steps = [];
  for (let at = file; at; at = seen.get(at)) {
    steps.unshift(at.slice(root.length + 1));
  }
  return steps.join(' → ');
}
