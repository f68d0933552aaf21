import * as Blockly from 'blockly/core';

import { defineBlocks } from '../../blocks';
import { imitateBrowser } from '../../testutils/screen';
import { markCannot, setCannot } from '../cannotMarks';
import { FittingFlyout } from '../flyout';

const REASON = 'It has no keyboard.';
const REASONS = { text_prompt_ext: REASON };

const OFFERED = [
  { kind: 'block', type: 'text_print' },
  {
    kind: 'block',
    type: 'text_prompt_ext',
    inputs: { TEXT: { shadow: { type: 'text' } } }
  }
];

let workspace: Blockly.WorkspaceSvg;

beforeAll(() => {
  imitateBrowser();
  defineBlocks();
});

beforeEach(() => {
  const host = document.createElement('div');
  document.body.append(host);
  workspace = Blockly.inject(host, {
    sounds: false,
    media: 'media/',
    plugins: { flyoutsVerticalToolbox: FittingFlyout },
    toolbox: {
      kind: 'categoryToolbox',
      contents: [{ kind: 'category', name: 'Text', contents: OFFERED }]
    }
  });
});

afterEach(() => workspace.dispose());

function offered(): Map<string, Blockly.BlockSvg> {
  const flyout = workspace.getFlyout()!;
  flyout.show(OFFERED);
  return new Map(
    flyout
      .getWorkspace()
      .getTopBlocks(false)
      .map(block => [block.type, block])
  );
}

const warningOf = (block: Blockly.BlockSvg) =>
  (
    block.getIcon(Blockly.icons.IconType.WARNING) as
      Blockly.icons.WarningIcon | undefined
  )?.getText();

describe('what a language cannot do', () => {
  it('is grey where it is offered, and says why', () => {
    setCannot(workspace, REASONS);
    const blocks = offered();
    const prompt = blocks.get('text_prompt_ext')!;
    expect(prompt.isEnabled()).toBe(false);
    expect(prompt.getTooltip()).toBe(REASON);
    expect(prompt.getChildren(false)[0].getTooltip()).toBe(REASON);
    expect(blocks.get('text_print')!.isEnabled()).toBe(true);
  });

  it('is offered again in a language that can', () => {
    setCannot(workspace, REASONS);
    offered();
    setCannot(workspace, {});
    expect(offered().get('text_prompt_ext')!.isEnabled()).toBe(true);
  });

  it('is marked in a program, and stays a part of it', () => {
    const block = workspace.newBlock('text_prompt_ext');
    setCannot(workspace, REASONS);
    expect(warningOf(block)).toBe(REASON);
    // A disabled block has no code, and nobody would be told of it.
    expect(block.isEnabled()).toBe(true);
    setCannot(workspace, {});
    expect(warningOf(block)).toBeUndefined();
  });

  it('is marked when it comes later', () => {
    setCannot(workspace, REASONS);
    const [prompt, print] = ['text_prompt_ext', 'text_print'].map(type =>
      workspace.newBlock(type)
    );
    markCannot(workspace, [prompt, print]);
    expect(warningOf(prompt)).toBe(REASON);
    expect(warningOf(print)).toBeUndefined();
  });

  it('keeps other warnings of its block', () => {
    const block = workspace.newBlock('text_prompt_ext');
    block.setWarningText('failed', 'other');
    setCannot(workspace, REASONS);
    expect(warningOf(block)).toBe(`failed\n${REASON}`);
    setCannot(workspace, {});
    expect(warningOf(block)).toBe('failed');
  });
});
