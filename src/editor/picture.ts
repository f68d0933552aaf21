import type { WorkspaceSvg } from 'blockly/core';

/**
 * What Blockly's style sheets decide about a shape; a picture has to carry it
 * along, since it is shown where those sheets are not.
 */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor'
];

/**
 * What is not inherited, with the values that need not be said.
 */
const OWN = { opacity: '1', display: 'inline', 'dominant-baseline': 'auto' };

const MARGIN = 8;

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Draw the blocks of a workspace as an SVG document that stands alone: no
 * script, no style sheet, nothing fetched.
 *
 * @returns the markup; of an empty workspace a picture of 16 × 16 pixels
 */
export function pictureOf(workspace: WorkspaceSvg): string {
  const canvas = workspace.getCanvas();
  const giveBack = takeMarks(canvas);
  const copy = canvas.cloneNode(true) as SVGGElement;
  paint(canvas, copy);
  giveBack();
  const arrow = workspace
    .getRenderer()
    .getConstants().FIELD_DROPDOWN_SVG_ARROW_DATAURI;
  copy.querySelectorAll('image, foreignObject, script').forEach(node => {
    const image = node.getAttribute('href');
    if (!image?.startsWith('data:image/png') && (!image || image !== arrow)) {
      node.remove();
    }
  });
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

/**
 * Take away what tells which block a user is at.
 *
 * @returns what puts it there again
 */
function takeMarks(canvas: Element): () => void {
  const marked = MARKS.flatMap(mark =>
    [...canvas.querySelectorAll(`.${mark}`)].map(
      element => [element, mark] as const
    )
  );
  // A path of its own, around the block.
  const rings = [...canvas.querySelectorAll('.blocklyPathSelected')].map(
    ring => [ring, ring.parentElement!, ring.nextSibling] as const
  );
  marked.forEach(([element, mark]) => element.classList.remove(mark));
  rings.forEach(([ring]) => ring.remove());
  return () => {
    marked.forEach(([element, mark]) => element.classList.add(mark));
    rings.forEach(([ring, parent, next]) => parent.insertBefore(ring, next));
  };
}

const MARKS = ['blocklySelected', 'blocklyActiveFocus', 'blocklyPassiveFocus'];

function paint(from: Element, to: Element): void {
  if (from instanceof SVGElement) {
    // Blockly's quotation marks; nothing is fetched for them.
    const image = from.getAttributeNS(XLINK, 'href');
    for (const { name } of [...to.attributes]) {
      if (!GEOMETRY.has(name)) {
        to.removeAttribute(name);
      }
    }
    if (image) {
      to.setAttribute('href', image);
    }
    for (const [property, value] of paintOf(from)) {
      to.setAttribute(property, value);
    }
  }
  for (let i = 0; i < from.children.length; i++) {
    paint(from.children[i], to.children[i]);
  }
}

/**
 * What has to be said of a shape that its parent in the picture has not said.
 */
function paintOf(shape: SVGElement): [string, string][] {
  const style = getComputedStyle(shape);
  // The canvas is the outermost shape of the picture.
  const parent = shape.classList.contains('blocklyBlockCanvas')
    ? null
    : shape.parentElement && getComputedStyle(shape.parentElement);
  return [
    ...INHERITED.filter(
      property =>
        style.getPropertyValue(property) !== parent?.getPropertyValue(property)
    ),
    ...Object.entries(OWN)
      .filter(([property, usual]) => style.getPropertyValue(property) !== usual)
      .map(([property]) => property)
  ]
    .map((property): [string, string] => [
      property,
      style.getPropertyValue(property)
    ])
    .filter(([, value]) => value && !value.includes('url('));
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
