/**
 * Runs of a `ServerExecutor`, with a `@jupyterlab/services` of its own, as the
 * app page and the classic notebook have it. It is bundled, and so is the one
 * file here that imports what it runs; see `lib/bundle.ts`.
 */
import { KernelManager, SessionManager } from '@jupyterlab/services';
import type { ServerConnection } from '@jupyterlab/services';

import { ServerExecutor } from '../../src/kernel';

declare global {
  interface Window {
    serverRuns: IServerRuns;
  }
}

export interface IServerRuns {
  /**
   * @param path - the document whose session is used
   */
  open(settings: ServerConnection.ISettings, path: string): Promise<void>;
  /**
   * Find the session, connect, and run code.
   *
   * @returns milliseconds from the call to the first output
   */
  first(code: string): Promise<number>;
  /**
   * Run code by the connection that is open.
   *
   * @returns milliseconds from the call to the first output
   */
  later(code: string): Promise<number>;
  close(): void;
}

let kernels: KernelManager;
let sessions: SessionManager;
let executor: ServerExecutor;
let path: string;

function create(): ServerExecutor {
  return new ServerExecutor({
    sessions,
    path,
    choose: () => Promise.resolve(null),
    start: () => Promise.resolve(null)
  });
}

async function run(one: ServerExecutor, code: string, began: number) {
  const made = one.execute(code);
  const first = new Promise<number>((resolve, reject) => {
    made.outputChanged.connect(() => resolve(performance.now() - began));
    void made.done.then(({ status }) => {
      if (status !== 'ok') {
        reject(new Error(`The kernel answers '${status}'`));
      }
    });
  });
  await made.done;
  return first;
}

window.serverRuns = {
  open: async (settings, document) => {
    path = document;
    kernels = new KernelManager({ serverSettings: settings });
    sessions = new SessionManager({
      kernelManager: kernels,
      serverSettings: settings
    });
    await sessions.ready;
    executor = create();
    await executor.connect();
  },
  first: async code => {
    const began = performance.now();
    const one = create();
    await one.connect();
    const time = await run(one, code, began);
    one.dispose();
    return time;
  },
  later: code => run(executor, code, performance.now()),
  close: () => {
    executor.dispose();
    sessions.dispose();
    kernels.dispose();
  }
};
