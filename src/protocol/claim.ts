/**
 * Whether a message says of itself that it is one of ours, in which case no
 * other listener is to see it, whatever else it holds.
 *
 * Asked as MetaKernel's listener asks, which checks nothing else: a list with
 * that property is a message to it, too.
 */
export function claimsToBeJigsaw(data: unknown): boolean {
  try {
    return (data as { type?: unknown } | null | undefined)?.type === 'jigsaw';
  } catch {
    return false;
  }
}
