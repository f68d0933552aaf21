/**
 * Let no frame come but those that are asked for, so that a test does not
 * depend on how many a machine draws meanwhile, nor on what it has time for in
 * each. Until `jest.restoreAllMocks()`.
 *
 * @returns a function that draws a frame, when what was begun has happened, and
 * lets what follows from it happen
 */
export function holdFrames(): () => Promise<void> {
  let waiting = new Map<number, FrameRequestCallback>();
  let last = 0;
  jest.spyOn(window, 'requestAnimationFrame').mockImplementation(callback => {
    waiting.set(++last, callback);
    return last;
  });
  jest.spyOn(window, 'cancelAnimationFrame').mockImplementation(id => {
    waiting.delete(id);
  });
  jest.spyOn(performance, 'now').mockReturnValue(0);
  const soon = () => new Promise(resolve => setTimeout(resolve));
  return async () => {
    await soon();
    const callbacks = [...waiting.values()];
    waiting = new Map();
    callbacks.forEach(callback => callback(0));
    await soon();
  };
}
