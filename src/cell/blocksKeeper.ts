import type { ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IOutputAreaModel } from '@jupyterlab/outputarea';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { PartialJSONObject } from '@lumino/coreutils';

import { type IBundle, readBundle } from './bundle';
import { BLOCKS_MIME_TYPE, METADATA_KEY } from './mimeType';

/**
 * Keeps the blocks of a notebook's cells when their outputs go, since they are
 * a program and not what came out of one: in the cell's metadata, until an
 * output has them again.
 */
export class BlocksKeeper {
  constructor(panel: NotebookPanel) {
    const cells = panel.content.model?.cells;
    if (!cells) {
      return;
    }
    for (const cell of cells) {
      this._follow(cell);
    }
    cells.changed.connect((_, { newValues }) => {
      newValues.forEach(cell => this._follow(cell));
    });
  }

  private _follow(cell: ICellModel): void {
    if (cell.type !== 'code' || this._followed.has(cell)) {
      return;
    }
    this._followed.add(cell);
    const code = cell as ICodeCellModel;
    code.outputs.changed.connect((_, change) => this._onChange(code, change));
  }

  private _onChange(
    cell: ICodeCellModel,
    { newValues, oldValues, type }: IOutputAreaModel.ChangedArgs
  ): void {
    if (type === 'clear' || type === 'remove') {
      for (const output of oldValues) {
        const bundle = bundleOf(output);
        if (bundle?.state) {
          cell.setMetadata(METADATA_KEY, { ...bundle });
        }
      }
    } else if (type === 'add') {
      for (const output of newValues) {
        if (BLOCKS_MIME_TYPE in output.data) {
          // When all have heard of the output.
          queueMicrotask(() => this._giveBack(cell, output));
        }
      }
    }
  }

  /**
   * Give the blocks that were in the cell's output to its new one, unless that
   * has others: those that stand in the cell, when they are new.
   */
  private _giveBack(cell: ICodeCellModel, output: IOutputModel): void {
    const kept = readBundle(cell.getMetadata(METADATA_KEY));
    const bundle = bundleOf(output);
    if (!kept || !bundle || cell.isDisposed) {
      return;
    }
    cell.deleteMetadata(METADATA_KEY);
    if (kept.given === bundle.given && kept.workspace === bundle.workspace) {
      output.setData({
        data: {
          ...output.data,
          [BLOCKS_MIME_TYPE]: { ...bundle, state: kept.state }
        } as PartialJSONObject,
        metadata: output.metadata
      });
    }
  }

  private readonly _followed = new WeakSet<ICellModel>();
}

function bundleOf(output: IOutputModel): IBundle | null {
  return readBundle(output.data[BLOCKS_MIME_TYPE]);
}
