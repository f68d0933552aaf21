import type { Page } from '@playwright/test';

import { bundle } from '../lib/bundle';
import { expect, test } from '../lib/fixtures';
import { samples } from '../lib/options';
import { record } from '../lib/record';
import { rounds } from '../lib/stats';

const FILE = 'server.ipynb';

const CODE = 'print(f"<{next(ticks)}>")\n';

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: 'python3', display_name: 'Python 3 (ipykernel)' }
  },
  cells: [
    {
      cell_type: 'code',
      id: 'cell-0',
      metadata: {},
      source: 'import itertools; ticks = itertools.count()',
      outputs: [],
      execution_count: null
    }
  ]
});

type Way = 'first' | 'rawFirst' | 'later' | 'raw';

test('server: Run → first output, by REST and a WebSocket', async ({
  lab
}, info) => {
  await prepare(lab);
  const order = rounds<Way>(
    ['first', 'rawFirst', 'later', 'raw'],
    samples(60, 10)
  );
  const times = await lab.evaluate(measure, { code: CODE, file: FILE, order });
  await record(info, {
    id: 'server',
    figure: 'Run → first output: ServerExecutor / raw WebSocket',
    unit: 'ms',
    ours: times.later,
    baseline: times.raw,
    target: { of: 'ratio', atMost: 1.15 }
  });
  await record(info, {
    id: 'server-first',
    figure: 'First Run, finding the session: ServerExecutor / by hand',
    unit: 'ms',
    ours: times.first,
    baseline: times.rawFirst
  });
});

async function prepare(lab: Page): Promise<void> {
  await lab.addScriptTag({ path: await bundle('serverRuns') });
  const kernel = await lab.evaluate(
    async ({ file, notebook }) => {
      await window.panels.write(file, notebook);
      return window.frameRuns.open(file);
    },
    { file: FILE, notebook: NOTEBOOK }
  );
  await lab.evaluate(
    async ({ file, id }) => {
      const { serverSettings } = window.jupyterapp.serviceManager;
      await window.rawKernel.connect(id);
      await window.serverRuns.open(serverSettings, file);
    },
    { file: FILE, id: kernel }
  );
  expect(kernel).toBeTruthy();
}

/**
 * Runs in the page.
 */
async function measure({
  code,
  file,
  order
}: {
  code: string;
  file: string;
  order: Way[];
}): Promise<Record<Way, number[]>> {
  const { bench, frameRuns, rawKernel, serverRuns } = window;
  const ways: Record<Way, () => Promise<number>> = {
    first: () => serverRuns.first(code),
    rawFirst: () => frameRuns.viaLookup(file, code),
    later: () => serverRuns.later(code),
    raw: () => rawKernel.execute(code)
  };
  const times: Record<Way, number[]> = {
    first: [],
    rawFirst: [],
    later: [],
    raw: []
  };
  bench.keepFrames(true);
  const names = Object.keys(ways) as Way[];
  for (const name of [...names, ...names, ...names]) {
    await ways[name](); // what is slow only for the first time
    await bench.painted();
  }
  for (const name of order) {
    times[name].push(await ways[name]());
    await bench.painted();
  }
  bench.keepFrames(false);
  serverRuns.close();
  rawKernel.close();
  return times;
}
