import { isEcho } from '../echo';

const echo = {
  arrived: true,
  headers: { Host: 'hub.org' },
  protocol: 'http',
  version: '1.0'
};

it('what a server says that arrived is known by its form', () => {
  expect(isEcho(echo)).toBe(true);
  expect(isEcho({ ...echo, headers: {}, of: 'another version' })).toBe(true);
});

it.each([
  null,
  undefined,
  'text',
  {},
  { ...echo, headers: null },
  { ...echo, headers: 'Host: hub.org' },
  { ...echo, headers: undefined },
  { ...echo, protocol: 1 },
  { ...echo, version: null }
])('%j is something else', value => {
  expect(isEcho(value)).toBe(false);
});
