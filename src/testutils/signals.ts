import type { ISignal } from '@lumino/signaling';

/**
 * Wait until a condition holds that a signal may bring about.
 */
export function until<T, U>(
  signal: ISignal<T, U>,
  condition: () => boolean
): Promise<void> {
  return new Promise(resolve => {
    const check = () => {
      if (condition()) {
        signal.disconnect(check);
        resolve();
      }
    };
    signal.connect(check);
    check();
  });
}

/**
 * Count, from now on, the listeners that stay on some signals.
 */
export function countListeners(signals: readonly IConnectable[]): () => number {
  const counts = signals.map(signal => {
    let count = 0;
    const connect = signal.connect.bind(signal);
    const disconnect = signal.disconnect.bind(signal);
    signal.connect = (slot, context) => {
      const isNew = connect(slot, context);
      count += isNew ? 1 : 0;
      return isNew;
    };
    signal.disconnect = (slot, context) => {
      const wasThere = disconnect(slot, context);
      count -= wasThere ? 1 : 0;
      return wasThere;
    };
    return () => count;
  });
  return () => counts.reduce((sum, count) => sum + count(), 0);
}

/**
 * Any signal, whoever sends it and whatever it says.
 */
interface IConnectable {
  connect(slot: Slot, context?: unknown): boolean;
  disconnect(slot: Slot, context?: unknown): boolean;
}

type Slot = (sender: unknown, args: unknown) => void;
