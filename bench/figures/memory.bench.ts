import { MainThread } from '../lib/cpu';
import { settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';

const BLOCKS = 200;
const PATH = 'memory.jigsaw';
const MB = 1_000_000;

test('memory: panels opened and closed', async ({ lab }, info) => {
  const panels = samples(20, 5);
  const thread = await MainThread.of(lab);
  const openAndClose = async () => {
    await lab.evaluate(async path => {
      await window.panels.open(path);
      await window.panels.close(path);
    }, PATH);
    await settle(lab, thread);
  };
  await lab.evaluate(
    ({ path, text }) => window.panels.write(path, text),
    // No kernel for Lua is here: twenty of them would be another figure.
    { path: PATH, text: fileText(generateState(BLOCKS), 'lua') }
  );
  for (let i = 0; i < 3; i++) {
    await openAndClose(); // what is kept once, such as Blockly itself
  }
  const before = await thread.heap();
  for (let i = 0; i < panels; i++) {
    await openAndClose();
  }
  const after = await thread.heap();
  const nodes = await lab.evaluate(
    () => document.querySelectorAll('.blocklySvg').length
  );
  await record(info, {
    id: 'memory',
    figure: `Heap after ${panels} panels opened and closed / before`,
    unit: 'MB',
    ours: [after / MB],
    baseline: [before / MB],
    note: `${((after - before) / 1000 / panels).toFixed(0)} kB stay for each panel of ${BLOCKS} blocks; ${nodes} workspaces stay on the page`
  });
});
