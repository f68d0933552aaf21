import { test } from '@playwright/test';

import { record } from '../lib/record';

/**
 * Rows of made-up samples: one is met, one says nothing, one may miss.
 */
test('rows', async ({ browserName }, info) => {
  await record(info, {
    id: 'met',
    figure: 'A figure that is met',
    unit: 'ms',
    ours: [11, 9, 10],
    baseline: [10, 10, 10],
    target: { of: 'ratio', atMost: 1.15 }
  });
  await record(info, {
    id: 'info',
    figure: 'A figure without a target',
    unit: 'MB',
    ours: [1000]
  });
  await record(info, {
    id: 'maybe',
    figure: 'A figure that may miss',
    unit: 'ms',
    ours: [30, 20, 10, process.env.JIGSAW_SELFCHECK === 'miss' ? 90 : 10],
    target: { of: 'p95', atMost: 50 }
  });
});
