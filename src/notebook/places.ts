import type { CodeCell } from '@jupyterlab/cells';
import type { IConsoleTracker } from '@jupyterlab/console';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { OutputArea } from '@jupyterlab/outputarea';
import type { Panel, Widget } from '@lumino/widgets';

import { insertCell } from './insertCell';
import { executorOf, runsOf } from './shared';
import type { FindPlace, ICellPlace, IFramePlace } from './tokens';

/**
 * The class of what "Create New View for Output" shows.
 */
const VIEW_CLASS = 'jp-LinkedOutputView';

/**
 * Find the cell in whose output an element stands; one in its source, as a
 * Markdown cell shows one, is none.
 */
export function findInNotebooks(
  notebooks: INotebookTracker
): FindPlace<ICellPlace> {
  return element => {
    const panel = notebooks.find(({ node }) => node.contains(element));
    const cell = panel?.content.widgets.find(({ node }) =>
      node.contains(element)
    );
    const area = (cell as CodeCell | undefined)?.outputArea;
    return panel && cell && area?.node.contains(element)
      ? ofNotebook(notebooks, panel, cell, area)
      : null;
  };
}

/**
 * Find the cell whose output is shown in a view of its own. Its notebook has
 * to be open, since the view draws what the cell has.
 *
 * @param widgets - all that lie in the main area
 */
export function findInViews(
  notebooks: INotebookTracker,
  widgets: () => Iterable<Widget>
): FindPlace<ICellPlace> {
  return element => {
    if (!element.closest(`.${VIEW_CLASS}`)) {
      return null;
    }
    for (const widget of widgets()) {
      if (widget.node.contains(element)) {
        const { content } = widget as Widget & { content?: Panel };
        const area = content?.widgets?.[0] as OutputArea | undefined;
        let found: ICellPlace | null = null;
        notebooks.find(panel => {
          const cell = panel.content.widgets.find(
            one => (one as CodeCell).outputArea?.model === area?.model
          );
          found =
            cell && area ? ofNotebook(notebooks, panel, cell, area) : null;
          return found !== null;
        });
        return found;
      }
    }
    return null;
  };
}

/**
 * Find the cell of a console in whose output an element stands.
 */
export function findInConsoles(
  consoles: IConsoleTracker
): FindPlace<ICellPlace> {
  return element => {
    const panel = consoles.find(({ node }) => node.contains(element));
    const cell =
      panel &&
      (Array.from(panel.console.cells).find(({ node }) =>
        node.contains(element)
      ) as CodeCell | undefined);
    // Banners are cells, too, and have no output.
    if (!panel || !cell?.outputArea?.node.contains(element)) {
      return null;
    }
    const { console } = panel;
    return {
      get path() {
        return console.sessionContext.path;
      },
      isTrusted: cell.model.trusted,
      source: cell.model.sharedModel.getSource(),
      cell,
      area: cell.outputArea,
      view: panel,
      cellId: cell.model.id,
      context: null,
      session: console.sessionContext,
      redraw: frame => redraw(cell.outputArea, frame),
      runs: trans => runsOf(cell, panel, console.sessionContext, trans),
      executor: () => executorOf(console.sessionContext),
      focus: () => console.promptCell?.editor?.focus(),
      insert: code => {
        const prompt = console.promptCell;
        const typed = prompt?.model.sharedModel.getSource().trimEnd();
        prompt?.model.sharedModel.setSource(typed ? `${typed}\n${code}` : code);
        prompt?.editor?.focus();
      }
    };
  };
}

/**
 * The first of several kinds of places.
 */
export function findFirst<P extends IFramePlace>(
  ...finders: readonly FindPlace<P>[]
): FindPlace<P> {
  return element => {
    for (const find of finders) {
      const place = find(element);
      if (place) {
        return place;
      }
    }
    return null;
  };
}

/**
 * Have the output drawn anew in which a frame stands, and the frame looked at.
 */
function redraw(area: OutputArea, frame: HTMLIFrameElement): void {
  const index = area.widgets.findIndex(({ node }) => node.contains(frame));
  if (index !== -1) {
    area.model.set(index, area.model.get(index).toJSON());
  }
}

/**
 * A code cell in each view of its notebook.
 */
function viewsOf(
  notebooks: INotebookTracker,
  context: NotebookPanel['context'],
  id: string
): [NotebookPanel, CodeCell][] {
  const found: [NotebookPanel, CodeCell][] = [];
  notebooks.forEach(panel => {
    // A view that goes has no content any more.
    const cell =
      panel.context === context && !panel.isDisposed
        ? panel.content.widgets.find(({ model }) => model?.id === id)
        : null;
    if (cell) {
      found.push([panel, cell as CodeCell]);
    }
  });
  return found;
}

function ofNotebook(
  notebooks: INotebookTracker,
  panel: NotebookPanel,
  cell: NotebookPanel['content']['widgets'][number],
  area: OutputArea
): ICellPlace {
  const code = cell as CodeCell;
  const { content: notebook } = panel;
  return {
    get path() {
      // What is edited together is on a drive of its own, and the same file.
      return panel.context.path.replace(/^RTC:/, '');
    },
    isTrusted: code.model.trusted,
    source: code.model.sharedModel.getSource(),
    cell: code,
    area,
    view: panel,
    cellId: code.model.id,
    context: panel.context,
    session: panel.sessionContext,
    redraw: frame => redraw(area, frame),
    runs: trans => {
      const { id } = code.model;
      return runsOf(code, panel, panel.sessionContext, trans, () =>
        viewsOf(notebooks, panel.context, id)
      );
    },
    executor: () => executorOf(panel.sessionContext),
    focus: () => {
      notebook.activeCellIndex = notebook.widgets.indexOf(cell);
      notebook.mode = 'command';
      cell.node.focus();
    },
    insert: source =>
      insertCell(notebook, source, {
        index: notebook.widgets.indexOf(cell) + 1,
        takesKeyboard: true
      })
  };
}
