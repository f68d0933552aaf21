import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { chromium } from '@playwright/test';
import { freePort } from '../../scripts/lib/ports.mjs';
import { broken } from './broken.mjs';
import {
  makeHome,
  startInspector,
  startJupyter,
  startProxy
} from './servers.mjs';

const token = randomBytes(16).toString('hex');
let home;
let server;
let inspector;
let browser;

before(async () => {
  home = makeHome();
  server = await startJupyter(home.home, token, { name: 'lab' });
  inspector = await startInspector(server.port);
  browser = await chromium.launch({
    executablePath: process.env.JIGSAW_CHROMIUM || undefined,
    args: ['--no-sandbox', '--disable-gpu']
  });
});

after(async () => {
  await browser?.close();
  await inspector?.stop();
  await server?.stop();
  home?.remove();
});

const rowOf = (finds, proxy) =>
  broken.find(row => row.finds === finds && row.proxy === proxy);

/** Have a page of a proxy's, in a browser that is logged in. */
async function onPage(row, path, port, use) {
  const proxy = await startProxy(row.proxy, home.home, port, row);
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  try {
    await page.goto(`${proxy.url}${path}?token=${token}`);
    return await use(page);
  } finally {
    await context.close();
    await proxy.stop();
  }
}

/** Choose it in the menu, and wait until it is done. */
async function checkInLab(page) {
  await page.locator('.jp-LauncherCard').first().waitFor();
  return choose(page);
}

async function choose(page) {
  await page.getByRole('menuitem', { name: 'Jigsaw', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Check Connection' }).click();
  return whenDone(page);
}

async function whenDone(page) {
  const view = page.locator('.jp-Jigsaw-doctor');
  await view.locator('button:enabled', { hasText: 'Check Again' }).waitFor();
  return {
    view,
    status: await view.getByRole('status').textContent(),
    findings: await view
      .locator('article:not(.jp-mod-note)')
      .evaluateAll(all => all.map(one => one.dataset.finding))
  };
}

describe('in JupyterLab', { concurrency: 2 }, () => {
  test('nginx without Upgrade headers is found, with the line to change', async () => {
    const row = rowOf('websocket-upgrade', 'nginx');
    await onPage(row, 'lab', server.port, async page => {
      const { view, status, findings } = await checkInLab(page);
      assert.deepEqual(findings, ['websocket-upgrade']);
      assert.equal(status, 'One thing is not as it should be.');
      const found = view.locator('[data-finding="websocket-upgrade"]');
      const text = await found.textContent();
      assert.match(text, /nginx: .*lost on the way: Upgrade, Connection/);
      assert.ok(text.includes(row.line));
      await page
        .context()
        .grantPermissions(['clipboard-read', 'clipboard-write']);
      await found.getByRole('button', { name: 'Copy' }).last().click();
      await view.getByText('Copied.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.includes(row.line));
      await view.getByRole('button', { name: 'Copy Report' }).click();
      await page.waitForFunction(async () =>
        (await navigator.clipboard.readText()).startsWith('BROKEN  nginx:')
      );
    });
  });

  test('in Notebook 7 the report stands below the document', async () => {
    await onPage({ proxy: 'apache' }, 'tree', server.port, async page => {
      await page.locator('.jp-DirListing-content').waitFor();
      const { view, findings } = await choose(page);
      assert.deepEqual(findings, []);
      assert.ok(await view.isVisible());
    });
  });

  test('without the server’s half it is said, and WebSockets are tried', async () => {
    const bare = await startJupyter(home.home, token, {
      name: 'lab-without',
      args: [
        "--ServerApp.jpserver_extensions={'jupyterlab_jigsaw': False, 'jupyterlab': True}"
      ]
    });
    try {
      const row = rowOf('websocket-upgrade', 'nginx');
      await onPage(row, 'lab', bare.port, async page => {
        const { status, findings } = await checkInLab(page);
        assert.deepEqual(findings, ['websocket-upgrade', 'extension-off']);
        assert.equal(status, '2 things are not as they should be.');
      });
      await onPage({ proxy: 'nginx' }, 'lab', bare.port, async page => {
        const { findings } = await checkInLab(page);
        assert.deepEqual(findings, ['extension-off']);
      });
    } finally {
      await bare.stop();
    }
  });
});

describe('on the app page', { concurrency: 3 }, () => {
  const check = async page => {
    await page.getByRole('link', { name: 'Check Connection' }).click();
    return whenDone(page);
  };

  for (const proxy of ['nginx', 'apache']) {
    test(`nothing is found of the shipped site of ${proxy}`, async () => {
      await onPage({ proxy }, 'jigsaw', server.port, async page => {
        const { view, status, findings } = await check(page);
        assert.deepEqual(findings, []);
        assert.match(status, /Nothing stands between/);
        await view.getByText('What is fine').click();
        await view.getByText('outlives 8 s of silence').waitFor();
        await view.getByText('What is sent bit by bit arrives so').waitFor();
      });
    });
  }

  for (const [finds, proxy] of [
    ['read-timeout', 'nginx'],
    ['buffering', 'nginx'],
    ['forwarded-proto', 'apache'],
    ['websocket-refused', 'apache'],
    ['forwarded-host', 'nginx'],
    ['server-error', 'nginx'],
    ['websocket-silent', 'nginx']
  ]) {
    test(`${proxy}: ${finds}`, async () => {
      const row = rowOf(finds, proxy);
      const { port } = row.isInspected ? inspector : server;
      await onPage(row, 'jigsaw', port, async page => {
        const { view, findings } = await check(page);
        assert.ok(findings.includes(finds), String(findings));
        const text = await view
          .locator(`[data-finding="${finds}"]`)
          .textContent();
        assert.ok(text.includes(row.line), text);
      });
    });
  }

  test('a gateway that is down is no fault of the proxy’s', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const far = await startJupyter(home.home, token, {
      name: 'far',
      args: [`--gateway-url=${nobody}`]
    });
    try {
      await onPage({ proxy: 'nginx' }, 'jigsaw', far.port, async page => {
        const { view, findings } = await check(page);
        assert.deepEqual(findings, ['gateway-unreachable']);
        const found = view.locator('[data-finding="gateway-unreachable"]');
        const text = await found.textContent();
        assert.ok(text.includes(nobody), text);
        assert.ok(text.includes('c.Spawner.args = ["--gateway-url='), text);
      });
    } finally {
      await far.stop();
    }
  });

  for (const proxy of ['nginx', 'apache']) {
    test(`${proxy}: a page that is taken for a foreign one, by a host that is not passed on`, async () => {
      const row = rowOf('forwarded-host', proxy);
      await onPage(row, 'jigsaw', server.port, async page => {
        const { view, findings } = await check(page);
        assert.deepEqual(findings.sort(), [
          'forwarded-host',
          'request-origin',
          'websocket-origin'
        ]);
        for (const [finds, seen] of [
          ['request-origin', /lets a page at https:.* change nothing/],
          ['websocket-origin', /refuses the WebSocket of a page at https:/]
        ]) {
          const text = await view
            .locator(`[data-finding="${finds}"]`)
            .textContent();
          assert.match(text, seen);
          assert.match(text, /it was asked for 127\.0\.0\.1:/);
          assert.ok(text.includes(row.line), text);
        }
      });
    });
  }
});
