/**
 * The longest code in a message, in UTF-16 units.
 */
export const MAX_CODE_LENGTH = 1024 * 1024;

/**
 * The longest workspace XML in a message, in UTF-16 units: that of the largest
 * file that is read.
 */
export const MAX_XML_LENGTH = 10 * 1024 * 1024;

/**
 * The longest name of a workspace, in UTF-16 units.
 */
export const MAX_FILENAME_LENGTH = 1024;

/**
 * The longest `msg_id`, in UTF-16 units.
 */
export const MAX_ID_LENGTH = 256;

/**
 * How many messages one frame may send at once, and how many a second in the
 * long run. A click sends two, one to the parent and one to the top.
 */
export const RATE_BURST = 20;
export const RATE_PER_SECOND = 5;

/**
 * How many `msg_id`s of a frame are remembered, to know a message that was
 * sent before.
 */
export const MAX_REMEMBERED_IDS = 1_000;
