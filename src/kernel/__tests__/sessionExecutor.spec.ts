import { describeExecutor } from '../../testutils/executorContract';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { teachPrograms } from '../../testutils/programs';
import { countListeners, until } from '../../testutils/signals';
import { SessionExecutor } from '..';

describeExecutor(
  'SessionExecutor on a fake kernel',
  async options => {
    const kernel = new FakeKernel();
    teachPrograms(kernel);
    const source = new FakeSessionSource(options.kernel ? kernel : null);
    const connection = source.session?.kernel;
    const listeners = countListeners([
      source.disposed,
      source.kernelChanged,
      source.statusChanged,
      source.connectionStatusChanged,
      ...(connection
        ? [
            connection.statusChanged,
            connection.connectionStatusChanged,
            connection.disposed,
            connection.iopubMessage,
            connection.anyMessage
          ]
        : [])
    ]);
    const executor = new SessionExecutor(source);
    if (connection) {
      await until(connection.statusChanged, () => connection.status === 'idle');
    }
    return {
      executor,
      listeners,
      restart: async () => connection?.restart(),
      kill: async () => kernel.die(true),
      answers: async () => void (await connection?.requestKernelInfo()),
      interrupt: async () => connection?.interrupt(),
      setOrder: order => (kernel.order = order),
      dispose: async () => {
        executor.dispose();
        source.dispose();
      }
    };
  },
  { order: true }
);
