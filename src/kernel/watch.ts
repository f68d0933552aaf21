import { type Kernel, KernelAPI } from '@jupyterlab/services';

import type { Run } from './run';

/**
 * How long a run may say nothing before the server is asked about its kernel,
 * and how far that grows while it keeps silent, in milliseconds.
 */
const FIRST = 2_000;
const LONGEST = 30_000;

/**
 * Watch over a run that was sent: notice when its kernel isn't at work on it
 * any more though no reply has come.
 *
 * When another client restarts a kernel, the old process may go without a
 * reply, and what the new one says first is lost when it speaks before the
 * server has subscribed to it: nothing comes over the WebSocket then. The
 * server knows better what the kernel does, and is asked only about runs that
 * are silent.
 *
 * @param onDoubt - called when the server says that the kernel isn't busy
 */
export function watchRun(
  run: Run,
  kernel: Kernel.IKernelConnection,
  onDoubt: () => void
): void {
  let delay = FIRST;
  let timer = setTimeout(() => void check(), delay);
  run.stateChanged.connect((_, state) => {
    if (state === 'done') {
      clearTimeout(timer);
    }
  });

  async function check(): Promise<void> {
    const { heardAt } = run;
    if (Date.now() - heardAt < delay) {
      delay = FIRST;
    } else {
      delay = Math.min(2 * delay, LONGEST);
      const isIdle = await isNotBusy(kernel);
      if (isIdle && !run.result && heardAt === run.heardAt) {
        onDoubt();
      }
    }
    if (!run.result) {
      timer = setTimeout(() => void check(), delay);
    }
  }
}

async function isNotBusy(kernel: Kernel.IKernelConnection): Promise<boolean> {
  try {
    const model = await KernelAPI.getKernelModel(
      kernel.id,
      kernel.serverSettings
    );
    return !!model?.execution_state && model.execution_state !== 'busy';
  } catch {
    // A server that is away is noticed by the connection.
    return false;
  }
}
