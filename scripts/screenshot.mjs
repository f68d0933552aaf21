/**
 * `npm run screenshot`: take the pictures of docs/images from the real thing.
 * `npm run screenshot -- --as-is` takes them of what is installed now.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, findBrowser } from './lib/browser.mjs';
import {
  childEnv,
  isRoot,
  nodeProgram,
  root,
  state,
  venvProgram
} from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { StepError, ensure, explain } from './lib/steps.mjs';
import { install } from './lib/wheel.mjs';

const EXAMPLE = 'first-steps.jigsaw';

/** The last line that the example prints. */
const LAST_LINE = 'More than ten!';

/** CSS pixels; the picture has a quarter more on each side. */
const SIZE = { width: 1280, height: 860 };
const SCALE = 1.25;

/** Milliseconds for a server, a page or a kernel to come up. */
const TIMEOUT = 60_000;

/** Where the page is shown when something did not come. */
const FAILURE = join(state, 'logs', 'screenshot-failure.png');

const PICTURES = [
  { theme: 'JupyterLab Light', blocks: 'jp-jigsaw-light', file: 'light' },
  { theme: 'JupyterLab Dark', blocks: 'jp-jigsaw-dark', file: 'dark' }
];

/**
 * A JupyterLab on a copy of the examples, with no settings but ours.
 */
async function startServer(home) {
  const settings = {
    'notification.jupyterlab-settings': {
      fetchNews: 'false',
      checkForUpdates: false
    },
    'themes.jupyterlab-settings': { theme: PICTURES[0].theme }
  };
  const folder = join(home, 'settings', '@jupyterlab', 'apputils-extension');
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of Object.entries(settings)) {
    writeFileSync(join(folder, name), JSON.stringify(value));
  }
  cpSync(join(root, 'examples'), join(home, 'examples'), {
    recursive: true,
    filter: source => source !== join(root, 'examples', 'extension')
  });
  const port = await freePort();
  const token = randomUUID();
  const server = spawn(
    venvProgram('jupyter'),
    [
      'lab',
      '--no-browser',
      '--ip=127.0.0.1',
      `--port=${port}`,
      '--ServerApp.port_retries=0',
      `--ServerApp.root_dir=${join(home, 'examples')}`,
      `--LabApp.user_settings_dir=${join(home, 'settings')}`,
      `--LabApp.workspaces_dir=${join(home, 'workspaces')}`,
      // Lets the page change its theme without a hand on its menus.
      '--LabApp.expose_app_in_browser=True',
      '--LanguageServerManager.autodetect=False',
      ...(isRoot ? ['--allow-root'] : [])
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: childEnv({
        JUPYTER_TOKEN: token,
        JUPYTER_CONFIG_DIR: join(home, 'config'),
        JUPYTER_DATA_DIR: join(home, 'data'),
        JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
        IPYTHONDIR: join(home, 'ipython')
      })
    }
  );
  let log = '';
  server.stderr.on('data', data => (log = (log + data).slice(-4000)));
  const ended = new Promise(resolve => server.once('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([
    untilItAnswers(`${url}/api`),
    ended.then(() => {
      throw new StepError(`JupyterLab did not start:\n${log}`);
    })
  ]);
  return {
    url: `${url}/lab/tree/${EXAMPLE}?token=${token}`,
    stop: () => {
      server.kill('SIGTERM');
      return ended;
    }
  };
}

async function untilItAnswers(url) {
  const end = Date.now() + TIMEOUT;
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

async function take(page, url) {
  await page.goto(url);
  const panel = page.locator('.jp-Jigsaw-panel');
  await panel.locator('.blocklyDraggable').first().waitFor();
  const kernel = page.locator('.jp-Jigsaw-kernelItem');
  // A run that comes before the kernel would ask for one.
  await page.waitForFunction(() => {
    const { panel } = window.jupyterapp.shell.currentWidget;
    return !!panel?.session.context?.session?.kernel;
  });
  await page.locator('jp-button[data-command="jigsaw:run"]').click();
  await panel
    .locator('.jp-Jigsaw-output')
    .getByText(LAST_LINE, { exact: false })
    .waitFor();
  await page
    .locator('jp-button[data-command="jigsaw:stop"][disabled]')
    .waitFor();
  await kernel.locator('[title="Kernel Idle"]').waitFor();
  const folder = join(root, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  for (const { theme, blocks, file } of PICTURES) {
    await page.evaluate(
      name =>
        window.jupyterapp.commands.execute('apputils:change-theme', {
          theme: name
        }),
      theme
    );
    await page
      .locator(`body[data-jp-theme-name="${theme}"]`)
      .waitFor({ state: 'attached' });
    await panel.locator(`.${blocks}-theme`).waitFor();
    // Nothing is pointed at, and what a new style sheet changes is drawn.
    await page.mouse.move(SIZE.width / 2, SIZE.height - 4);
    await page.evaluate(async () => {
      document.activeElement?.blur();
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame++) {
        await new Promise(resolve => requestAnimationFrame(resolve));
      }
      await Promise.all(
        document
          .getAnimations()
          .filter(one => one.effect?.getComputedTiming().iterations === 1)
          .map(one => one.finished.catch(() => undefined))
      );
    });
    const path = join(folder, `panel-${file}.png`);
    await page.screenshot({ path, caret: 'hide' });
    const size = Math.round(statSync(path).size / 1000);
    console.log(`docs/images/panel-${file}.png  ${size} kB`);
  }
}

async function main() {
  if (!process.argv.includes('--as-is')) {
    await ensure(install);
  }
  await ensure(browser);
  const { chromium } = await import(
    pathToFileURL(nodeProgram('playwright-core/index.mjs')).href
  );
  const home = mkdtempSync(join(tmpdir(), 'jigsaw-screenshot-'));
  const server = await startServer(home);
  try {
    const chrome = await chromium.launch({
      executablePath: await findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
    });
    try {
      const page = await chrome.newPage({
        viewport: SIZE,
        deviceScaleFactor: SCALE
      });
      page.setDefaultTimeout(TIMEOUT);
      try {
        await take(page, server.url);
      } catch (error) {
        await page.screenshot({ path: FAILURE });
        throw new StepError(
          `${error.message}\nWhat was to be seen: ${FAILURE}`
        );
      }
    } finally {
      await chrome.close();
    }
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

main().catch(error => {
  explain(error);
  process.exitCode = 1;
});
