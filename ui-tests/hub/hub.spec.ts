import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { addBlock, CellBook } from '../cell';
import { Jigsaw } from '../jigsaw';
import { FrameBook } from '../metakernel';
import { logIn, setServer, signIn, userOf } from './hub';

/** A panel of a new file. */
async function newPanel(page: Page) {
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  return Jigsaw.find(page, 'untitled.jigsaw');
}

test('a panel runs blocks', async ({ page }, info) => {
  await logIn(page, userOf('pupil', info));
  const panel = await newPanel(page);
  await panel.take('Text', 'print', await panel.at(250, 80));
  await panel.button('jigsaw:run').click();
  await expect(panel.output).toContainText('Hello');
});

test('a kernel of another prefix is found by JUPYTER_PATH', async ({
  page
}, info) => {
  const user = userOf('pupil', info);
  await logIn(page, user);
  const specs = await page.request.get(`user/${user}/api/kernelspecs`);
  const { kernelspecs } = await specs.json();
  expect(Object.keys(kernelspecs)).toEqual(
    expect.arrayContaining(['jigsaw_test_metakernel', 'of_another_prefix'])
  );
});

test('a class sees the app page first, and its blocks run', async ({
  page,
  browser,
  baseURL
}, info) => {
  const user = userOf('class', info);
  await signIn(page, user);
  await page.waitForURL(`**/jupyter/user/${user}/jigsaw`, { timeout: 60_000 });
  await page.getByRole('button', { name: 'New Workspace' }).click();
  const jigsaw = await Jigsaw.onPage(page);
  await jigsaw.take('Text', 'print', await jigsaw.at(250, 80));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(jigsaw.output).toHaveText('Hello');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.jp-JigsawPage-name')).not.toHaveClass(/dirty/);

  const context = await browser.newContext({
    baseURL,
    ignoreHTTPSErrors: true
  });
  const other = await context.newPage();
  const answer = await other.goto(`user/${user}/jigsaw/untitled.jigsaw`);
  expect(answer?.url()).toContain('/hub/login');
  await context.close();
});

test('%jigsaw shows blocks in a notebook, and they run', async ({
  page
}, info) => {
  await logIn(page, userOf('pupil', info));
  const made = await CellBook.make(page, 'cell.ipynb');
  await addBlock(page, made.blocks);
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['Hello']);
});

test('the blocks of an old frame of MetaKernel show and run, though the hub forbids frames', async ({
  page
}, info) => {
  const user = userOf('pupil', info);
  await logIn(page, user);
  const made = await FrameBook.run(page, 'frame.ipynb', {
    kernel: 'of_another_prefix'
  });
  const file = await page.request.get(`user/${user}/files/ws.html`);
  expect(file.headers()['content-security-policy']).toContain(
    "frame-ancestors 'none'"
  );
  await expect(made.sign).toContainText(
    'shown by Jigsaw: the server forbids frames'
  );
  await addBlock(page, made.native);
  await made.native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(made.printed).toHaveText(['Hello']);
  await expect(made.sign).toContainText('saved');
});

test('the doctor finds nothing that stands in the way', async ({
  page
}, info) => {
  await logIn(page, userOf('pupil', info));
  await page.getByRole('menuitem', { name: 'Jigsaw', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Check Connection' }).click();
  const report = page.locator('.jp-Jigsaw-doctor');
  await report
    .locator('button:enabled', { hasText: 'Check Again' })
    .waitFor({ timeout: 60_000 });
  await expect(report.locator('article.jp-mod-broken')).toHaveCount(0);
  // Of kernels this machine may have some that the hub is not told of.
  await expect(
    report.locator('article.jp-mod-warning:not([data-finding^="kernel"])')
  ).toHaveCount(0);
  await expect(
    report.locator('[data-finding="frames-forbidden"]')
  ).toContainText("frame-ancestors 'none'");
  await report.getByText('What is fine').click();
  await expect(report).toContainText('A WebSocket outlives 8 s of silence');
  await expect(report).toContainText('of_another_prefix');
});

test('a user reaches nothing of another user', async ({
  page,
  browser,
  baseURL
}, info) => {
  const [ada, bob] = ['ada', 'bob'].map(name => userOf(name, info));
  await logIn(page, ada);
  const made = await CellBook.make(page, 'secret.ipynb');
  const kernel = await page.evaluate(
    () => window.jupyterapp.serviceManager.kernels.running().next().value?.id
  );
  expect(kernel).toBeTruthy();
  await made.save();

  const context = await browser.newContext({
    baseURL,
    ignoreHTTPSErrors: true
  });
  const other = await context.newPage();
  await logIn(other, bob);
  for (const path of [
    'api/contents/secret.ipynb',
    'api/sessions',
    'files/secret.ipynb',
    'lab',
    'jigsaw',
    'jigsaw/api/echo',
    'jigsaw/api/report'
  ]) {
    const answer = await other.request.get(`user/${ada}/${path}`, {
      maxRedirects: 5
    });
    expect([403, 404], path).toContain(answer.status());
  }
  const openSocket = (of: Page, path: string) =>
    of.evaluate(
      url =>
        new Promise(resolve => {
          const socket = new WebSocket(url);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        }),
      new URL(`user/${ada}/${path}`, baseURL).href.replace('http', 'ws')
    );
  for (const path of [`api/kernels/${kernel}/channels`, 'jigsaw/api/socket']) {
    expect(await openSocket(page, path), path).toBe('open');
    expect(await openSocket(other, path), path).toBe('refused');
  }
  await context.close();
});

test('a server that is stopped and started in mid-work loses no blocks', async ({
  page
}, info) => {
  const user = userOf('stopped', info);
  await logIn(page, user);
  const panel = await newPanel(page);
  await panel.take('Text', 'print', await panel.at(250, 80));
  await panel.button('jigsaw:run').click();
  await expect(panel.output).toContainText('Hello');
  await setServer(user, 'stopped');
  // JupyterLab tells it, in as many dialogs as there are things that failed.
  const dialog = page.locator('.jp-Dialog');
  const complaint = dialog.filter({
    hasText: /Server unavailable|File Save Error|Error Starting Kernel/
  });
  await expect(complaint.first()).toBeVisible({ timeout: 60_000 });
  await page.addLocatorHandler(complaint, () =>
    complaint
      .getByRole('button', { name: /Dismiss|Close|Ok/ })
      .first()
      .click()
  );
  const code = panel.codeLines.first();
  await expect(async () => {
    // A dialog that comes in mid-word takes the keyboard with it.
    const [, now] = /print\('(.*)'\)/.exec(await code.innerText())!;
    if (now !== 'still here') {
      await panel.type(now, 'still here');
    }
    await expect(code).toHaveText("print('still here')");
  }).toPass({ timeout: 60_000 });
  await setServer(user, 'started');
  // The new server knows the old one's cookies no more: another tab logs in.
  const tab = await page.context().newPage();
  await tab.goto(`user/${user}/tree`);
  await tab.close();
  await expect(async () => {
    await page.locator('jp-button[data-command="docmanager:save"]').click();
    const saved = await page.request.get(`user/${user}/files/untitled.jigsaw`);
    expect(await saved.text()).toContain('still here');
  }).toPass({ timeout: 60_000 });
  // Its kernel went with the server; a run asks for another.
  await expect(panel.kernelName).toHaveText(/No Kernel/, { timeout: 60_000 });
  await panel.button('jigsaw:run').click();
  await dialog.getByRole('button', { name: 'Select' }).click();
  await expect(panel.output).toContainText('still here');
});

test('an address without TLS or without its slash leads to the hub', async ({
  playwright,
  baseURL
}, info) => {
  const api = await playwright.request.newContext({ ignoreHTTPSErrors: true });
  const slashless = await api.get(baseURL!.replace(/\/$/, ''));
  expect(slashless.url()).toContain('/jupyter/hub/login');
  const { JIGSAW_NGINX_PLAIN_PORT, JIGSAW_APACHE_PLAIN_PORT } = process.env;
  const plain = {
    nginx: JIGSAW_NGINX_PLAIN_PORT,
    apache: JIGSAW_APACHE_PLAIN_PORT
  }[info.project.name];
  if (plain) {
    const answer = await api.get(`http://127.0.0.1:${plain}/jupyter/`, {
      maxRedirects: 0
    });
    expect(answer.status()).toBe(301);
    expect(answer.headers().location).toMatch(/^https:\/\//);
  }
  await api.dispose();
});
