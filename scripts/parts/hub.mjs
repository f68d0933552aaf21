/**
 * A real JupyterHub, bare and behind the proxies with the sites of `deploy/`.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browser, findBrowser } from '../lib/browser.mjs';
import { fromPlaywright, readReport, reportFile } from '../lib/counts.mjs';
import { exec, execNode } from '../lib/exec.mjs';
import { nodeProgram, root, state, venvProgram } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import {
  findApache,
  findApacheModules,
  findNginx,
  proxies
} from '../lib/proxies.mjs';
import { writeSites } from '../lib/sites.mjs';
import { install, testKernel } from '../lib/wheel.mjs';

const folder = join(state, 'hub');

async function freePorts(...names) {
  const ports = {};
  for (const name of names) {
    ports[name] = await freePort();
  }
  return ports;
}

export const hub = {
  needs: [install, testKernel, browser, proxies],
  run: async args => {
    const report = reportFile('hub.json');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const certificate = await exec(venvProgram('python'), [
      join(root, 'ui-tests/hub/certificate.py'),
      folder
    ]);
    if (certificate.code !== 0) {
      console.error(certificate.output);
    }
    const ports = await freePorts(
      'hub',
      'hubApi',
      'hubProxy',
      'nginx',
      'nginxPlain',
      'apache',
      'apachePlain'
    );
    const sites = writeSites(folder, ports, findApacheModules());
    const { code } = await execNode(
      nodeProgram('@playwright/test/cli.js'),
      ['test', '--config=ui-tests/hub/playwright.config.ts', ...args],
      {
        live: true,
        env: {
          JIGSAW_CHROMIUM: await findBrowser(),
          JIGSAW_NODE: process.execPath,
          JIGSAW_JUPYTERHUB_PORT: String(ports.hub),
          JIGSAW_JUPYTERHUB_API_PORT: String(ports.hubApi),
          JIGSAW_JUPYTERHUB_PROXY_PORT: String(ports.hubProxy),
          JIGSAW_JUPYTERHUB_TOKEN: randomBytes(16).toString('hex'),
          JIGSAW_NGINX: findNginx(),
          JIGSAW_NGINX_CONFIG: sites.nginx,
          JIGSAW_NGINX_PORT: String(ports.nginx),
          JIGSAW_NGINX_PLAIN_PORT: String(ports.nginxPlain),
          JIGSAW_APACHE: findApache(),
          JIGSAW_APACHE_CONFIG: sites.apache,
          JIGSAW_APACHE_PORT: String(ports.apache),
          JIGSAW_APACHE_PLAIN_PORT: String(ports.apachePlain),
          PLAYWRIGHT_JSON_OUTPUT_FILE: report
        }
      }
    );
    return readReport(report, code, fromPlaywright);
  }
};
