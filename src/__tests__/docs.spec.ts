import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';

import { nullTranslator } from '@jupyterlab/translation';

import { CommandIDs } from '../commands';
import { parse, stringify } from '../document';
import * as limits from '../document/limits';
import { languages } from '../languages';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schema = JSON.parse(read('schema/panel.json'));

/**
 * The rows of the tables of a page whose first cell is code, each cell as text.
 */
function rows(page: string): string[][] {
  return read(page)
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim())
    );
}

const codes = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1]);

describe('docs/commands.md', () => {
  const table = rows('docs/commands.md');

  it('has every command', () => {
    expect(table.map(([id]) => codes(id)[0]).sort()).toEqual(
      Object.values(CommandIDs).sort()
    );
  });

  it('has their labels', () => {
    const source = readdirSync(join(root, 'src', 'plugins'))
      .filter(name => name.endsWith('.ts'))
      .map(name => read(`src/plugins/${name}`))
      .join('\n');
    const unknown = table
      .map(([, label]) => label)
      .filter(label => !source.includes(`trans.__('${label}')`));
    expect(unknown).toEqual([]);
  });

  it('has their keys', () => {
    const keys: { [id: string]: string[] } = {};
    for (const { command, keys: sequence } of schema[
      'jupyter.lab.shortcuts'
    ] as { command: string; keys: string[] }[]) {
      const all = (keys[command] ??= []);
      if (!all.includes(sequence.join(' '))) {
        all.push(sequence.join(' '));
      }
    }
    const written = table
      .map(([id, , , cell]) => [codes(id)[0], codes(cell)] as const)
      .filter(([, cell]) => cell.length);
    expect(Object.fromEntries(written)).toEqual(keys);
  });
});

describe('docs/user-guide.md', () => {
  it('has every setting, with its default', () => {
    const table = new Map(
      rows('docs/user-guide.md').map(cells => [
        codes(cells[0])[0],
        codes(cells[2] ?? '')
      ])
    );
    for (const [name, property] of Object.entries(schema.properties)) {
      expect([...table.keys()]).toContain(name);
      const value = (property as { default: unknown }).default;
      if (!Array.isArray(value)) {
        expect([name, table.get(name)]).toEqual([name, [String(value)]]);
      }
    }
  });
});

describe('docs/file-format.md', () => {
  it('has every limit', () => {
    const written = read('docs/file-format.md')
      .split('\n')
      .flatMap(line => {
        const match = /\|\s*([\d,]+)[^|]*\|\s*`(MAX_\w+)`/.exec(line);
        return match ? [[match[2], Number(match[1].replace(/,/g, ''))]] : [];
      });
    expect(Object.fromEntries(written)).toEqual({ ...limits });
  });

  it('has every reason for which a file is refused', () => {
    const text = read('docs/file-format.md');
    const reasons = [
      ...read('src/document/problem.ts').matchAll(/case '([\w-]+)':/g)
    ].map(match => match[1]);
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter(code => !text.includes(`\`${code}\``))).toEqual([]);
  });

  it('has an example in the form in which files are written', () => {
    const [, example] = /```json\n([^]*?)```/.exec(
      read('docs/file-format.md')
    )!;
    const { content } = parse(
      example,
      nullTranslator.load('jupyterlab-jigsaw')
    );
    expect(stringify(content!)).toBe(example);
  });
});

describe('docs/languages.md', () => {
  it('has every language, and the kernels that speak it', () => {
    const table = read('docs/languages.md')
      .split('\n')
      .map(line => line.split('|').map(cell => cell.trim()))
      .filter(cells => cells.length === 6 && cells[2].startsWith('`'));
    expect(
      table.map(([, name, id, kernels, base]) => [
        name,
        codes(id)[0],
        codes(kernels),
        base
      ])
    ).toEqual(
      languages.map(language => [
        language.displayName,
        language.id,
        [...language.kernelLanguages],
        language.oneBasedIndex ? '1' : '0'
      ])
    );
  });
});

describe('links', () => {
  const pages = [
    ...readdirSync(root).filter(name => name.endsWith('.md')),
    ...readdirSync(join(root, 'docs'))
      .filter(name => name.endsWith('.md'))
      .map(name => `docs/${name}`)
  ];

  /** As GitHub makes them. */
  const anchors = (page: string) =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replace(/ /g, '-')
    );

  it.each(pages)('of %s lead somewhere', page => {
    const broken = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(match => match[1])
      .filter(link => !/^https?:/.test(link))
      .filter(link => {
        const [path, anchor] = link.split('#');
        const target = path ? join(dirname(page), path) : page;
        return (
          !existsSync(join(root, target)) ||
          (anchor !== undefined && !anchors(target).includes(anchor))
        );
      });
    expect(broken).toEqual([]);
  });
});

describe('docs/add-a-language.md', () => {
  const page = read('docs/add-a-language.md');
  const files = [
    'examples/extension/package.json',
    ...readdirSync(join(root, 'examples/extension/src')).map(
      name => `examples/extension/src/${name}`
    ),
    'conformance/example.spec.ts'
  ];

  it.each(files)('prints %s as it is', file => {
    expect(page).toContain(`\n${read(file).trimEnd()}\n\`\`\``);
  });

  it('names what there is', () => {
    const named = codes(page.replace(/```[^]*?```/g, '')).filter(text =>
      /^(src|conformance|scripts|schema)\/[\w/.]+$/.test(text)
    );
    expect(named.length).toBeGreaterThan(8);
    expect(
      named.filter(
        path =>
          !existsSync(join(root, path)) &&
          !existsSync(join(root, 'examples/extension', path))
      )
    ).toEqual([]);
  });
});

describe('docs/deploy.md', () => {
  const page = read('docs/deploy.md');

  it.each(readdirSync(join(root, 'deploy')))('prints %s as it is', name => {
    expect(page).toContain(`\n${read(`deploy/${name}`).trimEnd()}\n\`\`\``);
  });

  const tested = page
    .slice(page.indexOf('## What is tested where'))
    .split('\n')
    .filter(line => /^\| (?!system|-)/.test(line));

  it.each(tested)('names tests that there are: %s', row => {
    let text = '';
    const missing = [];
    for (const [all, file, name] of row.matchAll(
      /`([\w-]+\/[^`]+)`|“([^”]+)”/g
    )) {
      if (file) {
        text = read(file);
      } else if (!text.includes(name)) {
        missing.push(all);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has a test for all that it names as tested', () => {
    expect(tested.length).toBeGreaterThan(15);
    const none = tested.filter(row => !/“|the same, project/.test(row));
    expect(none).toEqual([]);
  });
});
