/**
 * How Chromium is started by all that drives one.
 */
export const launchOptions = {
  executablePath: process.env.JIGSAW_CHROMIUM || undefined,
  args: [
    // As root, in a container or in CI there is no sandbox to be had.
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ]
};
