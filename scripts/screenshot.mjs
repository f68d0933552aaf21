/**
 * `npm run screenshot`: take the pictures of docs/images from the real thing.
 * `npm run screenshot -- --as-is` takes them of what is installed now.
 */
import { execFileSync, spawn } from 'node:child_process';
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
import { writeOldNotebook } from './lib/oldNotebook.mjs';
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
import { install, testKernel } from './lib/wheel.mjs';

const EXAMPLE = 'first-steps.jigsaw';

/** The last line that the example prints. */
const LAST_LINE = 'More than ten!';

/** The last that the blocks of the old notebook print. */
const LAST_OLD = 'A full turn is 360.0';

/** CSS pixels; the picture has a quarter more on each side. */
const SIZE = { width: 1280, height: 860 };
const FRAME_SIZE = { width: 1280, height: 790 };
const SCALE = 1.25;

/** Milliseconds for a server, a page or a kernel to come up. */
const TIMEOUT = 60_000;

/** Where the page is shown when something did not come. */
const FAILURE = join(state, 'logs', 'screenshot-failure.png');

/** The last of them is the theme of all other pictures. */
const PICTURES = [
  { theme: 'JupyterLab Dark', blocks: 'jp-jigsaw-dark', file: 'dark' },
  { theme: 'JupyterLab Light', blocks: 'jp-jigsaw-light', file: 'light' }
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
  const env = childEnv({
    JUPYTER_CONFIG_DIR: join(home, 'config'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
    IPYTHONDIR: join(home, 'ipython')
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
      env: { ...env, JUPYTER_TOKEN: token }
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
    urlOf: name => `${url}/lab/tree/${name}?reset&token=${token}`,
    addOldNotebook: () => {
      const folder = join(home, 'examples');
      const name = writeOldNotebook(folder);
      // Its user has run it, long ago.
      execFileSync(venvProgram('jupyter'), ['trust', join(folder, name)], {
        env,
        stdio: 'ignore'
      });
      return name;
    },
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

async function takePanel(page) {
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
    await draw(page, page, `panel-${file}`);
  }
}

async function takeFrame(page) {
  const output = page.locator('.jp-Cell-outputArea');
  const blocks = output.locator('.jp-Jigsaw-cell');
  await blocks.locator('.blocklyDraggable').first().waitFor();
  await page.locator('#jp-main-statusbar').getByText('| Idle').waitFor();
  await blocks.getByRole('button', { name: 'Run', exact: true }).click();
  await output.getByText(LAST_OLD).waitFor();
  await output.locator('.jp-Jigsaw-frameSign').getByText('· saved ·').waitFor();
  await draw(page, page.locator('.jp-NotebookPanel'), 'frame');
}

/**
 * Take a picture when all is drawn.
 *
 * @param what - the page, or a part of it
 */
async function draw(page, what, name) {
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
  const folder = join(root, 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await what.screenshot({ path, caret: 'hide' });
  const size = Math.round(statSync(path).size / 1000);
  console.log(`docs/images/${name}.png  ${size} kB`);
}

async function main() {
  if (!process.argv.includes('--as-is')) {
    await ensure(install);
  }
  await ensure(testKernel);
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
      const inPage = async (viewport, name, take) => {
        const page = await chrome.newPage({
          viewport,
          deviceScaleFactor: SCALE
        });
        page.setDefaultTimeout(TIMEOUT);
        try {
          await page.goto(server.urlOf(name));
          await take(page);
        } catch (error) {
          await page.screenshot({ path: FAILURE });
          throw new StepError(
            `${error.message}\nWhat was to be seen: ${FAILURE}`
          );
        }
        await page.close();
      };
      await inPage(SIZE, EXAMPLE, takePanel);
      await inPage(FRAME_SIZE, server.addOldNotebook(), takeFrame);
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
