import type { ISessionContext } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor } from '../kernel';
import { SessionExecutor } from '../kernel';
import { CellHost } from './cellHost';
import { CellRuns } from './cellRuns';

const executors = new WeakMap<ISessionContext, IKernelExecutor>();
const runs = new WeakMap<CodeCell, CellRuns>();

/**
 * What runs code in a session, one for all that a notebook or console shows,
 * so that they wait for each other.
 */
export function executorOf(session: ISessionContext): IKernelExecutor {
  let executor = executors.get(session);
  if (!executor) {
    executors.set(session, (executor = new SessionExecutor(session)));
  }
  return executor;
}

/**
 * The runs of a cell, one for all that it shows.
 */
export function runsOf(cell: CodeCell, trans: TranslationBundle): CellRuns {
  let found = runs.get(cell);
  if (!found) {
    runs.set(cell, (found = new CellRuns(new CellHost(cell), trans)));
  }
  return found;
}
