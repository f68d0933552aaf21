import { isRecord, read } from './record';

/**
 * Whether a message says of itself that it is one of ours, in which case no
 * other listener is to see it, whatever else it holds.
 */
export function claimsToBeJigsaw(data: unknown): boolean {
  return isRecord(data) && read(data, 'type') === 'jigsaw';
}
