import type { ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { IDisplayData } from '@jupyterlab/nbformat';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { PartialJSONValue } from '@lumino/coreutils';

import { removeOutputs } from '../notebook/cellHost';
import { type IBundle, readBundle } from './bundle';
import { BLOCKS_MIME_TYPE, METADATA_KEY } from './names';

/**
 * How many blocks are read from a cell's metadata, which may hold anything.
 */
const MAX_READ = 1000;

export function isCode(cell: ICellModel): cell is ICodeCellModel {
  return cell.type === 'code';
}

/**
 * The blocks that a cell shows or keeps.
 */
export function blocksOf(cell: ICellModel): IBundle[] {
  const shown = isCode(cell) ? outputsOf(cell).map(bundleOf) : [];
  return [...shown, ...readKept(cell)].filter(
    (bundle): bundle is IBundle => !!bundle?.state
  );
}

export function outputsOf({ outputs }: ICodeCellModel): IOutputModel[] {
  return Array.from({ length: outputs.length }, (_, n) => outputs.get(n));
}

/**
 * Take an output off a cell.
 */
export function remove(cell: ICodeCellModel, output: IOutputModel): void {
  const index = outputsOf(cell).indexOf(output);
  removeOutputs(cell, index, index + 1);
}

/**
 * Whether blocks are what a new output would become, as its line asks for the
 * same as theirs did.
 */
export function isAskedForAs(had: IBundle, output: IBundle): boolean {
  const keys = [
    'version',
    'language',
    'toolbox',
    'height',
    'workspace',
    'given'
  ] as const;
  return (
    keys.every(key => had[key] === output[key]) &&
    // An output of text may bring blocks for a line that had none.
    (had.state !== '' || output.state === '')
  );
}

/**
 * The bundles that are not among others.
 */
export function without(
  bundles: readonly IBundle[],
  others: readonly IBundle[]
): IBundle[] {
  return bundles.filter(
    bundle =>
      !others.some(
        ({ given, state, workspace }) =>
          state === bundle.state &&
          given === bundle.given &&
          workspace === bundle.workspace
      )
  );
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

export function bundleOf(output: IOutputModel): IBundle | null {
  return readBundle(output.data[BLOCKS_MIME_TYPE]);
}

/**
 * The blocks in a cell's metadata, which may hold anything.
 */
export function readKept(cell: ICellModel): IBundle[] {
  const kept = cell.getMetadata(METADATA_KEY) as PartialJSONValue | undefined;
  return (Array.isArray(kept) ? kept : [kept])
    .slice(0, MAX_READ)
    .map(readBundle)
    .filter((bundle): bundle is IBundle => bundle !== null);
}

export function writeKept(cell: ICellModel, kept: readonly IBundle[]): void {
  if (kept.length) {
    cell.setMetadata(
      METADATA_KEY,
      kept.map(bundle => ({ ...bundle }))
    );
  } else if (cell.getMetadata(METADATA_KEY) !== undefined) {
    cell.deleteMetadata(METADATA_KEY);
  }
}
