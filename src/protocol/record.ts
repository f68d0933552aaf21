/**
 * Whether a value has properties that may be read, and is no list.
 */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object's own value; undefined for what it has inherited, or computes.
 */
export function read(data: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(data, key)?.value;
}
