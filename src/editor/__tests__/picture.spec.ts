import * as Blockly from 'blockly/core';

import { defineBlocks } from '../../blocks';
import { imitateBrowser } from '../../testutils/screen';
import { pictureOf } from '../picture';
import { createTheme } from '../theme';

const XLINK = 'http://www.w3.org/1999/xlink';

describe('pictureOf', () => {
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
      renderer: 'zelos',
      theme: createTheme({
        light: true,
        highContrast: false,
        fontFamily: 'serif'
      })
    });
  });

  afterEach(() => {
    workspace.dispose();
  });

  function draw(...blocks: object[]): SVGSVGElement {
    Blockly.serialization.workspaces.load(
      { blocks: { languageVersion: 0, blocks } },
      workspace
    );
    const parsed = new DOMParser().parseFromString(
      pictureOf(workspace),
      'image/svg+xml'
    );
    expect(parsed.querySelector('parsererror')).toBeNull();
    return parsed.documentElement as unknown as SVGSVGElement;
  }

  const TEXT = '<script>alert("&")</script> größe 變數';

  it('holds the blocks and their texts, whatever they say', () => {
    const svg = draw({
      type: 'text_print',
      inputs: {
        TEXT: { block: { type: 'text', fields: { TEXT } } }
      }
    });
    const words = svg.textContent!.replace(/\u00a0/g, ' ');
    expect(words).toContain('print');
    expect(words).toContain(TEXT);
  });

  it('stands alone: no script, link, handler, nor anything from elsewhere', () => {
    const svg = draw(
      // With an icon, an image field and a comment.
      {
        type: 'controls_if',
        icons: { comment: { text: 'why', pinned: false } }
      },
      { type: 'text', fields: { TEXT } }
    );
    for (const element of svg.querySelectorAll('*')) {
      expect(element.localName).not.toMatch(/^(script|foreignObject|a)$/);
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(on|style$|aria|data)/);
        expect(value).not.toContain('url(');
        // Blockly's quotation marks are pictures of their own.
        if (name === 'href' && element.localName === 'use') {
          expect(svg.querySelector(value)?.localName).toBe('image');
        } else if (name === 'href') {
          expect(element.localName).toBe('image');
          expect(value).toMatch(/^data:image\/(png|svg\+xml);base64,/);
        }
      }
      expect(element.hasAttributeNS(XLINK, 'href')).toBe(false);
    }
    expect(svg.querySelector('style')!.textContent).not.toMatch(/url\(|@/);
  });

  it('says looks once, and has each image once', () => {
    const many = (count: number) =>
      draw(...Array.from({ length: count }, () => ({ type: 'text' })));
    const few = many(2);
    const more = many(40);
    for (const selector of ['style', 'defs']) {
      expect(more.querySelector(selector)!.outerHTML).toBe(
        few.querySelector(selector)!.outerHTML
      );
    }
    expect(more.querySelectorAll('use')).toHaveLength(80);
    // Nothing but a shape, its text, and the marks around it.
    expect(more.outerHTML.length - few.outerHTML.length).toBeLessThan(38 * 600);
  });

  it('has quotation marks around texts, and no other image', () => {
    const images = (...blocks: Parameters<typeof draw>) =>
      draw(...blocks).querySelectorAll('use').length;
    expect(images({ type: 'text', fields: { TEXT } })).toBe(2);
    expect(images({ type: 'text_print' })).toBe(0);
  });

  it('has the arrows of lists to choose from', () => {
    const svg = draw({ type: 'logic_boolean' });
    expect(svg.querySelector('image')?.getAttribute('href')).toMatch(/svg/);
  });

  it('does not show which block a user is at', () => {
    const style = document.createElement('style');
    style.textContent =
      '.blocklyActiveFocus, .blocklySelected { stroke: red; stroke-width: 7px }';
    document.head.append(style);
    const before = draw({ type: 'text_print' }).outerHTML;
    const block = workspace.getTopBlocks()[0] as Blockly.BlockSvg;
    Blockly.common.setSelected(block);
    block.addSelect();
    block.getSvgRoot().classList.add('blocklyActiveFocus');
    const page = workspace.getCanvas().outerHTML;
    const after = new DOMParser().parseFromString(
      pictureOf(workspace),
      'image/svg+xml'
    ).documentElement.outerHTML;
    expect(after).toBe(before);
    expect(workspace.getCanvas().outerHTML).toBe(page);
    style.remove();
  });

  it('is as large as the blocks and a margin, wherever they lie', () => {
    const at = (x: number, y: number) => {
      const svg = draw({ type: 'math_number', x, y });
      const box = workspace.getBlocksBoundingBox();
      const [left, top, width, height] = svg
        .getAttribute('viewBox')!
        .split(' ')
        .map(Number);
      expect([left, top]).toEqual([box.left - 8, box.top - 8]);
      expect([width, height]).toEqual([
        Number(svg.getAttribute('width')),
        Number(svg.getAttribute('height'))
      ]);
      return { left, top, width, height };
    };
    const first = at(0, 0);
    expect(at(500, -300)).toEqual({
      ...first,
      left: first.left + 500,
      top: first.top - 300
    });
  });

  it('does not depend on how far the workspace is zoomed and scrolled', () => {
    const block = { type: 'math_number', x: 10, y: 10 };
    const before = draw(block).outerHTML;
    workspace.setScale(2);
    workspace.scroll(-70, 40);
    const after = new DOMParser().parseFromString(
      pictureOf(workspace),
      'image/svg+xml'
    ).documentElement.outerHTML;
    expect(after).toBe(before);
  });

  it('leaves the workspace as it is', () => {
    draw({ type: 'text_print' });
    const before = workspace.getCanvas().outerHTML;
    pictureOf(workspace);
    expect(workspace.getCanvas().outerHTML).toBe(before);
  });

  it('has a size when there are no blocks', () => {
    const svg = draw();
    expect(svg.getAttribute('width')).toBe('16');
    expect(svg.getAttribute('height')).toBe('16');
  });
});
