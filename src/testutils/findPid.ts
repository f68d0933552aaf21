import { type Kernel, KernelMessage } from '@jupyterlab/services';

/**
 * The number of a Python kernel's process, asked for without an executor.
 */
export async function findPid(
  kernel: Kernel.IKernelConnection
): Promise<number> {
  const code = 'import os; print(os.getpid(), flush=True)';
  const future = kernel.requestExecute({ code });
  let text = '';
  future.onIOPub = msg => {
    if (KernelMessage.isStreamMsg(msg)) {
      text += msg.content.text;
    }
  };
  await future.done;
  return Number(text);
}
