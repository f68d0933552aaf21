import { MainThread } from '../lib/cpu';
import { expect, settle, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText, generateState } from '../lib/state';
import { rounds } from '../lib/stats';

/**
 * An empty file, whose panel lends its editor's class and services.
 */
const LENDER = 'lender.jigsaw';

const SIZES = [
  { count: 100, times: samples(15, 4) },
  { count: 1000, times: samples(12, 3) },
  { count: 5000, times: samples(3, 1) }
];

type Way = 'ours' | 'bare' | 'file';

interface ITime {
  wall: number;
  cpu: number;
}

for (const { count, times } of SIZES) {
  const blocks = `${count.toLocaleString('en')} blocks`;

  test(`open: ${blocks}`, async ({ lab, bare }, info) => {
    const path = `open-${count}.jigsaw`;
    const state = generateState(count);
    // No kernel for Lua is here, so none is started beside the measuring.
    await lab.evaluate(
      async ({ lender, empty, path, text }) => {
        await window.panels.write(lender, empty);
        await window.panels.write(path, text);
        await window.panels.open(lender);
      },
      {
        lender: LENDER,
        empty: fileText({}, 'lua'),
        path,
        text: fileText(state, 'lua')
      }
    );
    const stateHere = await lab.evaluateHandle(s => s, state);
    const stateThere = await bare.evaluateHandle(s => s, state);
    await lab.evaluate(
      ({ lender, state }) => window.editors.openOurs(lender, state),
      { lender: LENDER, state: stateHere }
    );
    const look = await lab.evaluate(() => window.editors.look());
    await lab.evaluate(() => window.editors.close());
    const lookThere = await bare.evaluateHandle(l => l, look);
    const here = await MainThread.of(lab);
    const there = await MainThread.of(bare);

    const ways: Record<Way, () => Promise<ITime>> = {
      ours: async () => {
        await settle(lab);
        const time = await here.during(() =>
          lab.evaluate(
            ({ lender, state }) => window.editors.openOurs(lender, state),
            { lender: LENDER, state: stateHere }
          )
        );
        await lab.evaluate(() => window.editors.close());
        return { wall: time.value, cpu: time.cpu };
      },
      bare: async () => {
        await settle(bare);
        const time = await there.during(() =>
          bare.evaluate(
            ({ look, state }) => window.editors.openBare(look, state),
            { look: lookThere, state: stateThere }
          )
        );
        const parsed = await bare.evaluate(() => window.editors.close());
        expect(parsed, 'both have the same options').toEqual(look.parsed);
        return { wall: time.value, cpu: time.cpu };
      },
      file: async () => {
        await settle(lab);
        const time = await here.during(() =>
          lab.evaluate(p => window.panels.open(p), path)
        );
        await lab.evaluate(p => window.panels.close(p), path);
        return { wall: time.value, cpu: time.cpu };
      }
    };
    const taken: Record<Way, ITime[]> = { ours: [], bare: [], file: [] };
    const names = Object.keys(ways) as Way[];
    for (const name of names) {
      await ways[name](); // what is slow only for the first time
    }
    for (const name of rounds(names, times, count)) {
      taken[name].push(await ways[name]());
    }

    const walls = (way: Way) => taken[way].map(({ wall }) => wall);
    const works = (way: Way) => taken[way].map(({ cpu }) => cpu);
    await record(info, {
      id: `open-${count}`,
      figure: `Open ${blocks}: our editor / bare Blockly`,
      unit: 'ms',
      ours: walls('ours'),
      baseline: walls('bare'),
      ...(count === 1000 && { target: { of: 'ratio', atMost: 1.25 } })
    });
    await record(info, {
      id: `open-work-${count}`,
      figure: `Open ${blocks}: the same, main thread's work`,
      unit: 'ms',
      ours: works('ours'),
      baseline: works('bare')
    });
    await record(info, {
      id: `open-file-${count}`,
      figure: `Open ${blocks}: from the command on / bare Blockly`,
      unit: 'ms',
      ours: walls('file'),
      baseline: walls('bare')
    });
  });
}
