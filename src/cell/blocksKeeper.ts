import type { ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { IDisplayData } from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IOutputAreaModel } from '@jupyterlab/outputarea';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { PartialJSONObject } from '@lumino/coreutils';

import { type IBundle, readBundle } from './bundle';
import { BLOCKS_MIME_TYPE, METADATA_KEY } from './names';

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
        if (bundle) {
          this._keep(cell, bundle);
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

  private _keep(cell: ICodeCellModel, bundle: IBundle): void {
    if (cell.sharedModel.getSource().trim()) {
      if (bundle.state) {
        cell.setMetadata(METADATA_KEY, { ...bundle });
      }
      return;
    }
    // No kernel puts them out: they were put here by hand, and stay.
    queueMicrotask(() => {
      if (!cell.isDisposed && cell.outputs.length === 0) {
        cell.outputs.add(outputOf(bundle));
      }
    });
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

/**
 * An output of blocks, as a kernel would put it out.
 */
export function outputOf(bundle: IBundle): IDisplayData {
  return {
    output_type: 'display_data',
    data: { [BLOCKS_MIME_TYPE]: { ...bundle } },
    metadata: {}
  };
}

function bundleOf(output: IOutputModel): IBundle | null {
  return readBundle(output.data[BLOCKS_MIME_TYPE]);
}
