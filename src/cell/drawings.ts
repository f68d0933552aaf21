import type { IRenderMime } from '@jupyterlab/rendermime';
import type { PartialJSONObject } from '@lumino/coreutils';

/**
 * What this page has made of blocks for other front ends.
 */
export interface IDrawing {
  /**
   * The blocks, as the output has them.
   */
  readonly state: string;
  /**
   * Their picture and code, by MIME type.
   */
  readonly data: PartialJSONObject;
}

const drawings = new WeakMap<IRenderMime.IMimeModel, IDrawing>();

/**
 * Say that an output has a drawing of this page. What else stands in it may be
 * of a notebook that is not trusted, and must not come into an output that is.
 */
export function setDrawing(
  output: IRenderMime.IMimeModel,
  drawing: IDrawing
): void {
  drawings.set(output, drawing);
}

/**
 * The drawing of an output; undefined, if this page has made none.
 */
export function drawingOf(
  output: IRenderMime.IMimeModel
): IDrawing | undefined {
  return drawings.get(output);
}
