import { SPEAKER, UNTOUCHED } from '../keeper';

const MESSAGE = { type: 'jigsaw', action: 'execute', code: '1' };

type Post = (message: unknown, target: string) => void;

/**
 * What a page can get at in its window.
 */
interface IWindow {
  parent: { postMessage: Post };
}

describe('SPEAKER', () => {
  let sent: [message: Record<string, unknown>, target: string][];
  let inside: IWindow;
  let isActive: boolean;
  let removed: number;
  let listeners: ((event: { isTrusted: boolean }) => void)[];

  /**
   * Run the script in a window that stands in for a frame's.
   *
   * @param knows - whether its browser tells of activation
   */
  function begin(knows = true): void {
    sent = [];
    isActive = false;
    removed = 0;
    listeners = [];
    class UserActivation {
      get hasBeenActive(): boolean {
        return isActive;
      }
    }
    inside = Object.assign(
      {
        addEventListener: (_: string, listener: (typeof listeners)[number]) =>
          listeners.push(listener)
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
      SPEAKER('secret')
    )(
      inside,
      { currentScript: { remove: () => removed++ } },
      knows ? { userActivation: new UserActivation() } : {},
      UserActivation
    );
  }

  const send = (message: unknown = MESSAGE) =>
    inside.parent.postMessage(message, '*');

  it('leaves the page, which could read the key in it', () => {
    begin();
    expect(removed).toBe(1);
    expect(String(inside.parent.postMessage)).not.toContain('secret');
  });

  it('adds the key, and one life, once somebody has clicked', () => {
    begin();
    send();
    expect(sent.pop()).toEqual([{ ...MESSAGE, page_key: UNTOUCHED }, '*']);
    isActive = true;
    send();
    send();
    const [first, second] = sent.map(([message]) => message.page_key);
    expect(first).toMatch(/^secret\/0\.\d+$/);
    expect(second).toBe(first);
  });

  it('lets a page choose no key, and send nothing that it has kept itself', () => {
    begin();
    send({ ...MESSAGE, page_key: 'mine' });
    expect(sent.pop()![0].page_key).toBe(UNTOUCHED);
    send({ ...MESSAGE, action: 'keep' });
    expect(sent).toEqual([]);
    isActive = true;
    send({ ...MESSAGE, action: 'keep' });
    expect(sent).toHaveLength(1);
  });

  it('leaves other messages as they are', () => {
    begin();
    const other = { type: 'other' };
    send(other);
    expect(sent).toEqual([[other, '*']]);
    expect(sent[0][0]).toBe(other);
  });

  it('goes by events of the user where a browser does not tell', () => {
    begin(false);
    send();
    expect(sent.pop()![0].page_key).toBe(UNTOUCHED);
    // One that the page has made.
    listeners.forEach(listener => listener({ isTrusted: false }));
    send();
    expect(sent.pop()![0].page_key).toBe(UNTOUCHED);
    listeners.forEach(listener => listener({ isTrusted: true }));
    send();
    expect(sent.pop()![0].page_key).toContain('secret/');
  });

  it('asks in a way that the page can’t change', () => {
    begin();
    const { call } = Function.prototype;
    const { assign } = Object;
    const stolen: unknown[] = [];
    try {
      Function.prototype.call = () => true;
      Object.assign = (...parts: unknown[]) => {
        stolen.push(parts);
        return parts[0];
      };
      send();
    } finally {
      Function.prototype.call = call;
      Object.assign = assign;
    }
    expect(JSON.stringify(stolen)).not.toContain('secret');
  });
});
