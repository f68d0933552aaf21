/**
 * A function that has something drawn with the next frame, however often it is
 * called until then: the code that a message brings waits for no drawing.
 */
export function onceAFrame(draw: () => void): () => void {
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        draw();
      });
    }
  };
}
