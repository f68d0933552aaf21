import type { WorkspaceSvg } from 'blockly/core';

import { PictureCopy } from './pictureCopy';

const MARGIN = 8;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draw the blocks of a workspace as an SVG document that stands alone: no
 * script, nothing fetched.
 *
 * @returns the markup; of an empty workspace a picture of 16 × 16 pixels
 */
export function pictureOf(workspace: WorkspaceSvg): string {
  const canvas = workspace.getCanvas();
  const copy = new PictureCopy(
    workspace.getRenderer().getConstants().FIELD_DROPDOWN_SVG_ARROW_DATAURI
  );
  const giveBack = takeMarks(canvas);
  const shapes = Array.from(canvas.children, shape => copy.of(shape));
  giveBack();

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
  svg.append(copy.style(), copy.images(), ...shapes.flat());
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
