import type { ILabShell, IRouter } from '@jupyterlab/application';
import { PageConfig, PathExt, URLExt } from '@jupyterlab/coreutils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IOutputAreaModel } from '@jupyterlab/outputarea';
import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { DisposableDelegate, DisposableSet } from '@lumino/disposable';

import { FACTORY, type JigsawModel, linkModels } from '../document';
import { shareHistory } from '../editor';
import type { ICellPlace } from '../notebook';
import type { IJigsawTracker } from '../tokens';
import type { CellDocument } from './cellDocument';
import { CellDrive } from './cellDrive';
import { BLOCKS_MIME_TYPE, DRIVE_NAME } from './names';

type JigsawWidget = NonNullable<IJigsawTracker['currentWidget']>;

/**
 * Keeps panels and the cells with the same blocks in step.
 */
export class PanelLinks {
  constructor(private readonly _options: PanelLinks.IOptions) {
    this._drive = new CellDrive(_options);
    _options.contents.addDrive(this._drive);
    _options.tracker.widgetAdded.connect((_, widget) => {
      void this._join(widget);
    });
    // The address of the page is what a reload opens, and there is nothing at
    // that of a panel before its cell is drawn.
    _options.shell?.currentPathChanged.connect((_, { newValue }) => {
      if (_options.contents.driveName(newValue) === DRIVE_NAME) {
        this._showNotebook(newValue);
      }
    });
  }

  /**
   * Say that a cell shows blocks, also those that a panel may show already.
   */
  add(document: CellDocument, place: ICellPlace): void {
    const { cell } = place;
    let path = document.file?.path;
    if (path === undefined) {
      const nth = nthOf(document, cell.model.outputs);
      path = this._drive.offer(
        `${this._idOf(place)}:${cell.model.id}:${nth}`,
        this._options.trans.__(
          'Blocks of %1',
          PathExt.basename(place.path, '.ipynb')
        ),
        document,
        place.context
      );
      const known = this._notebooks.get(path);
      const drivePath = path;
      if (place.context && place.context !== known) {
        this._notebooks.set(path, place.context);
        const { context } = place;
        context.pathChanged.connect(() => {
          if (this._options.shell?.currentPath === drivePath) {
            this._showNotebook(drivePath);
          }
        });
        context.disposed.connect(() => {
          if (this._notebooks.get(drivePath) === context) {
            // Where it was last, for a panel that stays: it is opened again.
            this._notebooks.set(drivePath, { path: context.path });
          }
        });
      }
    }
    this._paths.set(document, path);
    const documents = this._documents.get(path) ?? new Set();
    this._documents.set(path, documents.add(document));
    const documentPath = path;
    document.disposed.connect(() => {
      documents.delete(document);
      if (!documents.size && this._documents.get(documentPath) === documents) {
        this._documents.delete(documentPath);
      }
    });
    this._options.tracker.forEach(widget => {
      if (widget.context.path === path) {
        void this._join(widget);
      }
    });
  }

  /**
   * Open the blocks of a cell in a panel beside its notebook.
   */
  async open(document: CellDocument, place: ICellPlace): Promise<void> {
    const path = this._paths.get(document);
    if (!path) {
      return;
    }
    await document.file?.create();
    const widget = this._options.documents.openOrReveal(
      path,
      FACTORY,
      undefined,
      { mode: 'split-right' }
    ) as JigsawWidget | undefined;
    if (widget && !widget.isDisposed) {
      widget.attach(place.path);
    }
  }

  /**
   * What tells the notebook of a cell from all others: the same when it is
   * renamed, and when it is closed and opened again where it was.
   */
  private _idOf({ context, path }: ICellPlace): string {
    if (!context) {
      return path;
    }
    let id = this._ids.get(context);
    if (id === undefined) {
      const known = this._closed.get(context.path) ?? UUID.uuid4();
      this._closed.delete(context.path);
      id = known;
      this._ids.set(context, known);
      context.disposed.connect(() => this._closed.set(context.path, known));
    }
    return id;
  }

  /**
   * Show the path of the notebook in the place of that of a panel; none for
   * blocks of a console, which has no such path.
   */
  private _showNotebook(path: string): void {
    showPath(this._notebooks.get(path)?.path ?? '', this._options.router);
  }

  private async _join(widget: JigsawWidget): Promise<void> {
    const { content, context } = widget;
    await Promise.all([context.ready, content.ready]);
    const document = [...(this._documents.get(context.path) ?? [])].pop();
    if (!document || widget.isDisposed) {
      return;
    }
    this._links.get(context.model)?.dispose();
    // Nowhere else is what a panel has not saved yet.
    const [first, second] = context.model.dirty
      ? [context.model, document.model]
      : [document.model, context.model];
    const link = new DisposableSet();
    link.add(linkModels(first, second));
    link.add(shareHistory(first, second));
    if (document.file) {
      document.file.leaveTo(context);
    } else {
      link.add(keepClean(context.model, document));
    }
    this._links.set(context.model, link);
    // The model of the cell lives on, and would hold that of the panel.
    context.disposed.connect(() => link.dispose());
  }

  private readonly _drive: CellDrive;
  private readonly _documents = new Map<string, Set<CellDocument>>();
  /** By the paths on the drive. */
  private readonly _notebooks = new Map<
    string,
    Pick<DocumentRegistry.Context, 'path'>
  >();
  private readonly _ids = new WeakMap<DocumentRegistry.Context, string>();
  /** The ids of notebooks that were closed, by their paths. */
  private readonly _closed = new Map<string, string>();
  private readonly _paths = new WeakMap<CellDocument, string>();
  private readonly _links = new WeakMap<JigsawModel, DisposableSet>();
}

/**
 * Show the path of a document in the page's address, as JupyterLab does.
 */
function showPath(treePath: string, router: IRouter | null): void {
  const { pathname } = URLExt.parse(PageConfig.getUrl({ treePath }));
  router?.navigate(pathname, { skipRouting: true });
  PageConfig.setOption('treePath', treePath);
}

/**
 * What is edited is in the notebook at once: the panel has nothing to save, and
 * nothing to ask when it is closed, for as long as its cell is there.
 */
function keepClean(model: JigsawModel, document: CellDocument): IDisposable {
  const clean = () => {
    if (model.dirty && !document.isDisposed) {
      model.sharedModel.dirty = false;
    }
  };
  model.stateChanged.connect(clean);
  clean();
  return new DisposableDelegate(() => model.stateChanged.disconnect(clean));
}

/**
 * How many outputs of a cell have blocks before these.
 */
function nthOf(document: CellDocument, outputs: IOutputAreaModel): number {
  let count = 0;
  for (let index = 0; index < outputs.length; index++) {
    const output = outputs.get(index);
    if (document.isOf(output)) {
      break;
    }
    count += BLOCKS_MIME_TYPE in output.data ? 1 : 0;
  }
  return count;
}

export namespace PanelLinks {
  export interface IOptions {
    contents: Contents.IManager;
    documents: IDocumentManager;
    serverSettings: ServerConnection.ISettings;
    shell: ILabShell | null;
    tracker: IJigsawTracker;
    trans: TranslationBundle;
    router: IRouter | null;
  }
}
