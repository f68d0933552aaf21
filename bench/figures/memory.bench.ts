import { MainThread } from '../lib/cpu';
import { expect, settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';

const BLOCKS = 200;

/**
 * Documents that are opened and closed before the first look, for what is kept
 * once, such as Blockly itself.
 */
const WARM_UP = 4;

test('memory: panels opened and closed', async ({ lab }, info) => {
  const count = samples(20, 5);
  const thread = await MainThread.of(lab);
  await lab.evaluate(
    async ({ panel, text }) => {
      await window.panels.write(panel, text);
      await window.panels.write('memory.txt', 'A text\n');
    },
    // No kernel for Lua is here: twenty of them would be another figure.
    { panel: 'memory.jigsaw', text: fileText(generateState(BLOCKS), 'lua') }
  );

  /** kB that stay for each document of a file that was opened and closed. */
  const kept = async (path: string): Promise<number> => {
    const openAndClose = async (times: number) => {
      for (let i = 0; i < times; i++) {
        await lab.evaluate(p => window.panels.openAndClose(p), path);
      }
      await settle(lab);
    };
    await openAndClose(WARM_UP);
    const before = await thread.heap();
    await openAndClose(count);
    return ((await thread.heap()) - before) / count / 1000;
  };

  const texts = await kept('memory.txt');
  const panels = await kept('memory.jigsaw');
  const left = await lab.evaluate(
    () => document.querySelectorAll('.blocklySvg').length
  );
  expect(left, 'workspaces that stay on the page').toBe(0);
  await record(info, {
    id: 'memory',
    figure: `Heap kept for a closed panel / for a closed text editor`,
    unit: 'kB',
    ours: [panels],
    baseline: [texts],
    note: `${count} times each; a panel of ${BLOCKS} blocks`
  });
});
