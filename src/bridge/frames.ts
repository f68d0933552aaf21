/**
 * The frame of this page in which a message was sent, or null: a window of its
 * own, a frame in a frame, another extension's worker.
 *
 * Compared by its window, since `frameElement` throws for a page of another
 * origin, which every sandboxed one is.
 */
export function frameOf(
  source: MessageEventSource | null
): HTMLIFrameElement | null {
  if (!source) {
    return null;
  }
  const frames = document.querySelectorAll('iframe');
  return (
    Array.from(frames).find(({ contentWindow }) => contentWindow === source) ??
    null
  );
}

/**
 * Whether a message was sent in a frame of a page that is shown in this one.
 */
export function isNested(source: MessageEventSource | null): boolean {
  let next = source as Window | null;
  // Of windows of other origins these two can be asked.
  while (next?.parent && next.parent !== next) {
    next = next.parent;
    if (frameOf(next)) {
      return true;
    }
  }
  return false;
}

/**
 * The address of what a frame shows. One of another origin keeps it to itself;
 * then it is what the frame was told to show, and its origin speaks for the
 * rest.
 */
export function addressOf(frame: HTMLIFrameElement): string {
  try {
    const { href } = frame.contentWindow!.location;
    return href === 'about:blank' ? frame.src : href;
  } catch {
    return frame.src;
  }
}
