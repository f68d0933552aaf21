import { nullTranslator } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import { buildToolbox, prepareBlocks } from '../../blocks';
import { codec, emptyContent, JigsawModel, stringify } from '../../document';
import { Registry, type IJigsawBlock } from '../../registry';
import { blocklyEvents, imitateBrowser, show } from '../../testutils/screen';
import { WorkspaceBinding } from '../binding';
import { BlocklyEditor } from '../editor';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const definition = {
  message0: 'forward %1 %2',
  args0: [
    { type: 'field_number', name: 'STEPS', value: 1 },
    { type: 'input_value', name: 'SPEED' }
  ],
  previousStatement: null,
  nextStatement: null
};

const FORWARD = {
  type: 'robot_forward',
  id: 'forward',
  x: 10,
  y: 20,
  fields: { STEPS: 12 },
  inputs: {
    SPEED: { block: { type: 'math_number', id: 'speed', fields: { NUM: 5 } } }
  },
  next: { block: { type: 'text_print', id: 'print' } }
};

describe('an open workspace', () => {
  let added: IDisposable | null;
  let registry: Registry<IJigsawBlock>;
  let model: JigsawModel;
  let editor: BlocklyEditor;
  let binding: WorkspaceBinding;

  beforeAll(imitateBrowser);

  beforeEach(async () => {
    added = null;
    registry = new Registry<IJigsawBlock>('block', 'type');
    await prepareBlocks(registry, trans);
    model = new JigsawModel({ codec });
    model.fromString(
      stringify({
        ...emptyContent(),
        workspace: { blocks: { languageVersion: 0, blocks: [FORWARD] } }
      })
    );
    editor = new BlocklyEditor({
      mediaUrl: 'media/',
      toolbox: buildToolbox({ language: 'python', trans })
    });
    binding = new WorkspaceBinding(model, editor);
  });

  afterEach(() => {
    added?.dispose();
    binding.dispose();
    editor.dispose();
    model.dispose();
  });

  async function open(): Promise<void> {
    show(editor);
    await editor.ready;
    await blocklyEvents();
  }

  const typeOf = (id: string) => editor.workspace?.getBlockById(id)?.type;

  it('makes grey blocks real when their definition comes', async () => {
    await open();
    expect(typeOf('forward')).toBe('jigsaw_unknown');
    const text = model.toString();
    const changed = jest.fn();
    binding.changed.connect(changed);

    added = registry.add({ type: 'robot_forward', definition });
    await blocklyEvents();

    const block = editor.workspace!.getBlockById('forward')!;
    expect(block.type).toBe('robot_forward');
    expect(block.getFieldValue('STEPS')).toBe(12);
    expect(block.getInputTargetBlock('SPEED')?.id).toBe('speed');
    expect(block.getNextBlock()?.id).toBe('print');
    expect(changed).toHaveBeenCalled();
    expect(model.dirty).toBe(false);
    expect(model.toString()).toBe(text);

    added.dispose();
    await blocklyEvents();
    expect(typeOf('forward')).toBe('jigsaw_unknown');
    expect(model.dirty).toBe(false);
    // To the letter, also after an edit.
    editor.workspace!.getBlockById('speed')!.setFieldValue(6, 'NUM');
    await blocklyEvents();
    expect(model.dirty).toBe(true);
    expect(model.toString()).toBe(text.replace('"NUM": 5', '"NUM": 6'));
  });

  it('keeps what was edited while a block was real', async () => {
    added = registry.add({ type: 'robot_forward', definition });
    await open();
    editor.workspace!.getBlockById('forward')!.setFieldValue(99, 'STEPS');
    await blocklyEvents();
    added.dispose();
    await blocklyEvents();
    expect(typeOf('forward')).toBe('jigsaw_unknown');
    expect(model.toString()).toContain('"STEPS": 99');
    // What could be undone has blocks of a type that is gone.
    expect(editor.canUndo).toBe(false);
  });

  it('keeps blocks grey whose definition does not fit', async () => {
    const [number, speed] = definition.args0;
    const narrow = {
      ...definition,
      args0: [number, { ...speed, check: 'String' }]
    };
    await open();
    const text = model.toString();
    const failed = jest.fn();
    binding.failed.connect(failed);
    added = registry.add({ type: 'robot_forward', definition: narrow });
    await blocklyEvents();
    expect(failed).not.toHaveBeenCalled();
    expect(typeOf('forward')).toBe('jigsaw_unknown');
    expect(typeOf('speed')).toBe('math_number');

    editor.workspace!.getBlockById('speed')!.setFieldValue(6, 'NUM');
    await blocklyEvents();
    expect(model.toString()).toBe(text.replace('"NUM": 5', '"NUM": 6'));
    expect(editor.canUndo).toBe(true);
  });

  it('is left alone by definitions of which it has no block', async () => {
    await open();
    editor.workspace!.getBlockById('speed')!.setFieldValue(6, 'NUM');
    await blocklyEvents();
    const redrawn = jest.fn();
    editor.redrawn.connect(redrawn);
    added = registry.add({ type: 'robot_other', definition });
    await blocklyEvents();
    expect(redrawn).not.toHaveBeenCalled();
    expect(editor.canUndo).toBe(true);
    added.dispose();
    await blocklyEvents();
  });
});
