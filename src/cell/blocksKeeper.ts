import type { ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { IBaseCell, IDisplayData } from '@jupyterlab/nbformat';
import type { INotebookModel } from '@jupyterlab/notebook';
import type { IOutputAreaModel } from '@jupyterlab/outputarea';
import type { IOutputModel } from '@jupyterlab/rendermime';
import type { PartialJSONObject } from '@lumino/coreutils';

import { magicLines } from '../bridge/magic';
import { historyOf, isUndoing, MARK_TYPE } from '../notebook';
import { type IBundle, readBundle } from './bundle';
import {
  blocksOf,
  bundleOf,
  isAskedForAs,
  isCode,
  outputOf,
  outputsOf,
  readKept,
  remove,
  without,
  writeKept
} from './cellBlocks';
import { setCopy } from './copies';
import { drawingOf, type IDrawing, setDrawing } from './drawings';
import { writeBundle } from './cellOutput';
import { CellReplacements } from './cellReplacements';
import { BLOCKS_MIME_TYPE } from './names';
import { writeEdits } from './unwritten';

/**
 * How many blocks a cell keeps that none of its outputs has; the oldest go, but
 * none of those that have just gone from its outputs.
 */
const MAX_KEPT = 20;

/**
 * Keeps the blocks of a notebook's cells when their outputs go, since they are
 * a program and not what came out of one: in the cell's metadata, until an
 * output has them again. Where a cell still asks for blocks and nothing puts
 * them out, as when outputs are cleared or the magic fails, they come back.
 */
export class BlocksKeeper {
  constructor(private readonly _model: Pick<INotebookModel, 'cells'>) {
    const { cells } = _model;
    for (const cell of cells) {
      this._follow(cell);
      // The page may have been left before the cell had its output.
      this._showAgain(cell);
    }
    cells.changed.connect((_, { newValues }) => {
      newValues.forEach(cell => this._follow(cell));
      const undone = newValues.filter(cell => isUndoing(historyOf(cell)));
      undone.forEach(cell => this._undone.add(cell));
      queueMicrotask(() => undone.forEach(cell => this._undone.delete(cell)));
      this._replacements.came(newValues);
      // When they have what those had in whose place they come.
      queueMicrotask(() => newValues.forEach(cell => this._showAgain(cell)));
    });
  }

  /**
   * Keep the blocks of outputs that have gone already.
   *
   * @param before - the cells as they were when the notebook was opened: they
   * may have been run before this was there
   */
  catchUp(before: readonly IBaseCell[]): void {
    let index = 0;
    for (const cell of this._model.cells) {
      const inPlace = before[index++];
      // Notebooks of older formats have no ids.
      const had =
        before.find(({ id }) => id === cell.id) ??
        (inPlace?.id === undefined ? inPlace : undefined);
      if (had) {
        this._catchUp(cell, had);
      }
    }
  }

  private _follow(cell: ICellModel): void {
    if (this._followed.has(cell)) {
      return;
    }
    this._followed.add(cell);
    const remember = () => this._replacements.remember(cell, blocksOf(cell));
    if (isCode(cell)) {
      cell.outputs.changed.connect((_, change) => {
        this._onChange(cell, change);
        remember();
      });
      cell.stateChanged.connect((_, { name }) => {
        if (name === 'executionState') {
          queueMicrotask(() => {
            this._settle(cell);
            this._showAgain(cell);
          });
        }
      });
    }
    cell.metadataChanged.connect(remember);
    cell.sharedModel.changed.connect((_, { sourceChange }) => {
      if (sourceChange) {
        remember();
      }
    });
    remember();
  }

  private _onChange(
    cell: ICodeCellModel,
    { newValues, oldValues, type }: IOutputAreaModel.ChangedArgs
  ): void {
    if (type === 'clear' || type === 'remove') {
      if (!this._isTakingOff) {
        const standIns = this._standIns.get(cell) ?? [];
        this._standIns.set(
          cell,
          standIns.filter(output => !oldValues.includes(output))
        );
        this._keep(cell, oldValues);
      }
    } else if (type === 'add' && !this._isShowingAgain) {
      // What is undone has the state that it had when it went, and JupyterLab
      // puts its outputs back at once.
      const isRun =
        cell.executionState === 'running' && !this._undone.has(cell);
      for (const output of newValues) {
        if (BLOCKS_MIME_TYPE in output.data) {
          // When all have heard of the output.
          queueMicrotask(() => {
            if (!this._takePlace(cell, output)) {
              this._giveBack(cell, output, isRun);
            }
          });
        }
      }
    }
  }

  private _catchUp(cell: ICellModel, before: IBaseCell): void {
    const had = before.outputs as Partial<IDisplayData>[] | undefined;
    if (!isCode(cell) || !Array.isArray(had)) {
      return;
    }
    const now = outputsOf(cell);
    const gone = without(
      had
        .map(({ data }) => readBundle(data?.[BLOCKS_MIME_TYPE]))
        .filter(bundle => bundle !== null),
      now.map(bundleOf).filter(bundle => bundle !== null)
    );
    if (gone.length) {
      this._keepAll(cell, gone);
      now.forEach(output => this._giveBack(cell, output, true));
      this._showAgain(cell);
    }
  }

  private _keep(cell: ICodeCellModel, outputs: readonly IOutputModel[]): void {
    const bundles: IBundle[] = [];
    const drawings: IDrawing[] = [];
    let isTrusted = true;
    for (const output of outputs) {
      writeEdits(output);
      const bundle = bundleOf(output);
      if (bundle) {
        bundles.push(bundle);
        isTrusted &&= output.trusted;
        const drawing = drawingOf(output);
        if (drawing?.state === bundle.state) {
          drawings.push(drawing);
        }
      }
    }
    if (bundles.length) {
      this._drawings.set(cell, drawings);
      this._keepAll(cell, bundles);
      if (isTrusted) {
        this._strange.delete(cell);
      } else {
        this._strange.add(cell);
      }
    }
    // A cell that is run says so after its outputs have gone.
    queueMicrotask(() => this._showAgain(cell));
  }

  private _keepAll(cell: ICodeCellModel, bundles: readonly IBundle[]): void {
    const full = bundles.filter(({ state }) => state);
    const room = Math.max(0, MAX_KEPT - full.length);
    writeKept(cell, [...full, ...readKept(cell).slice(0, room)]);
    this._gone.set(cell, bundles);
  }

  /**
   * Put out the blocks that have gone from a cell, unless others are there.
   * While the cell runs, they stand in for those that may still come: a kernel
   * that is busy, or starts, may take long.
   */
  private _showAgain(cell: ICellModel): void {
    if (
      !isCode(cell) ||
      cell.isDisposed ||
      outputsOf(cell).some(output => bundleOf(output))
    ) {
      return;
    }
    const source = cell.sharedModel.getSource();
    const gone = this._gone.get(cell) ?? [];
    const kept = readKept(cell);
    const magics = magicLines(source).length;
    // No kernel puts them out where there is no code: they were put here by
    // hand, all of them.
    const isByHand = !source.trim();
    const all = [
      ...gone.filter(({ inserted }) => magics || isByHand || inserted),
      // Those that went last come first.
      ...(gone.length ? [] : kept)
        .filter(({ inserted }) => !inserted && !isByHand)
        .slice(0, magics),
      ...without(kept, gone).filter(({ inserted }) => isByHand || inserted)
    ];
    if (!all.length) {
      return;
    }
    writeKept(cell, without(kept, all));
    if (cell.executionState === 'running') {
      // Who runs a cell trusts it.
      this._strange.delete(cell);
    } else if (this._strange.has(cell)) {
      // JupyterLab trusts a cell that has no outputs any more.
      cell.trusted = false;
    }
    this._isShowingAgain = true;
    const shown = all.map(bundle => {
      const index = cell.outputs.add(outputOf(bundle)) - 1;
      const output = cell.outputs.get(index);
      this._redraw(cell, output, bundle.state);
      return output;
    });
    this._isShowingAgain = false;
    if (cell.executionState === 'running') {
      this._standIns.set(cell, shown);
    }
  }

  /**
   * Have blocks that stand in for an output go on in its place, if the same are
   * asked for, and first: what is done in them goes on, too. Else they all go.
   *
   * @returns whether they go on
   */
  private _takePlace(cell: ICodeCellModel, output: IOutputModel): boolean {
    const standIns = this._standIns.get(cell);
    const bundle = bundleOf(output);
    if (!standIns?.length || !bundle || cell.isDisposed) {
      return false;
    }
    const same = standIns.find(other => {
      const had = bundleOf(other);
      return had && isAskedForAs(had, bundle);
    });
    const all = outputsOf(cell);
    // What is behind the mark of runs belongs to them.
    const end = all.findIndex(
      other => other === output || MARK_TYPE in other.data
    );
    const isFirst = all.slice(0, end).every(bundleOf);
    if (!same || !isFirst) {
      this._standIns.delete(cell);
      this._takeOff(cell, standIns);
      return false;
    }
    this._standIns.set(
      cell,
      standIns.filter(other => other !== same)
    );
    this._gone.delete(cell);
    this._isTakingOff = true;
    remove(cell, output);
    this._isTakingOff = false;
    same.setData({
      data: { ...output.data, ...same.data },
      metadata: same.metadata
    });
    return true;
  }

  /**
   * A cell has run: blocks that still stand in for others are kept, and where
   * none came, are shown behind what came.
   */
  private _settle(cell: ICodeCellModel): void {
    const standIns = this._standIns.get(cell);
    if (!standIns || cell.isDisposed || cell.executionState === 'running') {
      return;
    }
    this._standIns.delete(cell);
    const others = outputsOf(cell).filter(other => !standIns.includes(other));
    // What is behind the mark of runs belongs to them.
    if (others.length && !(MARK_TYPE in others[0].data)) {
      this._takeOff(cell, standIns);
    }
  }

  private _takeOff(
    cell: ICodeCellModel,
    standIns: readonly IOutputModel[]
  ): void {
    const there = outputsOf(cell).filter(output => standIns.includes(output));
    if (there.length) {
      this._keep(cell, there);
      this._isTakingOff = true;
      there.forEach(output => remove(cell, output));
      this._isTakingOff = false;
    }
  }

  /**
   * Give the blocks that were in the cell's output to its new one: to the same
   * line of the cell, or to one that was changed and brings none of its own.
   * Those for which there is no such output stay where they are kept.
   *
   * @param isRun - whether the output comes of a run
   */
  private _giveBack(
    cell: ICodeCellModel,
    output: IOutputModel,
    isRun: boolean
  ): void {
    const bundle = bundleOf(output);
    if (!bundle || cell.isDisposed) {
      return;
    }
    const kept = readKept(cell);
    const isSame = (other: IBundle) =>
      other.given === bundle.given && other.workspace === bundle.workspace;
    const before = this._takeGone(cell, bundle, isSame);
    if (bundle.state && !isRun) {
      // It comes back as it was, as when the move of its cell is undone.
      writeKept(cell, without(kept, before ? [before] : []));
      return;
    }
    if (before && !before.state && !bundle.state) {
      // What others of the cell have is not for a line that had none.
      return;
    }
    const own =
      kept.find(other => isSame(other) && other.state === before?.state) ??
      kept.find(isSame) ??
      (bundle.state ? undefined : kept[0]);
    if (!own) {
      return;
    }
    const drop = () => {
      if (!cell.isDisposed) {
        writeKept(cell, without(readKept(cell), [own]));
      }
    };
    if (isSame(own) || bundle.workspace === null) {
      drop();
    } else {
      // A file of that name may be there, and goes before: a copy stays.
      setCopy(output, drop);
    }
    output.setData({
      data: {
        ...output.data,
        [BLOCKS_MIME_TYPE]: {
          ...bundle,
          state: own.state,
          // What is known of a file is of that of its own name.
          ...(own.unsaved && isSame(own) ? { unsaved: true } : {}),
          ...(own.seen && isSame(own) ? { seen: own.seen } : {})
        }
      } as PartialJSONObject,
      metadata: output.metadata
    });
    this._redraw(cell, output, own.state);
  }

  /**
   * What the same line of a cell had put out before, if it had; the next line
   * that is the same gets the next.
   */
  private _takeGone(
    cell: ICellModel,
    { language }: IBundle,
    isSame: (other: IBundle) => boolean
  ): IBundle | undefined {
    const gone = (this._gone.get(cell) ?? []).filter(isSame);
    const taken = gone.find(other => other.language === language) ?? gone[0];
    this._gone.set(
      cell,
      (this._gone.get(cell) ?? []).filter(other => other !== taken)
    );
    return taken;
  }

  /**
   * Give an output the picture and the code that this page has made of the same
   * blocks, if any: else they are drawn anew. Those that a notebook came with
   * are not to be trusted with it, as the new output is.
   */
  private _redraw(cell: ICellModel, output: IOutputModel, state: string): void {
    const drawing = this._drawings
      .get(cell)
      ?.find(other => other.state === state);
    if (drawing) {
      output.setData({
        data: { ...output.data, ...drawing.data } as PartialJSONObject,
        metadata: output.metadata
      });
      setDrawing(output, drawing);
    }
  }

  /**
   * Have the outputs of a cell show the newest of its blocks.
   */
  private _renew(cell: ICellModel, newest: readonly IBundle[]): void {
    const rest = [...newest];
    for (const output of isCode(cell) ? outputsOf(cell) : []) {
      const bundle = bundleOf(output);
      const index = rest.findIndex(
        other =>
          bundle?.given === other.given && bundle.workspace === other.workspace
      );
      if (bundle && index !== -1) {
        const [own] = rest.splice(index, 1);
        writeBundle(output, own, {}, own.state === bundle.state);
      }
    }
  }

  /** Cells that were merged, or are of another type now, keep the blocks. */
  private readonly _replacements = new CellReplacements<IBundle>(
    (cell, blocks) => {
      if (!isCode(cell) || cell.outputs.length === 0) {
        const kept = readKept(cell);
        const states = new Set(kept.map(({ state }) => state));
        writeKept(cell, [
          ...kept,
          ...blocks.filter(({ state }) => !states.has(state))
        ]);
      }
    },
    (cell, blocks) => this._renew(cell, blocks)
  );
  private readonly _followed = new WeakSet<ICellModel>();
  /**
   * The blocks that were in a cell's outputs last.
   */
  private readonly _gone = new WeakMap<ICellModel, readonly IBundle[]>();
  /**
   * Cells whose blocks nobody has trusted when they went.
   */
  private readonly _strange = new WeakSet<ICellModel>();
  private _isShowingAgain = false;
  /**
   * The blocks that are shown until a cell that runs has put out its own.
   */
  private readonly _standIns = new WeakMap<
    ICellModel,
    readonly IOutputModel[]
  >();
  private _isTakingOff = false;
  /**
   * Cells that an undo or a redo brings just now.
   */
  private readonly _undone = new Set<ICellModel>();
  /**
   * What was drawn of them.
   */
  private readonly _drawings = new WeakMap<ICellModel, readonly IDrawing[]>();
}
