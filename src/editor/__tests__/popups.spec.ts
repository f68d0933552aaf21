import * as Blockly from 'blockly/core';

import { defineBlocks } from '../../blocks';
import { imitateBrowser } from '../../testutils/screen';
import { withOwnPopups } from '../popups';

beforeAll(() => {
  imitateBrowser();
  defineBlocks();
});

const SHARED = ['blocklyDropDownDiv', 'blocklyTooltipDiv'];

function all(name: string): Element[] {
  return [...document.getElementsByClassName(name)];
}

function inject(): Blockly.WorkspaceSvg {
  const host = document.createElement('div');
  document.body.append(host);
  return withOwnPopups(() => Blockly.inject(host, { sounds: false }));
}

describe('withOwnPopups', () => {
  // One page, as Blockly has it: another copy was there first.
  const theirs = SHARED.map(name => {
    const element = document.createElement('div');
    element.className = name;
    return element;
  });
  let ours: Element[];

  it('makes our pop-ups although the page has those of another copy', () => {
    document.body.append(...theirs);
    inject();
    ours = ['jp-Jigsaw-dropDownDiv', 'jp-Jigsaw-tooltipDiv'].flatMap(all);
    expect(ours).toHaveLength(2);
    expect(SHARED.flatMap(all)).toEqual(theirs);
  });

  it('leaves theirs as they were, alone under their names', () => {
    theirs.forEach((element, index) => {
      expect(element.className).toBe(SHARED[index]);
      expect(all(SHARED[index])).toEqual([element]);
    });
  });

  it('lets Blockly open a drop-down in ours', () => {
    const content = Blockly.DropDownDiv.getContentDiv();
    expect(ours[0].contains(content)).toBe(true);
    content.textContent = 'a choice';
    expect(theirs[0].textContent).toBe('');
  });

  it('uses ours again for the next workspace', () => {
    inject();
    expect(
      ['jp-Jigsaw-dropDownDiv', 'jp-Jigsaw-tooltipDiv'].flatMap(all)
    ).toEqual(ours);
    expect(SHARED.flatMap(all)).toEqual(theirs);
  });

  it('gives the names back when Blockly throws', () => {
    expect(() =>
      withOwnPopups(() => {
        expect(SHARED.flatMap(all)).toEqual(ours);
        throw new Error('no');
      })
    ).toThrow('no');
    expect(SHARED.flatMap(all)).toEqual(theirs);
  });
});
