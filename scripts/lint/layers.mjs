/**
 * The layers of src/ and what each may import, as one table; ARCHITECTURE.md
 * draws it. Paths are resolved, not matched as text, and `import()` is seen
 * too, which `no-restricted-imports` does not do.
 */
import { dirname, relative, resolve, sep } from 'node:path';

const ALL = '*';

/** What the three faces stand on. */
const engine = [
  'bridge',
  'blocks',
  'document',
  'editor',
  'kernel',
  'languages',
  'notebook',
  'protocol',
  'registry'
];

/**
 * - `uses`: the other layers it may import;
 * - `packages`: the only packages it may import, if it is bound to some;
 * - `notPackages`: packages it may not import;
 * - `startup`: it is loaded when JupyterLab starts, so it reaches a lazy part
 *   by `import()` or `import type` only.
 */
export const layers = {
  protocol: { uses: [], packages: [] },
  kernel: {
    uses: [],
    packages: [
      '@jupyterlab/services',
      '@jupyterlab/nbformat',
      '@jupyterlab/coreutils',
      '@lumino/*'
    ],
    startup: true
  },
  registry: {
    uses: [],
    packages: ['@lumino/*', 'blockly/core'],
    startup: true
  },
  blocks: { uses: ['registry'] },
  languages: { uses: ['registry', 'blocks'] },
  document: { uses: [], startup: true },
  notebook: { uses: ['kernel'] },
  bridge: { uses: ['protocol', 'kernel', 'notebook'] },
  viewer: { uses: ['kernel', 'notebook'] },
  editor: { uses: ['registry', 'blocks', 'languages', 'document'] },
  panel: { uses: engine },
  cell: { uses: engine },
  // The parts of the panel, without the panel itself.
  page: {
    uses: [...engine, 'panel', 'doctor'],
    notPackages: ['@jupyterlab/application', '@jupyterlab/notebook']
  },
  // The bridge in another front end, where nothing of JupyterLab's is.
  classic: {
    uses: ['bridge', 'kernel', 'notebook', 'languages'],
    packages: [
      '@jupyterlab/coreutils',
      '@jupyterlab/docregistry',
      '@jupyterlab/nbformat',
      '@jupyterlab/services',
      '@jupyterlab/translation',
      '@lumino/*'
    ],
    startup: true
  },
  doctor: {
    uses: [],
    packages: [
      '@jupyterlab/services',
      '@jupyterlab/coreutils',
      '@jupyterlab/translation',
      '@lumino/*'
    ]
  },
  plugins: { uses: ALL, startup: true },
  index: { uses: ['plugins'], typesOf: ALL, startup: true },
  tokens: { uses: [], typesOf: ALL, startup: true },
  commands: { uses: [], typesOf: ALL, startup: true },
  testutils: { uses: ALL }
};

/** The vocabulary, open to every layer. */
const shared = ['tokens', 'commands'];

/** Layers that hold Blockly; all others load it, and them, on first use. */
const lazy = ['blocks', 'languages', 'editor'];

/** Files of the lazy layers that hold no Blockly and are there from the start. */
const light = /^languages\/(tokens|descriptors|registry|index|load)$/;

const blockly = /^(blockly$|blockly\/|@blockly\/)/;

const isTest = path => /(^|\/)(__tests__|testutils)\//.test(path);

const layerOf = path => path.split('/')[0].replace(/\.tsx?$/, '');

const bare = path => path.replace(/\.tsx?$/, '');

const matches = (name, pattern) =>
  pattern.endsWith('/*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern || name.startsWith(`${pattern}/`);

const includes = (list, item) => list === ALL || (list ?? []).includes(item);

/**
 * Why a file may not import something.
 *
 * @param from - the importing file's path below src/, with slashes
 * @param source - what it imports, as written
 * @param kind - 'static', 'dynamic' (`import()`) or 'type'
 * @returns a sentence, or null if it may
 */
export function objection(from, source, kind) {
  if (isTest(from)) {
    return null;
  }
  const own = layerOf(from);
  const rules = layers[own];
  if (!rules) {
    return `src/${own} is not a layer: add it to scripts/lint/layers.mjs.`;
  }
  const startup = rules.startup || light.test(bare(from));
  return source.startsWith('.')
    ? internal(from, source, kind, { own, rules, startup })
    : external(source, kind, { own, rules, startup });
}

function internal(from, source, kind, { own, rules, startup }) {
  const base = resolve('/src');
  const target = relative(base, resolve(base, dirname(from), source))
    .split(sep)
    .join('/');
  const layer = layerOf(target);
  if (target.startsWith('..')) {
    return null; // package.json and the like
  }
  if (/(^|\/)__tests__(\/|$)/.test(target) || layer === 'testutils') {
    return 'Tests and their helpers are for tests.';
  }
  const allowed =
    layer === own ||
    shared.includes(layer) ||
    includes(rules.uses, layer) ||
    (kind === 'type' && includes(rules.typesOf, layer));
  if (!allowed) {
    return `The layer ${own} may not use ${layer}.`;
  }
  // A folder stands for its index file.
  const file = lazy.includes(target) ? `${target}/index` : target;
  const heavy = lazy.includes(layer) && !light.test(file);
  if (startup && kind === 'static' && heavy) {
    return `src/${bare(from)} is loaded at start-up and ${file} brings Blockly: use import() or import type.`;
  }
  return null;
}

function external(source, kind, { own, rules, startup }) {
  if (rules.packages && !rules.packages.some(one => matches(source, one))) {
    return `The layer ${own} may not use the package ${source}.`;
  }
  if (rules.notPackages?.some(one => matches(source, one))) {
    return `The layer ${own} may not use the package ${source}.`;
  }
  if (
    kind === 'static' &&
    blockly.test(source) &&
    (startup || !lazy.includes(own))
  ) {
    return `Only ${lazy.join(', ')} may import Blockly statically, and not their files for start-up: use import() or import type.`;
  }
  return null;
}

/** 'type' if nothing of an import or export is left after compiling. */
function kindOf(node) {
  const whole = node.importKind === 'type' || node.exportKind === 'type';
  const specifiers = node.specifiers ?? [];
  const each =
    specifiers.length > 0 &&
    specifiers.every(
      one => one.importKind === 'type' || one.exportKind === 'type'
    );
  return whole || each ? 'type' : 'static';
}

/** An ESLint plugin with the one rule. */
export const plugin = {
  rules: {
    layers: {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const src = resolve(context.cwd, 'src');
        const from = relative(src, context.filename).split(sep).join('/');
        const check = (node, kind) => {
          const { source } = node;
          if (typeof source?.value !== 'string') {
            return;
          }
          const message = objection(from, source.value, kind);
          if (message) {
            context.report({ node: source, message });
          }
        };
        return {
          ImportDeclaration: node => check(node, kindOf(node)),
          ExportNamedDeclaration: node => check(node, kindOf(node)),
          ExportAllDeclaration: node => check(node, kindOf(node)),
          ImportExpression: node => check(node, 'dynamic'),
          TSImportType: node => check(node, 'type')
        };
      }
    }
  }
};
