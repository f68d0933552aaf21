import { forbidsFrames } from '../headers';

const ORIGIN = 'https://hub.example:8443';

const forbids = (headers: Record<string, string>, origin = ORIGIN) =>
  // jsdom has no Headers, which are a map by names in lower case.
  forbidsFrames(
    {
      get: (name: string) => headers[name.toLowerCase()] ?? null
    } as Headers,
    origin
  );

const csp = (text: string) => ({ 'content-security-policy': text });

describe('forbidsFrames', () => {
  it.each([
    ["frame-ancestors 'none'"],
    ["default-src 'self'; frame-ancestors 'none'; sandbox allow-scripts"],
    ["FRAME-ANCESTORS 'none'"],
    ['frame-ancestors'],
    ['frame-ancestors https://other.example'],
    ['frame-ancestors https://hub.example'],
    ['frame-ancestors http://hub.example:8443'],
    ['frame-ancestors *.hub.example:*'],
    ['frame-ancestors https:8443'],
    // Each of them has to allow it.
    ["frame-ancestors 'self', frame-ancestors 'none'"]
  ])('is true of %s', text => {
    expect(forbids(csp(text))).toBe(true);
  });

  it.each([
    ["frame-ancestors 'self'"],
    ['frame-ancestors *'],
    ['frame-ancestors https:'],
    ["frame-ancestors 'none' https://hub.example:8443"],
    ['frame-ancestors hub.example:*'],
    ['frame-ancestors *.example:8443'],
    ["default-src 'none'; sandbox allow-scripts"],
    ['']
  ])('is false of %s', text => {
    expect(forbids(csp(text))).toBe(false);
  });

  it('knows the port that goes without saying', () => {
    const origin = 'https://hub.example';
    expect(forbids(csp('frame-ancestors https://hub.example'), origin)).toBe(
      false
    );
    expect(
      forbids(csp('frame-ancestors https://hub.example:443'), origin)
    ).toBe(false);
    expect(forbids(csp('frame-ancestors https://hub.example:80'), origin)).toBe(
      true
    );
  });

  it('looks at the older header where there is no newer one', () => {
    const option = { 'x-frame-options': 'DENY' };
    expect(forbids(option)).toBe(true);
    expect(forbids({ 'x-frame-options': 'SAMEORIGIN' })).toBe(false);
    expect(forbids({ ...option, ...csp("frame-ancestors 'self'") })).toBe(
      false
    );
    expect(forbids({})).toBe(false);
  });
});
