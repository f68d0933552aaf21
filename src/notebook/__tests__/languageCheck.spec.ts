import { Signal } from '@lumino/signaling';

import type { IKernelExecutor } from '../../kernel';
import { fits, languageOfKernel } from '../languageCheck';

describe('fits', () => {
  it('refuses what is known not to be understood, and nothing else', () => {
    expect(fits(['python', 'ipython'], 'Python')).toBe(true);
    expect(fits(['python'], 'scheme')).toBe(false);
    expect(fits(null, 'scheme')).toBe(true);
    expect(fits(['python'], null)).toBe(true);
  });
});

describe('languageOfKernel', () => {
  const make = (info: Promise<unknown>) => {
    const executor = { kernel: { info }, status: 'idle' };
    return Object.assign(executor, {
      statusChanged: new Signal<unknown, unknown>(executor)
    }) as unknown as IKernelExecutor & {
      status: string;
      statusChanged: Signal<unknown, unknown>;
    };
  };

  it('waits for what the kernel says', async () => {
    const info = Promise.resolve({ language_info: { name: 'scheme' } });
    expect(await languageOfKernel(make(info))).toBe('scheme');
  });

  it('waits for no kernel that is gone, or goes', async () => {
    const never = new Promise(() => undefined);
    const dead = make(never);
    dead.status = 'dead';
    expect(await languageOfKernel(dead)).toBeNull();
    const dying = make(never);
    const language = languageOfKernel(dying);
    dying.status = 'disconnected';
    dying.statusChanged.emit(undefined);
    expect(await language).toBeNull();
    expect(
      await languageOfKernel(make(Promise.reject(new Error())))
    ).toBeNull();
  });
});
