import type { ISessionContext } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IKernelExecutor } from '../kernel';
import { SessionExecutor } from '../kernel';
import { CellHost } from './cellHost';
import { CellRuns } from './cellRuns';

const executors = new WeakMap<ISessionContext, IKernelExecutor>();
const runs = new WeakMap<ISessionContext, Map<string, CellRuns>>();

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
 * The runs of a cell, one for all that it shows. They are known by the cell's
 * id: JupyterLab draws a cell that is moved anew, and its runs go on there.
 */
export function runsOf(
  cell: CodeCell,
  session: ISessionContext,
  trans: TranslationBundle
): CellRuns {
  const all = runs.get(session) ?? new Map<string, CellRuns>();
  runs.set(session, all);
  for (const [id, { isOver }] of all) {
    if (isOver) {
      all.delete(id);
    }
  }
  const { id } = cell.model;
  let found = all.get(id);
  if (!found) {
    all.set(id, (found = new CellRuns(new CellHost(cell), trans)));
  } else if (found.isHomeless) {
    found.moveTo(new CellHost(cell));
  }
  return found;
}
