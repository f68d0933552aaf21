/**
 * What the server says that arrived of a request.
 */
export interface IEcho {
  readonly arrived: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly protocol: string;
  readonly version: string;
}

/**
 * Whether something that came from a server is one.
 */
export function isEcho(value: unknown): value is IEcho {
  const { headers, protocol, version } = (value ?? {}) as Partial<IEcho>;
  return (
    typeof protocol === 'string' &&
    typeof version === 'string' &&
    typeof headers === 'object' &&
    headers !== null
  );
}
