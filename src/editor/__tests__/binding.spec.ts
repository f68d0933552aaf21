import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';
import * as Blockly from 'blockly/core';

import { buildToolbox, defineBlocks } from '../../blocks';
import type { WorkspaceState } from '../../document';
import {
  codec,
  emptyContent,
  JigsawModel,
  linkModels,
  stringify
} from '../../document';
import { BlocklyEditor } from '../../editor';
import { blocklyEvents, imitateBrowser, show } from '../../testutils/screen';
import { shareHistory, WorkspaceBinding } from '../binding';

const PRINT = {
  type: 'text_print',
  id: 'print',
  x: 10,
  y: 20,
  inputs: {
    TEXT: { shadow: { type: 'text', id: 'text', fields: { TEXT: 'hi' } } }
  }
};

/**
 * Blockly refuses it: a value after a statement.
 */
const BROKEN = {
  type: 'text_print',
  id: 'broken',
  next: { block: { type: 'text', id: 'lost' } }
};

function file(...blocks: object[]): string {
  const workspace = JSON.parse(
    JSON.stringify({ blocks: { languageVersion: 0, blocks } })
  ) as WorkspaceState;
  return stringify({ ...emptyContent(), workspace });
}

describe('WorkspaceBinding', () => {
  let model: JigsawModel;
  let views: { editor: BlocklyEditor; binding: WorkspaceBinding }[];

  beforeAll(() => {
    imitateBrowser();
    defineBlocks();
  });

  beforeEach(() => {
    model = new JigsawModel({ codec });
    views = [];
  });

  afterEach(() => {
    for (const { editor, binding } of views) {
      binding.dispose();
      editor.dispose();
    }
    model.dispose();
  });

  function bind(
    options?: ConstructorParameters<typeof WorkspaceBinding>[2]
  ): (typeof views)[number] {
    const editor = new BlocklyEditor({
      mediaUrl: 'media/',
      toolbox: buildToolbox({
        language: 'python',
        trans: nullTranslator.load('jupyterlab-jigsaw')
      })
    });
    const view = {
      editor,
      binding: new WorkspaceBinding(model, editor, options)
    };
    views.push(view);
    return view;
  }

  /**
   * Open a view of the model, with a count of the edits that it reports.
   */
  async function open(options?: Parameters<typeof bind>[0]) {
    const view = bind(options);
    const edits = jest.fn();
    view.editor.edited.connect(edits);
    show(view.editor);
    await blocklyEvents();
    return { ...view, edits, workspace: view.editor.workspace! };
  }

  /**
   * As a person does it who drags a block out of the toolbox.
   */
  function add(workspace: Blockly.WorkspaceSvg, type: string, id: string) {
    return Blockly.serialization.blocks.append({ type, id }, workspace, {
      recordUndo: true
    });
  }

  const ids = (workspace: Blockly.Workspace) =>
    workspace
      .getAllBlocks()
      .map(({ id }) => id)
      .sort();

  it('shows the file, which stays as it is', async () => {
    const text = file(PRINT);
    model.fromString(text);
    const { workspace, edits } = await open();
    expect(ids(workspace)).toEqual(['print', 'text']);
    expect(edits).not.toHaveBeenCalled();
    expect(model.dirty).toBe(false);
    expect(model.toString()).toBe(text);
  });

  it('asks for nothing while it has not been shown', async () => {
    const { workspace, editor } = await open();
    const hidden = bind();
    const save = jest.spyOn(editor, 'save');
    add(workspace, 'text_print', 'one');
    await blocklyEvents();
    add(workspace, 'text_print', 'two');
    await blocklyEvents();
    expect(save).not.toHaveBeenCalled();
    expect(hidden.editor.save().blocks?.blocks).toHaveLength(2);
    show(hidden.editor);
    await blocklyEvents();
    expect(ids(hidden.editor.workspace!)).toEqual(['one', 'two']);
  });

  it('shows what was done while it had to start anew', async () => {
    const first = await open();
    const second = await open();
    second.editor.hide();
    second.editor.setLook({ grid: false });
    expect(second.editor.workspace).toBeNull();
    add(first.workspace, 'text_print', 'one');
    await blocklyEvents();
    second.editor.show();
    await blocklyEvents();
    expect(ids(second.editor.workspace!)).toEqual(['one']);
  });

  it('keeps what was done in the moment before the view closes', async () => {
    model.fromString(file(PRINT));
    const { binding, editor, workspace } = await open({ isBrief: true });
    const other = await open();
    add(workspace, 'math_number', 'late');
    binding.dispose();
    editor.dispose();
    expect(model.dirty).toBe(true);
    expect(model.toString()).toContain('late');
    expect(ids(other.workspace)).toContain('late');
  });

  it('leaves the model alone when a view closes in which nothing was done', async () => {
    model.fromString(file(PRINT));
    const { binding, editor } = await open({ isBrief: true });
    const other = await open();
    add(other.workspace, 'math_number', 'elsewhere');
    await blocklyEvents();
    const edited = jest.fn();
    model.workspaceReplaced.connect(edited);
    binding.dispose();
    editor.dispose();
    expect(edited).not.toHaveBeenCalled();
  });

  it('gives the model what a person does', async () => {
    const { workspace } = await open();
    add(workspace, 'math_number', 'number');
    await blocklyEvents();
    expect(model.dirty).toBe(true);
    expect(model.content.workspace.blocks!.blocks).toMatchObject([
      { type: 'math_number', id: 'number' }
    ]);
  });

  it('shows the file that was loaded anew, and reports no edit', async () => {
    model.fromString(file(PRINT));
    const { workspace, edits } = await open();
    // Faster than Blockly fires its events.
    model.fromString(file({ ...PRINT, id: 'other' }));
    model.fromString(file({ type: 'math_number', id: 'number' }));
    await blocklyEvents();
    expect(ids(workspace)).toEqual(['number']);
    expect(edits).not.toHaveBeenCalled();
    expect(model.dirty).toBe(false);
    add(workspace, 'text', 'mine');
    await blocklyEvents();
    expect(model.dirty).toBe(true);
  });

  it('emits changed whoever changed what is shown', async () => {
    const one = await open();
    const two = await open();
    const changed = [jest.fn(), jest.fn()];
    one.binding.changed.connect(changed[0]);
    two.binding.changed.connect(changed[1]);
    add(one.workspace, 'text', 'a');
    await blocklyEvents();
    changed.forEach(slot => expect(slot).toHaveBeenCalled());
    changed.forEach(slot => slot.mockClear());
    model.fromString(file(PRINT));
    changed.forEach(slot => expect(slot).toHaveBeenCalledTimes(1));
  });

  describe('two views', () => {
    it('keeps both in step, both ways', async () => {
      model.fromString(file(PRINT));
      const one = await open();
      const two = await open();

      add(one.workspace, 'math_number', 'number');
      await blocklyEvents();
      expect(ids(two.workspace)).toEqual(['number', 'print', 'text']);

      two.workspace.getBlockById('number')!.setFieldValue(42, 'NUM');
      two.workspace.getBlockById('text')!.setFieldValue('you', 'TEXT');
      two.workspace.getBlockById('print')!.moveBy(30, 40);
      await blocklyEvents();
      expect(one.binding.save()).toEqual(two.binding.save());
      expect(one.workspace.getBlockById('number')!.getFieldValue('NUM')).toBe(
        42
      );

      one.workspace.getBlockById('print')!.dispose();
      one.workspace.getVariableMap().createVariable('total');
      await blocklyEvents();
      expect(one.binding.save()).toEqual(two.binding.save());
      expect(ids(two.workspace)).toEqual(['number']);
    });

    it('reports an edit once, by the view in which it was made', async () => {
      const one = await open();
      const two = await open();
      add(one.workspace, 'math_number', 'number');
      await blocklyEvents();
      await blocklyEvents();
      expect(one.edits).toHaveBeenCalled();
      expect(two.edits).not.toHaveBeenCalled();
    });

    it('loads anew what an event does not fit', async () => {
      model.fromString(file(PRINT));
      const one = await open();
      const two = await open();
      // Behind everybody's back the second view lost a block.
      Blockly.Events.disable();
      two.workspace.getBlockById('print')!.dispose();
      Blockly.Events.enable();
      one.workspace.getBlockById('text')!.setFieldValue('you', 'TEXT');
      one.workspace.getBlockById('print')!.moveBy(30, 40);
      await blocklyEvents();
      expect(two.binding.save()).toEqual(one.binding.save());
      await blocklyEvents();
      expect(two.edits).not.toHaveBeenCalled();
    });

    it('undoes the last edit first, in whichever view', async () => {
      model.fromString(file(PRINT));
      const one = await open();
      const two = await open();
      const text = () => one.workspace.getBlockById('text')!;
      text().setFieldValue('first', 'TEXT');
      await blocklyEvents();
      two.workspace.getBlockById('text')!.setFieldValue('second', 'TEXT');
      await blocklyEvents();
      const seen = [];
      for (const { editor } of [one, two, one]) {
        editor.undo();
        await blocklyEvents();
        seen.push(text().getFieldValue('TEXT'));
      }
      expect(seen).toEqual(['first', 'hi', 'hi']);
      expect(one.editor.canUndo).toBe(false);
      two.editor.redo();
      await blocklyEvents();
      one.editor.redo();
      await blocklyEvents();
      expect(text().getFieldValue('TEXT')).toBe('second');
      expect(two.binding.save()).toEqual(one.binding.save());
    });

    it('marks a failed block until the next edit in any view', async () => {
      model.fromString(file(PRINT));
      const one = await open();
      const two = await open();
      const failed = () => one.editor.node.querySelector('.jp-Jigsaw-failed');
      const program = { failedBlock: () => 'print' } as unknown as Parameters<
        BlocklyEditor['watch']
      >[0];
      const message = `TypeError: ${'x'.repeat(100)}${' word'.repeat(100)}`;
      await one.editor.watch(program, Promise.resolve({ message } as never));
      expect(failed()).not.toBeNull();
      const [icon] = one.workspace.getBlockById('print')!.getIcons();
      const said = (icon as Blockly.icons.WarningIcon).getText().split('\n');
      expect(Math.max(...said.map(({ length }) => length))).toBeLessThan(60);
      expect(said.join('').length).toBeLessThan(220);
      two.workspace.getBlockById('text')!.setFieldValue('mended', 'TEXT');
      await blocklyEvents();
      expect(failed()).toBeNull();
      expect(one.workspace.getBlockById('print')!.getIcons()).toEqual([]);
      await one.editor.watch(program, Promise.resolve({ message } as never));
      expect(failed()).not.toBeNull();
      one.workspace.getBlockById('print')!.moveBy(10, 10);
      await blocklyEvents();
      expect(failed()).toBeNull();
    });

    it('marks a failed block whose field is closed by the run itself', async () => {
      model.fromString(file(PRINT));
      const { editor, workspace } = await open();
      const program = { failedBlock: () => 'print' } as unknown as Parameters<
        BlocklyEditor['watch']
      >[0];
      const report = { message: 'TypeError: no' } as never;
      workspace.getBlockById('text')!.setFieldValue('typed', 'TEXT');
      await editor.watch(program, Promise.resolve(report));
      await blocklyEvents();
      expect(editor.node.querySelector('.jp-Jigsaw-failed')).not.toBeNull();
    });

    it('marks the block that hides a failed one, and leaves nothing of it', async () => {
      const loop = {
        type: 'controls_repeat_ext',
        id: 'loop',
        inputs: { DO: { block: PRINT } }
      };
      model.fromString(file({ ...loop, collapsed: true }));
      const { editor, workspace } = await open();
      const program = { failedBlock: () => 'print' } as unknown as Parameters<
        BlocklyEditor['watch']
      >[0];
      const report = { message: 'TypeError: no' } as never;
      await editor.watch(program, Promise.resolve(report));
      const block = workspace.getBlockById('loop')!;
      expect(block.getSvgRoot().classList).toContain('jp-Jigsaw-failed');
      block.moveBy(10, 10);
      await blocklyEvents();
      expect(editor.node.querySelector('.jp-Jigsaw-failed')).toBeNull();
      expect(block.getIcons()).toEqual([]);
    });

    it('undoes the last edit first where two models are kept in step', async () => {
      model.fromString(file(PRINT));
      const one = await open();
      const other = new JigsawModel({ codec });
      other.fromString(file(PRINT));
      const first = model;
      model = other;
      const two = await open();
      const link = linkModels(first, other);
      const history = shareHistory(first, other);
      const change = async (view: typeof one, text: string) => {
        view.workspace.getBlockById('text')!.setFieldValue(text, 'TEXT');
        await blocklyEvents();
      };
      await change(one, 'first');
      await change(two, 'second');
      one.editor.undo();
      await blocklyEvents();
      const text = ({ workspace }: typeof one) =>
        String(workspace.getBlockById('text')!.getFieldValue('TEXT'));
      expect([text(one), text(two)]).toEqual(['first', 'first']);
      expect(two.editor.canRedo).toBe(true);
      link.dispose();
      history.dispose();
      expect(one.editor.canUndo).toBe(true);
      expect(two.editor.canUndo).toBe(false);
      one.binding.dispose();
      one.editor.dispose();
      first.dispose();
    });

    it('undoes what a view has done that is closed', async () => {
      const one = await open();
      const two = await open();
      Blockly.Events.setGroup('both');
      add(one.workspace, 'math_number', 'number');
      add(one.workspace, 'math_number', 'other');
      Blockly.Events.setGroup(false);
      await blocklyEvents();
      one.binding.dispose();
      one.editor.dispose();
      const three = await open();
      expect(three.editor.canUndo).toBe(true);
      three.editor.undo();
      await blocklyEvents();
      expect(ids(three.workspace)).toEqual([]);
      expect(ids(two.workspace)).toEqual([]);
      expect(two.editor.canRedo).toBe(true);
    });

    it('can undo what was done before the look was changed', async () => {
      const one = await open();
      add(one.workspace, 'math_number', 'number');
      await blocklyEvents();
      one.editor.setLook({ renderer: 'geras' });
      MessageLoop.flush();
      await blocklyEvents();
      one.editor.undo();
      await blocklyEvents();
      expect(ids(one.editor.workspace!)).toEqual([]);
    });

    it('has nothing to undo when other blocks were loaded', async () => {
      const one = await open();
      add(one.workspace, 'math_number', 'number');
      await blocklyEvents();
      expect(one.editor.canUndo).toBe(true);
      model.fromString(file(PRINT));
      await blocklyEvents();
      expect(one.editor.canUndo).toBe(false);
    });

    it('opens a view on what the other has edited', async () => {
      const one = await open();
      add(one.workspace, 'math_number', 'number');
      await blocklyEvents();
      const two = await open();
      expect(ids(two.workspace)).toEqual(['number']);
    });

    it('keeps the edits of a view that closes', async () => {
      const one = await open();
      const { editor, binding } = one;
      add(one.workspace, 'math_number', 'number');
      await blocklyEvents();
      binding.dispose();
      editor.dispose();
      expect(model.content.workspace.blocks!.blocks).toMatchObject([
        { id: 'number' }
      ]);
    });
  });

  describe('blocks that Blockly does not take', () => {
    it('says so, and never reports an edit', async () => {
      const text = file(PRINT, BROKEN);
      model.fromString(text);
      const { editor, binding } = bind();
      const failed = jest.fn();
      const edits = jest.fn();
      binding.failed.connect(failed);
      editor.edited.connect(edits);
      show(editor);
      await blocklyEvents();
      expect(failed).toHaveBeenCalledTimes(1);
      expect(edits).not.toHaveBeenCalled();
      expect(editor.workspace!.getAllBlocks()).toHaveLength(0);
      // Nothing of it is lost to who asks.
      expect(editor.save()).toEqual(model.content.workspace);
      expect(editor.isChanged).toBe(false);
      // What a person might still do.
      add(editor.workspace!, 'math_number', 'number');
      await blocklyEvents();
      expect(edits).not.toHaveBeenCalled();
      expect(model.dirty).toBe(false);
      expect(model.toString()).toBe(text);
    });

    it('goes on when the file was mended', async () => {
      model.fromString(file(PRINT));
      const { binding, workspace, edits } = await open();
      const failed = jest.fn();
      binding.failed.connect(failed);
      model.fromString(file(BROKEN));
      expect(failed).toHaveBeenCalledTimes(1);
      await blocklyEvents();
      model.fromString(file(PRINT));
      await blocklyEvents();
      expect(ids(workspace)).toEqual(['print', 'text']);
      expect(edits).not.toHaveBeenCalled();
      add(workspace, 'math_number', 'number');
      await blocklyEvents();
      expect(model.dirty).toBe(true);
    });

    it('keeps what is shown while the text can not be read', async () => {
      model.fromString(file(PRINT));
      const { workspace, edits } = await open();
      model.fromString('{"not": "jigsaw"');
      expect(model.problem).not.toBeNull();
      await blocklyEvents();
      expect(ids(workspace)).toEqual(['print', 'text']);
      expect(edits).not.toHaveBeenCalled();
      add(workspace, 'math_number', 'number');
      await blocklyEvents();
      expect(model.toString()).toBe('{"not": "jigsaw"');
    });
  });

  it('lets go of both when it is disposed', async () => {
    model.fromString(file(PRINT));
    const { binding, workspace } = await open();
    binding.dispose();
    binding.dispose();
    add(workspace, 'math_number', 'number');
    await blocklyEvents();
    expect(model.dirty).toBe(false);
    model.fromString(file());
    expect(workspace.getBlockById('print')).not.toBeNull();
  });
});
