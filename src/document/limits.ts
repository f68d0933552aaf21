/**
 * The longest text that is read, in UTF-16 units; longer ones are refused
 * before they are parsed.
 */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/**
 * The most blocks in a file, shadows among them: Blockly draws them in one go,
 * and the page stands still for half a second to two seconds per thousand.
 */
export const MAX_BLOCKS = 10_000;

/**
 * The deepest nesting of blocks in the inputs of others.
 */
export const MAX_NESTING = 200;

/**
 * The longest way from a top block to another, over inputs and `next`
 * together: Blockly's loader calls itself once a step, and in a browser
 * overflows the stack at about 2,000.
 */
export const MAX_STEPS = 1_500;

/**
 * The deepest nesting of JSON in anything that is not a block.
 */
export const MAX_JSON_DEPTH = 200;

/**
 * The most JSON values in a file; only an object that holds itself, or holds
 * another many times over, gets there.
 */
export const MAX_JSON_VALUES = 5_000_000;

/**
 * How far from the middle a block or comment may lie, and how large a comment
 * may be, in pixels: a browser draws nothing of numbers that are much larger.
 */
export const MAX_PLACE = 1_000_000;
