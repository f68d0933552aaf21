import { SPEAKER, UNTOUCHED } from '../keeper';

const MESSAGE = { type: 'jigsaw', action: 'execute', code: '1' };
const EDIT = { ...MESSAGE, action: 'keep' };
const KEY = /^secret\/0\.\d+$/;

interface IHeard {
  isTrusted: boolean;
  key?: string;
}

/**
 * What a page can get at in its window.
 */
interface IWindow {
  parent: { postMessage(message: unknown, target: string): void };
}

describe('SPEAKER', () => {
  let sent: [message: Record<string, unknown>, target: string][];
  let inside: IWindow;
  let isActive: boolean;
  let removed: number;
  let listeners: [type: string, listener: (event: IHeard) => void][];

  /**
   * Run the script in a window that stands in for a frame's.
   *
   * @param tells - whether its browser tells of activation
   */
  function begin(tells = true): void {
    sent = [];
    isActive = false;
    removed = 0;
    listeners = [];
    class UserActivation {
      get hasBeenActive(): boolean {
        return isActive;
      }
    }
    class KeyboardEvent {
      get key(): string {
        return (this as { name?: string }).name ?? '';
      }
    }
    inside = Object.assign(
      {
        addEventListener: (...added: (typeof listeners)[number]) =>
          listeners.push(added)
      },
      {
        parent: {
          postMessage: (message: unknown, target: string) => {
            sent.push([message as Record<string, unknown>, target]);
          }
        }
      }
    );
    new Function(
      'window',
      'document',
      'navigator',
      'UserActivation',
      'KeyboardEvent',
      SPEAKER('secret')
    )(
      inside,
      { currentScript: { remove: () => removed++ } },
      tells ? { userActivation: new UserActivation() } : {},
      UserActivation,
      KeyboardEvent
    );
  }

  /**
   * As the browser tells the window of an event.
   */
  function happen(type: string, name = '', isTrusted = true): void {
    isActive ||= isTrusted && type !== 'keyup';
    listeners
      .filter(([heard]) => heard === type)
      .forEach(([, listener]) =>
        listener({ isTrusted, name } as unknown as IHeard)
      );
  }

  function keyOf(message: unknown = MESSAGE): unknown {
    sent = [];
    inside.parent.postMessage(message, '*');
    return sent[0]?.[0].page_key;
  }

  it('leaves the page, which could read the key in it', () => {
    begin();
    expect(removed).toBe(1);
    expect(String(inside.parent.postMessage)).not.toContain('secret');
    expect(listeners.map(([, listener]) => listener).join()).not.toContain(
      'secret'
    );
  });

  it('adds the key, and one life, once somebody has clicked', () => {
    begin();
    expect(keyOf()).toBe(UNTOUCHED);
    expect(sent).toEqual([[{ ...MESSAGE, page_key: UNTOUCHED }, '*']]);
    happen('pointerdown');
    const first = keyOf();
    expect(first).toMatch(KEY);
    expect(keyOf()).toBe(first);
    expect(keyOf({ ...MESSAGE, page_key: 'mine' })).toBe(first);
  });

  it('knows a touch that only scrolls', () => {
    begin();
    happen('pointerdown');
    isActive = false;
    expect(keyOf()).toBe(UNTOUCHED);
  });

  it.each(['Enter', ' '])('hears the key %p of one who came by Tab', name => {
    begin();
    happen('keyup', 'Tab');
    expect(keyOf()).toBe(UNTOUCHED);
    happen('keydown', 'x');
    expect(keyOf()).toBe(UNTOUCHED);
    happen('keydown', name);
    expect(keyOf()).toMatch(KEY);
  });

  it('hears no keys that were meant for the page from which it took the focus', () => {
    begin();
    for (const name of ['x', 'Shift', 'Tab', 'Enter', ' ']) {
      happen('keydown', name);
      happen('keyup', name);
    }
    expect(keyOf()).toBe(UNTOUCHED);
  });

  it('hears no click and no key that the page has made', () => {
    begin();
    isActive = true;
    happen('pointerdown', '', false);
    happen('keyup', 'Tab', false);
    happen('keydown', 'Enter');
    happen('keyup', 'Tab');
    happen('keydown', 'Enter', false);
    expect(keyOf()).toBe(UNTOUCHED);
  });

  it('keeps what was edited from the first click or key on', () => {
    begin();
    keyOf(EDIT);
    expect(sent).toEqual([]);
    happen('keydown', 'x');
    expect(keyOf(EDIT)).toMatch(KEY);
  });

  it('lets a page say at any time that it does not show all blocks', () => {
    begin();
    expect(keyOf({ ...MESSAGE, action: 'incomplete' })).toMatch(KEY);
    expect(keyOf()).toBe(UNTOUCHED);
  });

  it('goes by clicks alone where a browser does not tell', () => {
    begin(false);
    expect(keyOf()).toBe(UNTOUCHED);
    happen('pointerdown');
    expect(keyOf()).toMatch(KEY);
    expect(keyOf(EDIT)).toMatch(KEY);
  });

  it('leaves other messages as they are', () => {
    begin();
    const other = { type: 'other' };
    keyOf(other);
    expect(sent).toEqual([[other, '*']]);
    expect(sent[0][0]).toBe(other);
  });

  it('goes by what it sends, whatever a message says of itself first', () => {
    begin();
    happen('keydown', 'x');
    let times = 0;
    const message = Object.defineProperty({ ...MESSAGE }, 'action', {
      enumerable: true,
      get: () => (times++ ? 'execute' : 'keep')
    });
    keyOf(message);
    expect(sent).toEqual([
      [{ ...MESSAGE, action: 'keep', page_key: expect.any(String) }, '*']
    ]);
  });

  it('asks in ways, and adds the key in one, that a page can’t change', () => {
    begin();
    const { apply, bind, call } = Function.prototype;
    const { assign } = Object;
    const stolen: unknown[] = [];
    const steal = (...parts: unknown[]) => {
      stolen.push(...parts);
      return true;
    };
    const take = (message: unknown) => inside.parent.postMessage(message, '*');
    try {
      Function.prototype.call = steal;
      Function.prototype.apply = steal;
      Function.prototype.bind = steal;
      Object.assign = steal;
      Object.defineProperty(Object.prototype, 'page_key', {
        configurable: true,
        set: steal
      });
      take(MESSAGE);
      isActive = true;
      take(EDIT);
    } finally {
      Object.assign = assign;
      Function.prototype.bind = bind;
      Function.prototype.apply = apply;
      Function.prototype.call = call;
      delete (Object.prototype as { page_key?: unknown }).page_key;
    }
    expect(stolen).toEqual([]);
    expect(sent.map(([{ page_key }]) => page_key)).toEqual([
      UNTOUCHED,
      expect.stringMatching(KEY)
    ]);
  });
});
