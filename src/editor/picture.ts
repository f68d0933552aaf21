import type { WorkspaceSvg } from 'blockly/core';

/**
 * What Blockly's style sheets decide about a shape; a picture has to carry it
 * along, since it is shown where those sheets are not.
 */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'opacity',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline'
] as const;

const MARGIN = 8;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draw the blocks of a workspace as an SVG document that stands alone: no
 * script, no style sheet, nothing fetched.
 *
 * @returns the markup; of an empty workspace a picture of 16 × 16 pixels
 */
export function pictureOf(workspace: WorkspaceSvg): string {
  const canvas = workspace.getCanvas();
  const copy = canvas.cloneNode(true) as SVGGElement;
  paint(canvas, copy);
  copy
    .querySelectorAll('image, foreignObject, script')
    .forEach(node => node.remove());
  copy.removeAttribute('transform');

  const box = workspace.getBlocksBoundingBox();
  const width = Math.ceil(box.right - box.left + 2 * MARGIN);
  const height = Math.ceil(box.bottom - box.top + 2 * MARGIN);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute(
    'viewBox',
    [box.left - MARGIN, box.top - MARGIN, width, height].join(' ')
  );
  svg.append(copy);
  return new XMLSerializer().serializeToString(svg);
}

function paint(from: Element, to: Element): void {
  if (from instanceof SVGElement && to instanceof SVGElement) {
    const style = getComputedStyle(from);
    for (const attribute of [...to.attributes]) {
      if (!GEOMETRY.has(attribute.name)) {
        to.removeAttribute(attribute.name);
      }
    }
    for (const property of PAINT) {
      const value = style.getPropertyValue(property);
      if (value && !value.includes('url(')) {
        to.setAttribute(property, value);
      }
    }
  }
  for (let i = 0; i < from.children.length; i++) {
    paint(from.children[i], to.children[i]);
  }
}

/**
 * Attributes that a shape keeps; ids, handlers and references are dropped.
 */
const GEOMETRY = new Set([
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'dx',
  'dy',
  'width',
  'height',
  'points',
  'transform'
]);
