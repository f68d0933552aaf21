import type { Page } from '@playwright/test';

import { expect, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { fileText } from '../lib/state';
import { rounds } from '../lib/stats';

const FILE = 'run.jigsaw';

/**
 * Before the first run: so every output tells which it is.
 */
const PREPARE = 'import itertools; ticks = itertools.count()';

/**
 * One block that prints, and what the page must find when it has printed.
 */
const PROGRAM = {
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'text_print',
        id: 'print',
        inputs: {
          TEXT: {
            block: {
              type: 'expression_value',
              id: 'tick',
              fields: { expression: 'f"<{next(ticks)}>"' }
            }
          }
        }
      }
    ]
  }
};

type Way = 'executor' | 'raw' | 'seen' | 'rawSeen';

test('run: Run → first output', async ({ lab }, info) => {
  const code = await prepare(lab);
  const order = rounds<Way>(
    ['executor', 'raw', 'seen', 'rawSeen'],
    samples(60, 10)
  );
  const times = await lab.evaluate(measure, { file: FILE, code, order });
  await record(info, {
    id: 'run',
    figure: 'Run → first output: executor / raw WebSocket',
    unit: 'ms',
    ours: times.executor,
    baseline: times.raw,
    target: { of: 'ratio', atMost: 1.15 }
  });
  await record(info, {
    id: 'run-seen',
    figure: 'Run → first output on the screen',
    unit: 'ms',
    ours: times.seen,
    baseline: times.rawSeen
  });
});

/**
 * @returns the code of the panel's blocks
 */
async function prepare(lab: Page): Promise<string> {
  const code = await lab.evaluate(
    async ({ file, text, setup }) => {
      await window.panels.write(file, text);
      await window.panels.open(file);
      await window.panels.ready(file);
      const { runner } = window.panels.get(file);
      await runner.run(setup).done;
      // The same kernel: what JupyterLab does when a kernel gets busy, it does
      // whoever sent the code.
      await window.rawKernel.connect(runner.executor!.kernel!.id);
      return window.panels.get(file).generate();
    },
    { file: FILE, text: fileText(PROGRAM, 'python'), setup: PREPARE }
  );
  expect(code).toContain('next(ticks)');
  return code ?? '';
}

/**
 * Runs in the page.
 */
async function measure({
  file,
  code,
  order
}: {
  file: string;
  code: string;
  order: Way[];
}): Promise<Record<Way, number[]>> {
  const { bench, panels, rawKernel, jupyterapp } = window;
  const panel = panels.get(file);
  const { runner, output } = panel;
  const plain = document.createElement('pre');
  plain.style.cssText = 'position: fixed; right: 0; bottom: 0; z-index: 1000';
  document.body.append(plain);
  let ticks = 0;

  const appears = (text: string) =>
    new Promise<void>(resolve => {
      const observer = new MutationObserver(() => {
        if (output.node.textContent?.includes(text)) {
          observer.disconnect();
          resolve();
        }
      });
      observer.observe(output.node, {
        childList: true,
        characterData: true,
        subtree: true
      });
    });

  const ways: Record<Way, () => Promise<number>> = {
    executor: async () => {
      ticks++;
      const began = performance.now();
      const run = runner.run(code);
      const first = new Promise<number>(resolve =>
        run.outputChanged.connect(() => resolve(performance.now() - began))
      );
      await run.done;
      return first;
    },
    raw: () => {
      ticks++;
      return rawKernel.execute(code);
    },
    seen: async () => {
      const shown = appears(`<${ticks++}>`);
      const began = performance.now();
      await jupyterapp.commands.execute('jigsaw:run');
      await shown;
      const time = (await bench.painted()) - began;
      await runner.last?.done;
      return time;
    },
    rawSeen: async () => {
      ticks++;
      const began = performance.now();
      let time: Promise<number> = Promise.reject(new Error('No output came'));
      time.catch(() => undefined);
      await rawKernel.execute(code, text => {
        plain.textContent = text;
        time = bench.painted().then(now => now - began);
      });
      return time;
    }
  };

  const times: Record<Way, number[]> = {
    executor: [],
    raw: [],
    seen: [],
    rawSeen: []
  };
  bench.keepFrames(true);
  const names = Object.keys(ways) as Way[];
  for (const name of [...names, ...names, ...names]) {
    await ways[name](); // what is slow only for the first time
  }
  for (const name of order) {
    const time = await ways[name]();
    await bench.painted();
    times[name].push(time);
  }
  bench.keepFrames(false);
  plain.remove();
  rawKernel.close();
  return times;
}
