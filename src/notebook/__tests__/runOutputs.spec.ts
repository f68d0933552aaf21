import { CodeCellModel } from '@jupyterlab/cells';
import type { ICodeCell, IOutput } from '@jupyterlab/nbformat';
import type { IOutputAreaModel } from '@jupyterlab/outputarea';

import { CellOutputs } from '../cellHost';
import { MARK_TYPE, RunOutputs } from '../runOutputs';

const print = (text: string): IOutput => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

const draw = (text: string): IOutput => ({
  output_type: 'display_data',
  data: { 'text/plain': text },
  metadata: {}
});

const outputsOf = (cell: CodeCellModel) =>
  new RunOutputs(new CellOutputs(cell));

const json = (ours: RunOutputs) =>
  Array.from({ length: ours.length }, (_, index) => ours.get(index).toJSON());

describe('RunOutputs', () => {
  let cell: CodeCellModel;
  let all: IOutputAreaModel;

  beforeEach(() => {
    cell = new CodeCellModel();
    all = cell.outputs;
    all.add(draw('frame'));
    all.add(print('of the cell\n'));
  });

  afterEach(() => cell.dispose());

  /**
   * What the cell shows, and what a notebook is saved with: each output as its
   * text.
   */
  const shown = () => {
    const outputs = all.toJSON();
    const saved = (cell.sharedModel.toJSON() as ICodeCell).outputs;
    expect(saved).toEqual(outputs);
    return outputs.map(({ data, text }) =>
      data && MARK_TYPE in (data as object)
        ? '--'
        : (text ?? (data as Record<string, string>)['text/plain'])
    );
  };

  it('hold what JupyterLab adds from their beginning on', () => {
    const ours = outputsOf(cell);
    ours.begin();
    all.add(print('what was answered\n'));
    expect(json(ours)).toEqual([print('what was answered\n')]);
    ours.begin();
    expect(shown()).toEqual([
      'frame',
      'of the cell\n',
      '--',
      'what was answered\n'
    ]);
    ours.clear();
    expect(shown()).toEqual(['frame', 'of the cell\n']);
  });

  it('come behind those of the cell, and are counted without them', () => {
    const ours = outputsOf(cell);
    expect(ours.length).toBe(0);
    expect(json(ours)).toEqual([]);
    ours.add(print('one\n'));
    ours.add(draw('two'));
    expect(shown()).toEqual(['frame', 'of the cell\n', '--', 'one\n', 'two']);
    expect(ours.length).toBe(2);
    expect(json(ours)).toEqual([print('one\n'), draw('two')]);
    expect(ours.get(1).toJSON()).toEqual(draw('two'));
    ours.set(1, draw('three'));
    expect(shown().at(-1)).toBe('three');
  });

  it('go without the frame being touched', () => {
    const frame = all.get(0);
    const changed = jest.fn();
    const ours = outputsOf(cell);
    ours.add(print('one\n'));
    all.changed.connect((_, { newIndex, oldIndex }) =>
      changed(Math.max(newIndex, oldIndex))
    );
    ours.clear();
    expect(shown()).toEqual(['frame', 'of the cell\n']);
    ours.add(print('two\n'));
    ours.clear();
    ours.add(draw('none'));
    ours.add(print('three\n'));
    ours.add(draw('four'));
    ours.remove(0);
    expect(shown()).toEqual([
      'frame',
      'of the cell\n',
      '--',
      'three\n',
      'four'
    ]);
    expect(all.get(0)).toBe(frame);
    for (const [index] of changed.mock.calls) {
      expect(index).toBeGreaterThanOrEqual(2);
    }
  });

  it('are known again when the notebook was saved with them', () => {
    outputsOf(cell).add(print('old\n'));
    const reopened = new CodeCellModel();
    reopened.sharedModel.setOutputs(all.toJSON());
    const ours = outputsOf(reopened);
    expect(json(ours)).toEqual([print('old\n')]);
    ours.clear();
    expect(reopened.outputs.length).toBe(2);
    reopened.dispose();
  });

  it('stay when the notebook comes to be trusted', () => {
    const ours = outputsOf(cell);
    ours.add(print('one\n'));
    all.trusted = true;
    expect(ours.isGone).toBe(false);
    expect(json(ours)).toEqual([print('one\n')]);
  });

  it('outlive their cell, and can be had in another', () => {
    const ours = outputsOf(cell);
    ours.add(print('one\n'));
    all.add({ output_type: 'stream', name: 'stdin', text: 'answered\n' });
    const before = json(ours);
    const moved = new CodeCellModel();
    moved.outputs.add(draw('frame'));
    moved.outputs.add({
      output_type: 'display_data',
      data: { [MARK_TYPE]: {} }
    });
    moved.outputs.add(print('older\n'));
    cell.dispose();
    expect(ours.isDisposed).toBe(true);
    expect(json(ours)).toEqual(before);
    ours.add(draw('two'));
    ours.remove(0);
    const theirs = ours.copyTo(new CellOutputs(moved));
    expect(theirs.isDisposed).toBe(false);
    expect(json(theirs)).toEqual([before[1], draw('two')]);
    expect(moved.outputs.get(0).toJSON()).toEqual(draw('frame'));
    expect(moved.outputs.length).toBe(4);
    moved.dispose();
  });

  it('are gone when the cell is run again, and stay so', () => {
    const ours = outputsOf(cell);
    expect(ours.isGone).toBe(false);
    ours.add(print('one\n'));
    all.clear();
    expect(ours.isGone).toBe(true);
    all.add(draw('frame'));
    ours.clear();
    expect(shown()).toEqual(['frame']);
  });
});
