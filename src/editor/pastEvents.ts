/**
 * How long events wait at most where no frame is drawn, in milliseconds.
 */
const NO_FRAME = 200;

/**
 * Wait until Blockly has told of what was done before: it does so after a frame,
 * and a run may begin with the edit of a field that it closes.
 */
export function pastEvents(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME);
  });
}
