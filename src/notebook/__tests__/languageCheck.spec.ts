import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import type { IKernelExecutor } from '../../kernel';
import { fits, languageOfKernel, whyNotRun } from '../languageCheck';

describe('fits', () => {
  it('refuses what is known not to be understood, and nothing else', () => {
    expect(fits(['python', 'ipython'], 'Python')).toBe(true);
    expect(fits(['python'], 'scheme')).toBe(false);
    expect(fits(null, 'scheme')).toBe(true);
    expect(fits(['python'], null)).toBe(true);
  });
});

function make(info: Promise<unknown>, spec?: string) {
  const executor = {
    kernel: { info, spec: Promise.resolve(spec && { language: spec }) },
    status: 'idle'
  };
  return Object.assign(executor, {
    statusChanged: new Signal<unknown, unknown>(executor)
  }) as unknown as IKernelExecutor & {
    status: string;
    statusChanged: Signal<unknown, unknown>;
  };
}

const never = new Promise(() => undefined);

describe('whyNotRun', () => {
  const trans = nullTranslator.load('');
  const ask = (executor: IKernelExecutor) =>
    whyNotRun('python', ['python'], executor, trans);

  it('does not wait for a kernel at work whose language the server knows', async () => {
    expect(await ask(make(never, 'Python'))).toBeNull();
  });

  it('says what can be done, where no magic names the language, too', async () => {
    const scheme = Promise.resolve({ language_info: { name: 'scheme' } });
    expect(await ask(make(scheme))).toContain('%jigsaw');
    const inserted = await whyNotRun(
      'python',
      ['python'],
      make(scheme),
      trans,
      true
    );
    expect(inserted).toContain('new Jigsaw cell');
    expect(inserted).not.toContain('%');
  });

  it('refuses by what the kernel says alone', async () => {
    const scheme = Promise.resolve({ language_info: { name: 'scheme' } });
    expect(await ask(make(scheme, 'klingon'))).toContain('speaks scheme');
    const python = Promise.resolve({ language_info: { name: 'python' } });
    expect(await ask(make(python, 'klingon'))).toBeNull();
  });
});

describe('languageOfKernel', () => {
  it('waits for what the kernel says', async () => {
    const info = Promise.resolve({ language_info: { name: 'scheme' } });
    expect(await languageOfKernel(make(info))).toBe('scheme');
  });

  it('waits for no kernel that is gone, or goes', async () => {
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
