import fc from 'fast-check';

import {
  claimsToBeJigsaw,
  guardRequest,
  type IFrameRequest,
  isWorkspaceFilename,
  MAX_CODE_LENGTH,
  MAX_FILENAME_LENGTH,
  MAX_ID_LENGTH,
  MAX_XML_LENGTH
} from '..';

/** As MetaKernel's pages send it. */
const MESSAGE = {
  type: 'jigsaw',
  action: 'execute',
  workspace_filename: 'workspace1.xml',
  code: 'print(1)',
  save_xml: '<xml></xml>',
  msg_id: '1700000000000-0.5'
};

const REQUEST: IFrameRequest = {
  version: 1,
  action: 'execute',
  filename: 'workspace1.xml',
  code: 'print(1)',
  xml: '<xml></xml>',
  id: '1700000000000-0.5',
  key: ''
};

const reasonOf = (data: unknown) => {
  const guarded = guardRequest(data);
  return 'reason' in guarded ? guarded.reason : null;
};

describe('guardRequest', () => {
  it("takes MetaKernel's messages as they are", () => {
    expect(guardRequest(MESSAGE)).toEqual({ request: REQUEST });
  });

  it('takes version 2', () => {
    expect(guardRequest({ ...MESSAGE, version: 2 })).toEqual({
      request: { ...REQUEST, version: 2 }
    });
  });

  it('takes the key of a page that was written by us', () => {
    expect(guardRequest({ ...MESSAGE, page_key: 'secret' })).toEqual({
      request: { ...REQUEST, key: 'secret' }
    });
    expect(reasonOf({ ...MESSAGE, page_key: 7 })).toBe('bad-id');
  });

  it('takes what is to be kept, in version 2', () => {
    const { code: _, ...message } = MESSAGE;
    expect(guardRequest({ ...message, version: 2, action: 'keep' })).toEqual({
      request: { ...REQUEST, version: 2, action: 'keep', code: null }
    });
  });

  it('takes what tells of blocks that are not shown, in version 2', () => {
    const { type, workspace_filename } = MESSAGE;
    const message = { type, workspace_filename, action: 'incomplete' };
    expect(reasonOf(message)).toBe('unknown-action');
    expect(guardRequest({ ...message, version: 2 })).toEqual({
      request: {
        ...REQUEST,
        version: 2,
        action: 'incomplete',
        code: null,
        xml: null,
        id: ''
      }
    });
  });

  it('takes messages without what is not needed', () => {
    const { type, workspace_filename } = MESSAGE;
    expect(guardRequest({ type, workspace_filename, action: 'clear' })).toEqual(
      {
        request: { ...REQUEST, action: 'clear', code: null, xml: null, id: '' }
      }
    );
    expect(guardRequest({ ...MESSAGE, save_xml: '' })).toEqual({
      request: { ...REQUEST, xml: null }
    });
  });

  it.each(['./ws.xml', '././ws.xml'])('takes %s by its plain name', named => {
    expect(guardRequest({ ...MESSAGE, workspace_filename: named })).toEqual({
      request: { ...REQUEST, filename: 'ws.xml' }
    });
  });

  it.each([
    [null, 'not-an-object'],
    ['jigsaw', 'not-an-object'],
    [[MESSAGE], 'not-an-object'],
    [{ ...MESSAGE, type: 'Jigsaw' }, 'not-an-object'],
    [Object.create(MESSAGE), 'not-an-object'],
    [{ ...MESSAGE, version: 3 }, 'unknown-version'],
    [{ ...MESSAGE, version: '1' }, 'unknown-version'],
    [{ ...MESSAGE, action: 'save' }, 'unknown-action'],
    [{ ...MESSAGE, action: ['execute'] }, 'unknown-action'],
    [{ ...MESSAGE, action: 'toString' }, 'unknown-action'],
    [{ ...MESSAGE, workspace_filename: undefined }, 'bad-filename'],
    [{ ...MESSAGE, workspace_filename: 7 }, 'bad-filename'],
    [{ ...MESSAGE, workspace_filename: './../ws.xml' }, 'bad-filename'],
    [{ ...MESSAGE, workspace_filename: './/ws.xml' }, 'bad-filename'],
    [{ ...MESSAGE, code: undefined }, 'bad-code'],
    [{ ...MESSAGE, code: { toString: () => 'x' } }, 'bad-code'],
    [{ ...MESSAGE, action: 'insert', code: null }, 'bad-code'],
    [{ ...MESSAGE, action: 'clear', code: 1 }, 'bad-code'],
    [{ ...MESSAGE, action: 'keep' }, 'unknown-action'],
    [
      { ...MESSAGE, version: 2, action: 'keep', save_xml: undefined },
      'bad-xml'
    ],
    [{ ...MESSAGE, save_xml: 1 }, 'bad-xml'],
    [{ ...MESSAGE, msg_id: 1 }, 'bad-id'],
    [{ ...MESSAGE, msg_id: 'x'.repeat(MAX_ID_LENGTH + 1) }, 'bad-id'],
    [{ ...MESSAGE, code: 'x'.repeat(MAX_CODE_LENGTH + 1) }, 'too-large'],
    [{ ...MESSAGE, save_xml: 'x'.repeat(MAX_XML_LENGTH + 1) }, 'too-large']
  ])('refuses what is not a message of ours (case %#)', (data, reason) => {
    expect(reasonOf(data)).toBe(reason);
  });

  it('takes what is just within the limits', () => {
    expect(
      reasonOf({
        ...MESSAGE,
        msg_id: 'x'.repeat(MAX_ID_LENGTH),
        code: 'x'.repeat(MAX_CODE_LENGTH),
        save_xml: 'x'.repeat(MAX_XML_LENGTH)
      })
    ).toBeNull();
  });

  it('runs no code of the message', () => {
    const trap = jest.fn(() => 'jigsaw');
    const data = Object.defineProperty({ ...MESSAGE }, 'type', { get: trap });
    expect(reasonOf(data)).toBe('not-an-object');
    expect(trap).not.toHaveBeenCalled();
  });

  it.each([
    ['a list', Object.assign([], MESSAGE)],
    ['a date', Object.assign(new Date(0), MESSAGE)],
    ['one that inherits', Object.create(MESSAGE)],
    ['a message', MESSAGE]
  ])('claims what MetaKernel’s listener would take: %s', (_, data) => {
    expect(claimsToBeJigsaw(data)).toBe(true);
  });

  it.each([[null], [undefined], [7], ['jigsaw'], [{ type: 'other' }], [[]]])(
    'leaves other messages alone: %p',
    data => expect(claimsToBeJigsaw(data)).toBe(false)
  );

  it('answers anything at all with a request or a reason', () => {
    const almost = fc.record(
      {
        type: fc.oneof(fc.constant('jigsaw'), fc.anything()),
        version: fc.oneof(fc.constantFrom(1, 2), fc.anything()),
        action: fc.oneof(
          fc.constantFrom('execute', 'insert', 'clear', 'keep', 'incomplete'),
          fc.anything()
        ),
        workspace_filename: fc.oneof(fc.constant('w.xml'), fc.anything()),
        code: fc.oneof(fc.string(), fc.anything()),
        save_xml: fc.oneof(fc.string(), fc.anything()),
        msg_id: fc.oneof(fc.string(), fc.anything()),
        ['__proto__']: fc.anything()
      },
      { requiredKeys: [] }
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(almost, fc.anything()), data => {
        const guarded = guardRequest(data);
        if ('reason' in guarded) {
          return;
        }
        taken++;
        const { request } = guarded;
        expect(claimsToBeJigsaw(data)).toBe(true);
        expect([1, 2]).toContain(request.version);
        expect(['execute', 'insert', 'clear', 'keep', 'incomplete']).toContain(
          request.action
        );
        expect(isWorkspaceFilename(request.filename)).toBe(true);
        expect(typeof request.id).toBe('string');
        expect(typeof request.key).toBe('string');
        for (const value of [request.code, request.xml]) {
          expect(value === null || typeof value === 'string').toBe(true);
        }
        expect(
          ['execute', 'insert'].includes(request.action) &&
            request.code === null
        ).toBe(false);
        expect(Object.keys(request)).toHaveLength(7);
      }),
      { numRuns: 10_000 }
    );
    expect(taken).toBeGreaterThan(10);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('isWorkspaceFilename', () => {
  it.each([
    'workspace1.xml',
    'jigsaw-workspace-ABC123.xml',
    'sub/ws.xml',
    'Übung 1.xml',
    'a.b.xml',
    '工作.xml'
  ])('takes %j', name => {
    expect(isWorkspaceFilename(name)).toBe(true);
  });

  it.each([
    '',
    '.xml',
    'sub/.xml',
    'ws.ipynb',
    'ws.xml.ipynb',
    'ws.XML',
    'ws.xml ',
    'ws.xml\n',
    '/ws.xml',
    '//host/ws.xml',
    'a//b.xml',
    '../ws.xml',
    'a/../../ws.xml',
    './ws.xml',
    'a/./b.xml',
    '..\\ws.xml',
    'a\\b.xml',
    'C:/ws.xml',
    'drive:ws.xml',
    '%2e%2e%2fws.xml',
    '..%2fws.xml',
    'ws.xml%00.ipynb',
    'ws\u0000.xml',
    'ws\u0085.xml',
    'a./ws.xml',
    'a /ws.xml',
    ' ws.xml',
    '.ipynb_checkpoints/ws.xml',
    '.ssh/ws.xml',
    `${'a'.repeat(MAX_FILENAME_LENGTH)}.xml`
  ])('refuses %j', name => {
    expect(isWorkspaceFilename(name)).toBe(false);
  });

  it('takes nothing that leads out of its folder', () => {
    const piece = fc.constantFrom(
      ...['..', '.', '/', '\\', '%2e', '%2F', 'a', ' ', ':', '\0', 'x.xml']
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const name = `${pieces.join('')}.xml`;
        if (isWorkspaceFilename(name)) {
          const url = new URL(name, 'http://host/folder/');
          expect(url.host).toBe('host');
          expect(decodeURIComponent(url.pathname)).toBe(`/folder/${name}`);
        }
      }),
      { numRuns: 5_000 }
    );
  });
});
