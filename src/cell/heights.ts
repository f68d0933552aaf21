/**
 * The heights of blocks in a cell, in pixels: the least, the greatest, and that
 * of those for which none is asked. `magic/arguments.py` has the same.
 */
export const MIN_HEIGHT = 100;
export const MAX_HEIGHT = 5000;
export const DEFAULT_HEIGHT = 350;
