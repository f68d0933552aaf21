import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import {
  emptyContent,
  FILE_EXTENSION,
  stringify,
  withExtension
} from '../document';
import { importXml, tellNotes } from '../editor';
import { freePath } from './exports';
import type { JigsawPanel } from './panel';
import type { ProblemView } from './problemView';
import type { IPanelServices } from './tokens';

/**
 * Turns a document that is MetaKernel's workspace XML into a `.jigsaw` file
 * beside it; the XML stays as it is.
 */
export class XmlImporter {
  constructor(options: XmlImporter.IOptions) {
    this._options = options;
  }

  /**
   * Import at once when nothing is in the way, else ask in place.
   */
  async start(): Promise<void> {
    const { panel, services, trans, view } = this._options;
    const { path } = panel.context;
    const target = withExtension(path, FILE_EXTENSION);
    try {
      const other = await freePath(services.contents, path, FILE_EXTENSION);
      // XML in a file of our own extension is in nobody's way but its own.
      if (other === target || path === target) {
        await this._import(other);
        return;
      }
      view.display(
        trans.__('%1 was imported before', PathExt.basename(path)),
        trans.__(
          'There is a file “%1” beside this MetaKernel workspace. Open that, or import the workspace again into a new file.',
          PathExt.basename(target)
        ),
        [
          {
            label: trans.__('Open %1', PathExt.basename(target)),
            execute: () => void this._open(target)
          },
          {
            label: trans.__('Import into %1', PathExt.basename(other)),
            execute: () => void this._import(other).catch(this._fail)
          }
        ]
      );
    } catch (error) {
      this._fail(error);
    }
  }

  private async _import(target: string): Promise<void> {
    const { panel, services, trans, view } = this._options;
    const { path, model } = panel.context;
    const result = importXml(model.toString(), trans);
    if (result.problem) {
      view.display(
        trans.__('%1 can’t be imported', PathExt.basename(path)),
        result.problem.message,
        [panel.openAsText]
      );
      return;
    }
    const { workspace, notes } = result;
    await services.contents.save(target, {
      type: 'file',
      format: 'text',
      // MetaKernel's pages count from one, whatever the language.
      content: stringify({ ...emptyContent(), indexBase: 1, workspace })
    });
    tellNotes(
      trans.__(
        'Imported “%1” into “%2”. The XML stays as it is.',
        PathExt.basename(path),
        PathExt.basename(target)
      ),
      notes,
      trans
    );
    await this._open(target);
  }

  private async _open(target: string): Promise<void> {
    const { panel, services, trans, view, close } = this._options;
    const opened = (await services.commands.execute('docmanager:open', {
      path: target
    })) as Widget | undefined;
    if (!opened?.isDisposed) {
      close();
      return;
    }
    // Notebook 7 has opened another tab of the browser; this one stays.
    view.display(
      trans.__('%1 was imported', PathExt.basename(panel.context.path)),
      trans.__(
        'Its blocks are in “%1”, which opens in a tab of its own. You can close this one.',
        PathExt.basename(target)
      ),
      [
        {
          label: trans.__('Open %1', PathExt.basename(target)),
          execute: () => void this._open(target)
        }
      ]
    );
  }

  private _fail = (error: unknown): void => {
    const { panel, trans, view } = this._options;
    view.display(
      trans.__('%1 can’t be imported', PathExt.basename(panel.context.path)),
      trans.__(
        'The imported file could not be written beside it: %1',
        error instanceof Error ? error.message : String(error)
      ),
      [panel.openAsText]
    );
  };

  private _options: XmlImporter.IOptions;
}

export namespace XmlImporter {
  export interface IOptions {
    panel: JigsawPanel;
    services: IPanelServices;
    trans: TranslationBundle;
    view: ProblemView;
    /**
     * Close the tab of the XML.
     */
    close: () => void;
  }
}
