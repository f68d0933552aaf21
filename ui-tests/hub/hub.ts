import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { APIRequestContext, Page, TestInfo } from '@playwright/test';
import { expect, request } from '@playwright/test';

const { env } = process;

/**
 * The hub, by its own proxy alone and behind others.
 */
export const ADDRESSES = {
  bare: `http://127.0.0.1:${env.JIGSAW_JUPYTERHUB_PORT}/jupyter/`,
  nginx: `https://127.0.0.1:${env.JIGSAW_NGINX_PORT}/jupyter/`,
  apache: `https://127.0.0.1:${env.JIGSAW_APACHE_PORT}/jupyter/`
};

/**
 * A user of the hub, one for each way to it, so that no test finds the server of
 * another.
 */
export const userOf = (name: string, { project }: TestInfo) =>
  `${name}-${project.name}`;

/**
 * Log in as a person does, and wait until the server of the user has shown
 * JupyterLab.
 */
export async function logIn(page: Page, user: string): Promise<void> {
  await signIn(page, user);
  await page.waitForURL(`**/jupyter/user/${user}/lab**`, { timeout: 60_000 });
  await page.goto(`user/${user}/lab?reset`);
  await page.locator('.jp-LauncherCard').first().waitFor({ timeout: 60_000 });
}

/**
 * Log in as a person does; the hub starts a server, and leads to its default URL.
 */
export async function signIn(page: Page, user: string): Promise<void> {
  await page.goto(`hub/login?next=${encodeURIComponent('/jupyter/hub/spawn')}`);
  await page.locator('#username_input').fill(user);
  await page.locator('#password_input').fill(env.JIGSAW_JUPYTERHUB_TOKEN ?? '');
  await page.locator('#login_submit').click();
}

/**
 * Stop or start the server of a user, as an administrator does.
 */
export async function setServer(
  user: string,
  state: 'started' | 'stopped'
): Promise<void> {
  const api = await hubApi();
  const address = `hub/api/users/${user}/server`;
  const answer =
    state === 'started' ? await api.post(address) : await api.delete(address);
  expect(answer.status()).toBeLessThan(300);
  await expect
    .poll(async () => {
      const { servers } = await (await api.get(`hub/api/users/${user}`)).json();
      return servers['']?.ready ?? false;
    })
    .toBe(state === 'started');
  await api.dispose();
}

/**
 * Have a proxy read its configuration anew, as an administrator does who has
 * changed it.
 */
export async function reloadProxy(name: string): Promise<void> {
  const run = promisify(execFile);
  if (name === 'nginx') {
    await run(env.JIGSAW_NGINX!, [
      '-c',
      env.JIGSAW_NGINX_CONFIG!,
      '-e',
      'stderr',
      '-s',
      'reload'
    ]);
  } else {
    await run(env.JIGSAW_APACHE!, [
      '-f',
      env.JIGSAW_APACHE_CONFIG!,
      '-k',
      'graceful'
    ]);
  }
}

/** The hub's own API, for its administrator. */
function hubApi(): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: `http://127.0.0.1:${env.JIGSAW_JUPYTERHUB_PORT}/jupyter/`,
    extraHTTPHeaders: {
      authorization: `token ${env.JIGSAW_JUPYTERHUB_TOKEN}`
    }
  });
}
