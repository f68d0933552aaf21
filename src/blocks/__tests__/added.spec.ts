import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';
import { Blocks, Workspace } from 'blockly/core';

import {
  addedBlocks,
  buildToolbox,
  prepareBlocks,
  type IBlocksChange
} from '..';
import {
  Registry,
  type IJigsawBlock,
  type IJigsawToolbox
} from '../../registry';
import { until } from '../../testutils/signals';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const definition = {
  message0: 'forward %1',
  args0: [{ type: 'input_value', name: 'STEPS', check: 'Number' }],
  previousStatement: null,
  nextStatement: null
};

describe('blocks of other extensions', () => {
  let registry: Registry<IJigsawBlock>;
  let complaints: jest.SpyInstance;
  let news: IBlocksChange[];

  beforeEach(() => {
    registry = new Registry<IJigsawBlock>('block', 'type');
    complaints = jest.spyOn(console, 'error').mockImplementation();
    news = [];
    addedBlocks.changed.connect(hear);
  });

  afterEach(() => {
    jest.useRealTimers();
    addedBlocks.changed.disconnect(hear);
    registry.list.forEach(({ type }) => delete Blocks[type]);
    jest.restoreAllMocks();
  });

  const hear = (_: unknown, change: IBlocksChange) => news.push(change);

  const shapeOf = (type: string) => {
    const block = new Workspace().newBlock(type);
    return block.inputList.map(({ name }) => name);
  };

  it('are defined when the first workspace opens, and not before', async () => {
    const load = jest.fn(async () => ({
      definition,
      code: { python: 'forward({STEPS})' }
    }));
    registry.add({ type: 'added_lazy', load });
    registry.add({ type: 'added_given', definition });
    expect(load).not.toHaveBeenCalled();
    expect('added_given' in Blocks).toBe(false);

    await prepareBlocks(registry, trans);

    expect(shapeOf('added_lazy')).toEqual(['STEPS']);
    expect(shapeOf('added_given')).toEqual(['STEPS']);
    expect(addedBlocks.codeOf('added_lazy', 'python')).toBe('forward({STEPS})');
    expect(addedBlocks.codeOf('added_lazy', 'toString')).toBeUndefined();
    await prepareBlocks(registry, trans);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('come and go afterwards, too, and are told together', async () => {
    await prepareBlocks(registry, trans);
    const one = registry.add({ type: 'added_one', definition });
    registry.add({ type: 'added_two', definition });
    await until(addedBlocks.changed, () => news.length === 1);
    expect(news).toHaveLength(1);
    expect([...news[0].added]).toEqual(['added_one', 'added_two']);

    one.dispose();
    await until(addedBlocks.changed, () => news.length === 2);
    expect([...news[1].removed]).toEqual(['added_one']);
    expect('added_one' in Blocks).toBe(false);
    expect('added_two' in Blocks).toBe(true);
    expect([...addedBlocks.types]).not.toContain('added_one');
  });

  it('are left out, and reported, when they are broken', async () => {
    const broken: Record<string, unknown> = {
      added_nothing: undefined,
      added_number: 7,
      added_no_input: { message0: '%1 %2', args0: [{ type: 'input_value' }] },
      added_extension: { message0: 'x', extensions: ['nobody_has_this'] }
    };
    for (const [type, given] of Object.entries(broken)) {
      registry.add({ type, definition: given } as IJigsawBlock);
    }
    const rejected = new Error('no network');
    registry.add({ type: 'added_gone', load: () => Promise.reject(rejected) });
    registry.add({ type: 'added_good', definition });

    await prepareBlocks(registry, trans);

    for (const type of [...Object.keys(broken), 'added_gone']) {
      expect([type, type in Blocks]).toEqual([type, false]);
      expect(complaints).toHaveBeenCalledWith(
        `The block '${type}' of another extension is left out:`,
        expect.any(Error)
      );
    }
    expect(shapeOf('added_good')).toEqual(['STEPS']);
  });

  it.each(['controls_if', 'jigsaw_unknown'])(
    'never take the place of %s, nor take it away',
    async type => {
      await prepareBlocks(registry, trans);
      const before = Blocks[type];
      const added = registry.add({ type, definition });
      await prepareBlocks(registry, trans);
      expect(complaints).toHaveBeenCalledTimes(1);
      added.dispose();
      expect(Blocks[type]).toBe(before);
      expect([...addedBlocks.types]).not.toContain(type);
    }
  );

  it('keep no workspace waiting that never come', async () => {
    await prepareBlocks(registry, trans);
    jest.useFakeTimers();
    const parts = new PromiseDelegate<IJigsawBlock.IParts>();
    registry.add({ type: 'added_late', load: () => parts.promise });
    const prepared = jest.fn();
    void prepareBlocks(registry, trans).then(prepared);
    await jest.advanceTimersByTimeAsync(1000);
    expect(prepared).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(5000);
    expect(prepared).toHaveBeenCalled();
    // Nor does it the next one.
    void prepareBlocks(registry, trans).then(prepared);
    await jest.advanceTimersByTimeAsync(1);
    expect(prepared).toHaveBeenCalledTimes(2);

    parts.resolve({ definition });
    await jest.advanceTimersByTimeAsync(1);
    expect(shapeOf('added_late')).toEqual(['STEPS']);
    expect([...news[0].added]).toEqual(['added_late']);
  });

  it('are not defined when they went before they came', async () => {
    const parts = new PromiseDelegate<IJigsawBlock.IParts>();
    const added = registry.add({
      type: 'added_short',
      load: () => parts.promise
    });
    const prepared = prepareBlocks(registry, trans);
    added.dispose();
    parts.resolve({ definition });
    await prepared;
    expect('added_short' in Blocks).toBe(false);
  });

  describe('in the toolbox', () => {
    const ids = (added: unknown[], language = 'python') =>
      (
        buildToolbox({
          added: added as IJigsawToolbox[],
          categories: ['logic', 'text'],
          language,
          trans
        }).contents as unknown as { id: string }[]
      ).map(({ id }) => id);

    const contents = (blocks: unknown) => {
      const { contents } = buildToolbox({
        added: [{ id: 'mine', name: 'Mine', blocks }] as IJigsawToolbox[],
        categories: [],
        language: 'python',
        trans
      }) as unknown as { contents: { contents: { type: string }[] }[] };
      return contents[0]?.contents.map(({ type }) => type);
    };

    beforeEach(async () => {
      registry.add({ type: 'added_forward', definition });
      await prepareBlocks(registry, trans);
    });

    it('stand where they ask to, and else last', () => {
      const blocks = ['added_forward'];
      const added = [
        { id: 'last', name: 'Last', blocks },
        { id: 'second', name: 'Second', blocks, rank: 150 },
        { id: 'first', name: 'First', blocks, rank: 1 },
        { id: 'odd', name: 'Odd', blocks, rank: NaN }
      ];
      expect(ids(added)).toEqual([
        'first',
        'logic',
        'second',
        'text',
        'last',
        'odd'
      ]);
    });

    it('show with their languages only', () => {
      const mine = {
        id: 'mine',
        name: 'Mine',
        blocks: ['added_forward'],
        languages: ['r', 'lua']
      };
      expect(ids([mine], 'lua')).toEqual(['logic', 'text', 'mine']);
      expect(ids([mine], 'python')).toEqual(['logic', 'text']);
    });

    it('leave out blocks that are not known, wherever they stand', () => {
      expect(
        contents([
          'nobody_knows',
          'added_forward',
          {
            type: 'added_forward',
            inputs: { STEPS: { shadow: { type: 'nobody_knows' } } }
          },
          { type: 'text_print', inputs: { TEXT: { shadow: { type: 'text' } } } }
        ])
      ).toEqual(['added_forward', 'text_print']);
      expect(contents(['nobody_knows'])).toBeUndefined();
    });

    it('leave out, and report, what could not be drawn', () => {
      expect(
        contents([
          {
            type: 'added_forward',
            inputs: { NO: { block: { type: 'text' } } }
          },
          'text'
        ])
      ).toEqual(['text']);
      expect(complaints).toHaveBeenCalledTimes(1);
      expect(ids([null, { id: 'bad', name: 'Bad', blocks: 7 }])).toEqual([
        'logic',
        'text'
      ]);
      expect(complaints).toHaveBeenCalledTimes(3);
    });
  });
});
