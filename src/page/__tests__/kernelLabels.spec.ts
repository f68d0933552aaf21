import type { Session } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { FakeServer } from '../../testutils/fakeServer';
import { sessionLabels, specsByName, statusLabel } from '../kernelLabels';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const { specs } = new FakeServer({ zebra: 'python', ape: 'r' });

const session = (id: string, path: string, name: string) =>
  ({
    id,
    path,
    name: path,
    type: 'file',
    kernel: { id, name }
  }) as Session.IModel;

describe('specsByName', () => {
  it('is sorted by what people read', () => {
    expect(specsByName(specs)).toEqual([
      { name: 'ape', label: 'The ape' },
      { name: 'zebra', label: 'The zebra' }
    ]);
    expect(specsByName(null)).toEqual([]);
  });
});

describe('sessionLabels', () => {
  it('tells each session from the others', () => {
    expect(
      sessionLabels(
        [
          session('11111111-0', 'f/a.jigsaw', 'ape'),
          session('22222222-0', 'f/a.jigsaw', 'zebra'),
          session('33333333-0', 'f/a.jigsaw', 'ape'),
          session('44444444-0', 'f/a.jigsaw', 'gone')
        ],
        specs
      )
    ).toEqual([
      'a.jigsaw · The ape · 11111111',
      'a.jigsaw · The zebra',
      'a.jigsaw · The ape · 33333333',
      'a.jigsaw · gone'
    ]);
  });
});

describe('statusLabel', () => {
  it('has a word for what a kernel may do', () => {
    expect(statusLabel('idle', trans)).toBe('idle');
    expect(statusLabel('no-kernel', trans)).toBe('no kernel');
    expect(statusLabel('autorestarting', trans)).toBe('restarting…');
    expect(statusLabel('disconnected', trans)).toBe('connecting…');
  });
});
