import type { TestInfo } from '@playwright/test';

import type { IRow } from './row';

/**
 * The names under which the reporter finds a row, and the programs' versions.
 */
export const ATTACHMENT = 'bench-row';
export const VERSIONS = 'bench-versions';

/**
 * Put a row into the table.
 */
export async function record(info: TestInfo, row: IRow): Promise<void> {
  await info.attach(ATTACHMENT, {
    body: JSON.stringify(row),
    contentType: 'application/json'
  });
}
