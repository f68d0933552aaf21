import { ContentsManager, Drive } from '@jupyterlab/services';
import fc from 'fast-check';

import { RATE_BURST, RATE_PER_SECOND } from '../../protocol';
import type { IPlace } from '../../notebook';
import { Trust, type Verdict } from '..';
import { UNTOUCHED } from '../keeper';
import { isPageOf, workspaceOf } from '../trust';

const HERE = 'http://hub.example';
const FILES = `${HERE}/user/bob/files/`;
const NULL = 'null';
const KEY = 'secret';
const ACTIONS = ['execute', 'insert', 'clear', 'keep', 'incomplete'];
const DRIVES = new ContentsManager();
DRIVES.addDrive(new Drive({ name: 'Other' }));
const PLACE: IPlace = {
  path: 'lessons/a.ipynb',
  isTrusted: true,
  source: ['ws', 'sub/ws', 'other']
    .map(name => `%jigsaw Python --workspace ${name}`)
    .join('\n')
};

afterAll(() => DRIVES.dispose());

describe('Trust', () => {
  let frame: HTMLIFrameElement;
  let places: Map<HTMLIFrameElement, IPlace>;
  let allowed: string[];
  let made: Map<HTMLIFrameElement, { file: string; key: string }>;
  let awaited: HTMLIFrameElement | null;
  let time: number;
  let options: Trust.IOptions<IPlace>;
  let trust: Trust<IPlace>;
  let ids = 0;

  beforeEach(() => {
    places = new Map();
    allowed = [];
    made = new Map();
    awaited = null;
    time = 1_000;
    frame = add('lessons/ws.html');
    options = {
      contents: DRIVES,
      findPlace: one => places.get(one as HTMLIFrameElement) ?? null,
      filesUrl: FILES,
      allowedOrigins: () => allowed,
      pageMadeFor: (one, key) => {
        const page = made.get(one);
        return page?.key === key ? page.file : null;
      },
      isAwaited: one => awaited === one,
      now: () => time
    };
    trust = new Trust(options);
  });

  afterEach(() => document.body.replaceChildren());

  /**
   * A frame in the output of a trusted cell of `lessons/a.ipynb`.
   */
  function add(page: string): HTMLIFrameElement {
    const element = document.createElement('iframe');
    element.src = new URL(page, FILES).href;
    document.body.append(element);
    places.set(element, PLACE);
    made.set(element, { file: page, key: KEY });
    return element;
  }

  const message = (parts: object = {}) => ({
    type: 'jigsaw',
    action: 'execute',
    workspace_filename: 'ws.xml',
    code: 'print(1)',
    save_xml: '<xml></xml>',
    msg_id: String(++ids),
    page_key: KEY,
    ...parts
  });

  function judge(
    data: unknown = message(),
    origin = NULL,
    source: MessageEventSource | null = frame.contentWindow
  ): string {
    const verdict: Verdict<IPlace> = trust.judge({ data, origin, source });
    return verdict.type === 'refused' ? verdict.reason : verdict.type;
  }

  it('accepts a page of the server in a trusted place', () => {
    const data = message();
    const source = frame.contentWindow;
    expect(trust.judge({ data, origin: NULL, source })).toEqual({
      type: 'accepted',
      frame,
      place: PLACE,
      request: {
        version: 1,
        action: 'execute',
        filename: 'ws.xml',
        code: 'print(1)',
        xml: '<xml></xml>',
        id: data.msg_id,
        key: KEY
      }
    });
    expect(judge(message(), HERE)).toBe('accepted');
  });

  it('takes no page of this server for that of a notebook on another drive', () => {
    frame = add('ws.html');
    places.set(frame, { ...PLACE, path: 'a.ipynb' });
    expect(judge()).toBe('accepted');
    places.set(frame, { ...PLACE, path: 'Other:a.ipynb' });
    expect(judge()).toBe('wrong-file');
  });

  it('accepts a page in a folder below the notebook', () => {
    frame = add('lessons/sub/ws.html');
    const data = message({ workspace_filename: 'sub/ws.xml' });
    expect(judge(data)).toBe('accepted');
  });

  it('believes a sandboxed page only if it has the key that we gave it', () => {
    expect(judge(message({ page_key: 'guessed' }))).toBe('foreign-page');
    expect(judge(message({ page_key: undefined }))).toBe('foreign-page');
    expect(judge(message({ workspace_filename: 'other.xml' }))).toBe(
      'wrong-file'
    );
    made.delete(frame);
    expect(judge()).toBe('foreign-page');
    awaited = frame;
    expect(judge()).toBe('too-early');
  });

  it('takes what is sent to the top of the page, without a key, for a copy', () => {
    const data = message();
    expect(judge(data)).toBe('accepted');
    expect(judge({ ...data, page_key: undefined })).toBe('copy');
    expect(judge({ ...data, page_key: 'guessed' })).toBe('copy');
  });

  it('says that nobody has clicked in a page, which has no key until then', () => {
    const data = message({ page_key: UNTOUCHED });
    expect(judge(data)).toBe('untouched');
    expect(judge({ ...data, page_key: undefined })).toBe('copy');
    // What is sent after a click is another message.
    expect(judge(data)).toBe('copy');
    expect(judge()).toBe('accepted');
    made.set(frame, { file: 'lessons/ws.html', key: 'another' });
    expect(judge(message({ page_key: UNTOUCHED }))).toBe('untouched');
  });

  it('does not forget why a page was refused when its copy comes', () => {
    const data = message({ workspace_filename: 'other.xml' });
    expect(judge(data)).toBe('wrong-file');
    expect(judge({ ...data, page_key: undefined })).toBe('copy');
  });

  it('hears no window that is not a frame of this page', () => {
    expect(judge(message(), HERE, window)).toBe('not-a-frame');
    expect(judge(message(), HERE, null)).toBe('not-a-frame');
    const page = frame.contentDocument!;
    const inner = page.createElement('iframe');
    page.append(page.createElement('html'));
    page.documentElement.append(inner);
    expect(inner.contentWindow).not.toBeNull();
    expect(judge(message(), HERE, inner.contentWindow)).toBe('nested');
    const gone = frame.contentWindow;
    frame.remove();
    expect(judge(message(), NULL, gone)).toBe('not-a-frame');
  });

  it('hears no frame elsewhere, and none that is not trusted', () => {
    places.set(frame, { ...PLACE, isTrusted: false });
    expect(judge()).toBe('untrusted');
    places.delete(frame);
    expect(judge()).toBe('unknown-place');
    // Trust brings it to life.
    places.set(frame, PLACE);
    expect(judge()).toBe('accepted');
  });

  it.each([
    ['of another notebook’s folder', 'ws.html'],
    ['of another workspace', 'lessons/other.html'],
    ['of a folder below', 'lessons/sub/ws.html']
  ])('lets no page %s speak for a workspace', (_, page) => {
    frame = add(page);
    expect(judge()).toBe('wrong-file');
  });

  it.each([
    ['none', 'IFrame("ws.html")'],
    ['one of another workspace', '%jigsaw Python --workspace other'],
    ['one without a name', '%jigsaw Python']
  ])('hears no page of a cell that has as its magic %s', (_, source) => {
    places.set(frame, { ...PLACE, source });
    expect(judge()).toBe('no-magic');
    expect(judge(message(), HERE)).toBe('no-magic');
    // One that was never given a key, as of a cell that never had the magic.
    made.delete(frame);
    expect(judge(message({ page_key: undefined }))).toBe('no-magic');
    expect(judge(message(), HERE)).toBe('no-magic');
    places.set(frame, PLACE);
    expect(judge()).toBe('foreign-page');
    expect(judge(message(), HERE)).toBe('accepted');
  });

  it('goes by the workspace that is named, also by a page with the key', () => {
    made.set(frame, { file: 'lessons/evil.html', key: KEY });
    expect(judge(message({ workspace_filename: 'evil.xml' }))).toBe('no-magic');
  });

  it.each([
    ['of another origin', 'http://evil.example/user/bob/files/lessons/ws.html'],
    ['that is no file', `${HERE}/user/bob/lab`],
    ["of another user's", `${HERE}/user/eve/files/lessons/ws.html`],
    ['made of data', 'data:text/html,<p>']
  ])('lets no page speak %s', (_, address) => {
    frame = add(address);
    expect(judge(message(), HERE)).toBe('foreign-page');
    made.delete(frame);
    expect(judge()).toBe('foreign-page');
  });

  it('goes by what a frame shows, not by what it was told to show', () => {
    const show = (href: string) =>
      Object.defineProperty(frame, 'contentWindow', {
        configurable: true,
        value: { location: { href } }
      });
    show(`${FILES}lessons/other.html`);
    expect(judge(message(), HERE)).toBe('wrong-file');
    show(`${FILES}lessons/ws.html#top`);
    expect(judge(message(), HERE)).toBe('accepted');
    show('about:srcdoc');
    expect(judge(message(), HERE)).toBe('foreign-page');
    show('about:blank');
    expect(judge(message(), HERE)).toBe('accepted');
  });

  it('hears the page that the user has opened itself', () => {
    frame = add('blob:opened');
    const open = (page: string) =>
      places.set(frame, { path: page, page, isTrusted: true, source: '' });
    open('lessons/ws.html');
    expect(judge(message(), HERE)).toBe('accepted');
    expect(judge(message({ workspace_filename: 'other.xml' }), HERE)).toBe(
      'wrong-file'
    );
    open('other/report.html');
    expect(judge(message(), HERE)).toBe('wrong-file');
    // What a link in it has led to is sandboxed, or of another site.
    made.delete(frame);
    open('lessons/ws.html');
    expect(judge(message())).toBe('foreign-page');
    expect(judge(message(), 'http://evil.example')).toBe('foreign-origin');
    places.set(frame, { ...places.get(frame)!, isTrusted: false });
    expect(judge(message(), HERE)).toBe('untrusted');
    // And what is there no more, is not what was opened.
    places.set(frame, { path: 'ws.html', isTrusted: true, source: '' });
    expect(judge(message(), HERE)).toBe('foreign-page');
  });

  it('knows files by two addresses', () => {
    const pagesUrl = `${HERE}/user/bob/classic/notebooks/`;
    frame = add(`${pagesUrl}lessons/ws.html`);
    expect(judge(message(), HERE)).toBe('foreign-page');
    trust = new Trust({ ...options, pagesUrl });
    expect(judge(message(), HERE)).toBe('accepted');
    frame = add(`${FILES}lessons/ws.html`);
    expect(judge(message(), HERE)).toBe('accepted');
    frame = add(`${pagesUrl}lessons/other.html`);
    expect(judge(message(), HERE)).toBe('wrong-file');
  });

  it('lets no other origin speak but those that the user allows', () => {
    const theirs = 'http://blocks.example';
    expect(judge(message(), theirs)).toBe('foreign-origin');
    frame = add(`${theirs}/editor.html`);
    expect(judge(message(), theirs)).toBe('foreign-origin');
    allowed = [theirs];
    expect(judge(message(), theirs)).toBe('accepted');
    expect(judge(message(), `${theirs}.evil.example`)).toBe('foreign-origin');
    places.set(frame, { ...PLACE, isTrusted: false });
    expect(judge(message(), theirs)).toBe('untrusted');
  });

  it('does not let everybody in who is sandboxed', () => {
    allowed = [NULL];
    frame = add('http://evil.example/');
    made.delete(frame);
    expect(judge()).toBe('foreign-page');
  });

  it('goes by the guard', () => {
    expect(judge(message({ action: 'format' }))).toBe('unknown-action');
    expect(judge(message({ workspace_filename: '../ws.xml' }))).toBe(
      'bad-filename'
    );
    expect(judge(null)).toBe('not-an-object');
  });

  it.each([
    [
      'another workspace’s name',
      { workspace_filename: 'other.xml' },
      'wrong-file'
    ],
    [
      'a name that leads up',
      { workspace_filename: '../ws.xml' },
      'bad-filename'
    ],
    [
      'a notebook for a workspace',
      { workspace_filename: 'a.ipynb' },
      'bad-filename'
    ],
    ['an absolute name', { workspace_filename: '/ws.xml' }, 'bad-filename'],
    [
      'an encoded name',
      { workspace_filename: '%2e%2e%2fws.xml' },
      'bad-filename'
    ],
    [
      'a name with a NUL',
      { workspace_filename: 'ws.xml\u0000.ipynb' },
      'bad-filename'
    ],
    [
      'a name with a NUL in it',
      { workspace_filename: 'ws\u0000.xml' },
      'bad-filename'
    ],
    [
      'a name of Windows',
      { workspace_filename: 'sub\\ws.xml' },
      'bad-filename'
    ],
    ['no name', { workspace_filename: undefined }, 'bad-filename'],
    ['an action that nobody knows', { action: 'eval' }, 'unknown-action'],
    [
      'what would change every object',
      JSON.parse('{"action": "eval", "__proto__": {"polluted": true}}'),
      'unknown-action'
    ]
  ])(
    'says why it does not hear a page of ours that sends %s',
    (_, parts, reason) => {
      expect(judge(message(parts))).toBe(reason);
      expect(judge()).toBe('accepted');
    }
  );

  it('hears, of all that a page of ours may send, what is whole and its own', () => {
    const something = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true
    });
    const anyOr = <T>(...values: T[]) =>
      fc.oneof(
        { arbitrary: fc.constantFrom(...values), weight: 4 },
        { arbitrary: something, weight: 1 }
      );
    const messages = fc.record(
      {
        type: fc.constant('jigsaw'),
        version: anyOr(1, 2),
        action: anyOr(...ACTIONS),
        workspace_filename: anyOr('ws.xml', 'other.xml', '../ws.xml'),
        code: anyOr('print(1)'),
        save_xml: anyOr('<xml></xml>'),
        msg_id: fc.oneof(fc.uuid(), something),
        page_key: anyOr(KEY),
        ['__proto__']: something
      },
      { requiredKeys: ['type'] }
    );
    const heard = new Map<string, number>();
    fc.assert(
      fc.property(messages, data => {
        // As slowly as a frame may go on for ever.
        time += 1_000 / RATE_PER_SECOND;
        const verdict = trust.judge({
          data,
          origin: NULL,
          source: frame.contentWindow
        });
        const name = verdict.type === 'refused' ? verdict.reason : verdict.type;
        heard.set(name, (heard.get(name) ?? 0) + 1);
        if (verdict.type === 'accepted') {
          const { action, code, filename, key, xml } = verdict.request;
          expect(ACTIONS).toContain(action);
          expect([filename, key]).toEqual(['ws.xml', KEY]);
          expect(typeof xml === 'string' || xml === null).toBe(true);
          expect(typeof code === 'string' || code === null).toBe(true);
          if (action === 'execute' || action === 'insert') {
            expect(typeof code).toBe('string');
          }
        }
      }),
      { numRuns: 10_000 }
    );
    // Past the gate, and for every reason that the guard can have.
    expect(heard.has('too-many')).toBe(false);
    expect([...heard.keys()]).toEqual(
      expect.arrayContaining([
        'bad-code',
        'bad-filename',
        'bad-id',
        'bad-xml',
        'foreign-page',
        'unknown-action',
        'unknown-version',
        'wrong-file'
      ])
    );
    expect(heard.get('accepted')).toBeGreaterThan(100);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('hears a message once', () => {
    const data = message();
    expect([judge(data), judge(data), judge(data)]).toEqual([
      'accepted',
      'copy',
      'replayed'
    ]);
    // Of another frame it is another message.
    frame = add('lessons/ws.html');
    expect(judge(data)).toBe('accepted');
  });

  it('hears a frame that says too much now and then only', () => {
    const verdicts = Array.from({ length: 1_000 }, () => judge());
    expect(verdicts.filter(verdict => verdict === 'accepted')).toHaveLength(
      RATE_BURST
    );
    expect(verdicts.at(-1)).toBe('too-many');
    const flooding = frame;
    frame = add('lessons/ws.html');
    expect(judge()).toBe('accepted');
    frame = flooding;
    time += 60_000;
    expect(judge()).toBe('accepted');
  });

  it('looks at nothing of a message that is one too many', () => {
    const costly = jest.fn(() => 'jigsaw');
    const data = Object.defineProperty({}, 'type', { get: costly });
    for (let i = 0; i < 100; i++) {
      judge(data);
    }
    expect(costly).not.toHaveBeenCalled();
  });
});

describe('workspaceOf', () => {
  const of = (file: string, source: string, path = 'lessons/a.ipynb') =>
    workspaceOf(file, { path, source }, DRIVES);
  const MAGIC = '%jigsaw Python --workspace ws';

  it('is that of the page which the magic of the cell makes', () => {
    expect(of('lessons/ws.html', MAGIC)).toBe('ws.xml');
    expect(of('ws.html', MAGIC, 'a.ipynb')).toBe('ws.xml');
    const below = '%jigsaw Python --workspace sub/ws';
    expect(of('lessons/sub/ws.html', below)).toBe('sub/ws.xml');
    expect(
      of('lessons/jigsaw-workspace-A1B2C3.html', 'x = 1\n%jigsaw Python')
    ).toBe('jigsaw-workspace-A1B2C3.xml');
  });

  it('is none where the cell has no such magic', () => {
    expect(of('lessons/ws.html', 'IFrame("ws.html")')).toBeNull();
    expect(of('lessons/report.html', MAGIC)).toBeNull();
    expect(of('lessons/ws.html', '%jigsaw Python')).toBeNull();
  });

  it('is none where the page lies elsewhere, or is no page', () => {
    expect(of('ws.html', MAGIC)).toBeNull();
    expect(of('lessons/sub/ws.html', MAGIC)).toBeNull();
    expect(of('lessons2/ws.html', MAGIC)).toBeNull();
    expect(of('lessons/ws.xml', MAGIC)).toBeNull();
    expect(of('lessons/ws.htm', MAGIC)).toBeNull();
    expect(of('lessons/ws', MAGIC)).toBeNull();
    expect(of('ws.html', MAGIC, 'Other:a.ipynb')).toBeNull();
    const up = '%jigsaw Python --workspace ../ws';
    expect(of('ws.html', up)).toBeNull();
    expect(of('lessons/../ws.html', up)).toBeNull();
  });
});

describe('isPageOf', () => {
  it.each([
    'ws.xml <script>window.__jigsaw_saved_xml__ = "";</script>',
    'document.jigsaw_generate("ws.xml")',
    "{ type: 'jigsaw', workspace_filename: 'ws.xml' }",
    '{ type : "jigsaw", workspace_filename: "ws.xml" }'
  ])('knows a page of the magic (case %#)', text =>
    expect(isPageOf(text, 'ws.xml')).toBe(true)
  );

  it.each([
    '',
    '<p>ws.xml</p>',
    '<script>postMessage({type: "other", file: "ws.xml"})</script>',
    // Of another workspace, and a template that the magic has not filled in.
    '{ type: "jigsaw", workspace_filename: "other.xml" }',
    '{ type: "jigsaw", workspace_filename: "MYWORKSPACENAME" }'
  ])('takes no other page for one (case %#)', text =>
    expect(isPageOf(text, 'ws.xml')).toBe(false)
  );
});
