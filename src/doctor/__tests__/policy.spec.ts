import { boundFrames, forbiddenFrames } from '../policy';

/** As in the table of the server's half (`test_doctor.py`). */
describe('policies', () => {
  it.each([
    ["frame-ancestors 'self'; report-uri /x", null, null],
    ["frame-ancestors 'none'", "frame-ancestors 'none'", null],
    [
      'frame-ancestors https://other.example.com',
      'frame-ancestors https://other.example.com',
      null
    ],
    ['frame-ancestors *', null, null],
    ["frame-src 'self'", null, "frame-src 'self'"],
    ["default-src 'self'", null, "default-src 'self'"],
    ["default-src 'none'; frame-src *", null, null],
    ["frame-src 'self' https://calysto.github.io", null, null],
    ["FRAME-SRC 'self'; frame-src *", null, "frame-src 'self'"],
    [
      "script-src 'self', frame-ancestors 'none'",
      "frame-ancestors 'none'",
      null
    ],
    ['', null, null],
    [null, null, null]
  ])('%s', (header, forbidden, bound) => {
    expect([forbiddenFrames(header), boundFrames(header)]).toEqual([
      forbidden,
      bound
    ]);
  });
});
