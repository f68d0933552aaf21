import * as Blockly from 'blockly/core';

import { defineBlocks } from '../../blocks';
import { imitateBrowser } from '../../testutils/screen';
import { adaptShortcuts } from '../shortcuts';

const { registry } = Blockly.ShortcutRegistry;

function inject(): Blockly.WorkspaceSvg {
  const host = document.createElement('div');
  document.body.append(host);
  return Blockly.inject(host, { sounds: false });
}

function press(workspace: Blockly.WorkspaceSvg, keyCode: number): boolean {
  Blockly.getFocusManager().focusTree(workspace);
  return registry.onKeyDown(
    workspace,
    new KeyboardEvent('keydown', { keyCode, ctrlKey: true })
  );
}

describe('adaptShortcuts', () => {
  const { C, V } = Blockly.utils.KeyCodes;
  let first: Blockly.WorkspaceSvg;
  let second: Blockly.WorkspaceSvg;
  let keys: string[];

  beforeAll(() => {
    imitateBrowser();
    defineBlocks();
    keys = registry.getKeyCodesByShortcutName('paste');
    adaptShortcuts();
    adaptShortcuts();
  });

  beforeEach(() => {
    first = inject();
    second = inject();
    const block = first.newBlock('text_print');
    block.initSvg();
    Blockly.getFocusManager().focusNode(block);
    registry.onKeyDown(
      first,
      new KeyboardEvent('keydown', { keyCode: C, ctrlKey: true })
    );
  });

  afterEach(() => {
    first.dispose();
    second.dispose();
  });

  it('pastes into the workspace that has the keyboard', () => {
    expect(press(second, V)).toBe(true);
    expect(second.getAllBlocks().map(({ type }) => type)).toEqual([
      'text_print'
    ]);
    expect(first.getAllBlocks()).toHaveLength(1);
  });

  it('pastes into the workspace of the copy, if that has it', () => {
    press(first, V);
    expect(first.getAllBlocks()).toHaveLength(2);
    expect(second.getAllBlocks()).toHaveLength(0);
  });

  it('leaves Ctrl+Enter to JupyterLab, where it runs', () => {
    const event = new KeyboardEvent('keydown', {
      keyCode: Blockly.utils.KeyCodes.ENTER,
      ctrlKey: true,
      cancelable: true
    });
    Blockly.getFocusManager().focusTree(first);
    expect(registry.onKeyDown(first, event)).toBe(false);
    expect(event.defaultPrevented).toBe(false);
    expect(registry.getKeyCodesByShortcutName('menu')).not.toEqual([]);
  });

  it('marks no words of the page', () => {
    const event = new KeyboardEvent('keydown', {
      keyCode: Blockly.utils.KeyCodes.A,
      ctrlKey: true,
      cancelable: true
    });
    Blockly.getFocusManager().focusTree(first);
    registry.onKeyDown(first, event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('has the keys that Blockly gave to its own', () => {
    expect(keys.length).toBeGreaterThan(0);
    expect(registry.getKeyCodesByShortcutName('paste')).toEqual(keys);
  });
});
