import type { CDPSession, Page } from '@playwright/test';

/**
 * Reads how long a page's main thread has worked: the processor's time, so that
 * other programs on the machine do not count.
 */
export class MainThread {
  private constructor(private _tools: CDPSession) {}

  static async of(page: Page): Promise<MainThread> {
    const tools = await page.context().newCDPSession(page);
    await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MainThread(tools);
  }

  /**
   * The milliseconds of work that something causes until it is fulfilled, the
   * asking included (some tenths).
   */
  async during<T>(
    action: () => Promise<T>
  ): Promise<{ cpu: number; value: T }> {
    const before = await this._taskDuration();
    const value = await action();
    return { cpu: (await this._taskDuration()) - before, value };
  }

  /**
   * The bytes that live on the page's JavaScript heap, garbage collected.
   */
  async heap(): Promise<number> {
    await this._tools.send('HeapProfiler.collectGarbage');
    return (await this._tools.send('Runtime.getHeapUsage')).usedSize;
  }

  private async _taskDuration(): Promise<number> {
    const { metrics } = await this._tools.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'TaskDuration');
    if (!found) {
      throw new Error('The browser counts no task durations');
    }
    return found.value * 1000;
  }
}
