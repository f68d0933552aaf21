/**
 * The extension as JupyterLab names it.
 */
export const EXTENSION = 'jupyterlab-jigsaw';

/**
 * What `scripts/bench.mjs` was asked for; it starts this in processes of its
 * own, so the answers travel in the environment.
 */
export const options = {
  /**
   * Fewer samples: for a look while working, not for a record.
   */
  quick: process.env.JIGSAW_BENCH_QUICK === '1',
  /**
   * Whether a target that is missed is a failure.
   */
  check: process.env.JIGSAW_BENCH_CHECK === '1',
  /**
   * The server with the extension, and the one without.
   */
  port: process.env.JIGSAW_BENCH_PORT ?? '9097',
  portWithout: process.env.JIGSAW_BENCH_PORT_WITHOUT ?? '9098'
};

/**
 * A number of samples.
 */
export function samples(full: number, quick: number): number {
  return options.quick ? quick : full;
}
