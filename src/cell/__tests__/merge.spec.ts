import { nullTranslator } from '@jupyterlab/translation';

import { fingerprint } from '../fileText';
import { type IOwnBlocks, mergeBlocks } from '../merge';

const trans = nullTranslator.load('');

const textOf = (id: string | null, ...types: string[]) =>
  JSON.stringify({
    format: 'jigsaw',
    version: 1,
    ...(id && { id }),
    workspace: {
      blocks: {
        blocks: types.map((type, at) => ({ type, id: `${at}`, x: 0, y: 0 }))
      }
    }
  });

const MINE = textOf('a', 'text_print');
const THEIRS = textOf('a', 'text_trim');
const BROKEN = 'no workspace';
const seen = (text: string) => fingerprint(text, trans);

describe('mergeBlocks', () => {
  it.each<[string, Partial<IOwnBlocks>, string, string]>([
    ['both are the same', { seen: 'x' }, MINE, 'file'],
    ['the cell has changed', { seen: seen(THEIRS) }, THEIRS, 'cell'],
    ['the file has changed', { seen: seen(MINE) }, THEIRS, 'file'],
    ['both have', { seen: 'x' }, THEIRS, 'conflict'],
    [
      'the file is another of that name',
      { seen: seen(MINE) },
      textOf('b', 'text_trim'),
      'conflict'
    ],
    ['they were never in step', {}, THEIRS, 'conflict'],
    ['the file is new and has none', {}, textOf('a'), 'cell'],
    ['the file was emptied', { seen: seen(MINE) }, textOf('a'), 'file'],
    ['the cell has none', { text: textOf('a') }, THEIRS, 'file'],
    ['the cell’s can’t be read', { text: BROKEN }, THEIRS, 'file'],
    ['the cell’s are those of its code', { isGiven: true }, THEIRS, 'file'],
    [
      'the file could not be saved',
      { isUnsaved: true, seen: seen(MINE) },
      THEIRS,
      'conflict'
    ],
    [
      'the file could not be saved, and is as it was',
      { isUnsaved: true, seen: seen(THEIRS) },
      THEIRS,
      'cell'
    ],
    // Why is said, and neither is written over.
    ['the file can’t be read', {}, BROKEN, 'file'],
    ['the file can’t be read any more', { seen: seen(MINE) }, BROKEN, 'file'],
    ['both have, and the file can’t be read', { seen: 'x' }, BROKEN, 'file']
  ])('where %s', (_, own, file, result) => {
    const blocks: IOwnBlocks = {
      text: MINE,
      notes: [],
      raw: '',
      isUnsaved: false,
      seen: '',
      isGiven: false,
      ...own
    };
    expect(mergeBlocks(blocks, file, trans)).toBe(result);
  });
});
