import type { ISessionContext } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import type { IKernelExecutor } from '../kernel';
import { SessionExecutor } from '../kernel';
import { CellHost } from './cellHost';
import { CellRuns } from './cellRuns';
import type { IPlaceRuns } from './tokens';

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
 * The runs of a cell, one for all that it shows, in each view of its notebook.
 * They are known by the cell's id: JupyterLab draws a cell that is moved anew,
 * and its runs go on there.
 *
 * @param view - the one in which they are asked for
 * @param others - finds the cell in each view, as it is then
 */
export function runsOf(
  cell: CodeCell,
  view: Widget,
  session: ISessionContext,
  trans: TranslationBundle,
  others: () => Iterable<[Widget, CodeCell]> = () => []
): IPlaceRuns {
  const all = runs.get(session) ?? new Map<string, CellRuns>();
  runs.set(session, all);
  for (const [id, { isOver }] of all) {
    if (isOver) {
      all.delete(id);
    }
  }
  const { id } = cell.model;
  const host = new CellHost(cell);
  let found = all.get(id);
  if (!found) {
    found = new CellRuns(host, trans, view, () =>
      Array.from(others(), ([view, cell]) => [view, new CellHost(cell)])
    );
    all.set(id, found);
  }
  found.enter(view, host);
  return found.in(view);
}
