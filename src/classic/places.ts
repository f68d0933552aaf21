import { CellRuns, type FindPlace, type IFramePlace } from '../notebook';
import type { IClassicCell, IClassicNotebook } from './api';
import { ClassicCell } from './cell';
import { ClassicDocument } from './document';
import type { PageSession } from './session';

/**
 * Find the cell of the page's notebook in whose output an element stands.
 */
export function findInPage(
  notebook: IClassicNotebook,
  session: PageSession
): FindPlace<IFramePlace> {
  const context = new ClassicDocument(notebook);
  const hosts = new WeakMap<IClassicCell, ClassicCell>();
  const runs = new WeakMap<ClassicCell, CellRuns>();
  return element => {
    const cell = notebook
      .get_cells()
      .find(one => one.output_area?.element[0].contains(element));
    const area = cell?.output_area;
    if (!cell || !area) {
      return null;
    }
    const host = hosts.get(cell) ?? new ClassicCell(notebook, cell, area);
    hosts.set(cell, host);
    const focus = (index: number) => {
      notebook.select(index);
      notebook.focus_cell();
    };
    return {
      path: notebook.notebook_path,
      isTrusted: area.trusted,
      source: cell.get_text(),
      cell: host,
      view: notebook,
      cellId: cell.cell_id,
      context,
      session,
      area: null,
      focus: () => focus(notebook.find_cell_index(cell)),
      // Its own page again, which is then looked at.
      redraw: frame => {
        frame.removeAttribute('sandbox');
        frame.removeAttribute('srcdoc');
      },
      insert: code => {
        const index = notebook.find_cell_index(cell);
        notebook.insert_cell_below('code', index)?.set_text(code);
        focus(index + 1);
      },
      runs: trans => {
        const found = runs.get(host) ?? new CellRuns(host, trans);
        runs.set(host, found);
        return found;
      },
      executor: () => session.connect()
    };
  };
}
