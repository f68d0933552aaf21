import { MainThread } from '../lib/cpu';
import { expect, settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';
import { rounds } from '../lib/stats';

const SIZES = [
  { count: 100, times: samples(40, 8) },
  { count: 1000, times: samples(60, 8) },
  { count: 5000, times: samples(6, 2) }
];

type Way = 'ours' | 'bare';

for (const { count, times } of SIZES) {
  const blocks = `${count.toLocaleString('en')} blocks`;

  test(`preview: edit → code at ${blocks}`, async ({ lab, bare }, info) => {
    const path = `preview-${count}.jigsaw`;
    const state = generateState(count);
    await lab.evaluate(
      async ({ path, text }) => {
        await window.panels.write(path, text);
        await window.panels.open(path);
        await window.edits.prepareOurs(path);
      },
      // Python, as most users have it; its kernel starts and then rests.
      { path, text: fileText(state, 'python') }
    );
    await lab.evaluate(p => window.panels.ready(p), path);
    await bare.evaluate(s => window.edits.prepareBare(s), state);
    const pages = { ours: lab, bare };
    const threads = {
      ours: await MainThread.of(lab),
      bare: await MainThread.of(bare)
    };

    const work: Record<Way, number[]> = { ours: [], bare: [] };
    const wall: Record<Way, number[]> = { ours: [], bare: [] };
    const warmUp = rounds<Way>(['ours', 'bare'], 3, 7);
    const order = [...warmUp, ...rounds<Way>(['ours', 'bare'], times, count)];
    for (const [index, way] of order.entries()) {
      // A number that is nowhere else, in a block somewhere in the middle.
      const value = 100_000 + index;
      await settle(pages[way]);
      const { cpu, value: time } = await threads[way].during(() =>
        pages[way].evaluate(v => window.edits.edit(v), value)
      );
      const code = await pages[way].evaluate(() => window.edits.code());
      expect(code).toContain(String(value));
      if (index >= warmUp.length) {
        work[way].push(cpu);
        wall[way].push(time);
      }
    }
    await record(info, {
      id: `preview-${count}`,
      figure: `Edit → code at ${blocks}: main thread's work`,
      unit: 'ms',
      ours: work.ours,
      baseline: work.bare,
      ...(count === 1000 && { target: { of: 'p95', atMost: 50 } })
    });
    await record(info, {
      id: `preview-wall-${count}`,
      figure: `Edit → code at ${blocks}: until it is on the screen`,
      unit: 'ms',
      ours: wall.ours,
      baseline: wall.bare
    });
  });
}
