/**
 * How long it is believed that something can't be had, in milliseconds: the
 * internet may come back.
 */
const AGAIN = 60_000;

/**
 * Whether what pages load from elsewhere can be had. Each address is asked for
 * once, since one that nobody answers keeps a page waiting.
 */
export class Reach {
  /**
   * @param _load - rejects for an address from which nothing comes
   * @param _now - the time in milliseconds, which only ever grows
   */
  constructor(
    private readonly _load: (address: string) => Promise<unknown>,
    private readonly _now: () => number
  ) {}

  async canLoad(addresses: readonly string[]): Promise<boolean> {
    try {
      await Promise.all(addresses.map(address => this._ask(address)));
      return true;
    } catch {
      return false;
    }
  }

  private _ask(address: string): Promise<unknown> {
    const before = this._asked.get(address);
    if (before && this._now() < before.until) {
      return before.loaded;
    }
    const asked = { loaded: this._load(address), until: Infinity };
    this._asked.set(address, asked);
    asked.loaded.catch(() => {
      asked.until = this._now() + AGAIN;
    });
    return asked.loaded;
  }

  private readonly _asked = new Map<
    string,
    { readonly loaded: Promise<unknown>; until: number }
  >();
}
