import type { Page } from '@playwright/test';

import { expect, settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';
import { rounds } from '../lib/stats';

const SIZES = [
  { count: 1000, times: samples(40, 8) },
  { count: 5000, times: samples(15, 4) }
];

const BLOCKLY = 'Blockly';

for (const { count, times } of SIZES) {
  const blocks = `${count.toLocaleString('en')} blocks`;

  test(`generate: code of ${blocks}`, async ({ lab, bare }, info) => {
    const path = `generate-${count}.jigsaw`;
    const state = generateState(count);
    const languages = await lab.evaluate(
      async ({ path, text }) => {
        await window.panels.write(path, text);
        await window.panels.open(path);
        const { languages } = window.panels.get(path);
        // Bash refuses the program, which has fractions.
        return languages
          .filter(({ id }) => id !== 'bash')
          .map(({ displayName, id }) => ({ displayName, id }));
      },
      { path, text: fileText(state, 'lua') }
    );
    expect(languages.length).toBeGreaterThan(5);
    await bare.evaluate(blocks => {
      const workspace = new window.Blockly.Workspace();
      window.Blockly.serialization.workspaces.load(blocks, workspace);
      window.generateBare = () =>
        window.python.pythonGenerator.workspaceToCode(workspace);
    }, state);

    const ids = [BLOCKLY, ...languages.map(({ id }) => id)];
    const taken = Object.fromEntries(
      ids.map((id): [string, number[]] => [id, []])
    );
    const warmUp = rounds(ids, 3, 7);
    const order = [...warmUp, ...rounds(ids, times, count)];
    for (const [index, id] of order.entries()) {
      const time =
        id === BLOCKLY ? await timeBare(bare) : await timeOurs(lab, path, id);
      if (index >= warmUp.length) {
        taken[id].push(time);
      }
    }
    for (const { displayName, id } of languages) {
      await record(info, {
        id: `generate-${id}-${count}`,
        figure: `Code of ${blocks}: ${displayName} / Blockly's Python`,
        unit: 'ms',
        ours: taken[id],
        baseline: taken[BLOCKLY],
        target: { of: 'ratio', atMost: 1.5 }
      });
    }
  });
}

declare global {
  interface Window {
    generateBare(): string;
  }
}

async function timeOurs(
  lab: Page,
  path: string,
  language: string
): Promise<number> {
  await settle(lab);
  return lab.evaluate(
    async ([file, id]) => {
      const { editor, languages } = window.panels.get(file);
      // Ours are made of no table, and need no kit.
      const kit = { createGenerator: () => Promise.reject(new Error(id)) };
      const generator = await languages.find(one => one.id === id)!.load(kit);
      const began = performance.now();
      const { code } = generator.generate(editor.workspace!);
      const time = performance.now() - began;
      if (!code) {
        throw new Error(`There is no code in ${id}`);
      }
      return time;
    },
    [path, language]
  );
}

async function timeBare(bare: Page): Promise<number> {
  await settle(bare);
  return bare.evaluate(() => {
    const began = performance.now();
    const code = window.generateBare();
    const time = performance.now() - began;
    if (!code) {
      throw new Error('There is no code');
    }
    return time;
  });
}
