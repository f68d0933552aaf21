/**
 * The sites of `deploy/`, as they are, on ports and with a certificate of the
 * tests: each is put into the smallest configuration around it that a proxy
 * starts with.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, root } from './paths.mjs';

/**
 * A site with other words in some places.
 *
 * @throws Error when a place is not there: the site has changed, and the tests
 *   would run another
 */
export function adapt(site, places) {
  let text = site;
  for (const [from, to] of places) {
    if (!text.includes(from)) {
      throw new Error(`The site has no "${from}".`);
    }
    text = text.replaceAll(from, to);
  }
  return text;
}

/**
 * Write the configurations.
 *
 * @param folder - where, with `hub.crt` and `hub.key` in it
 * @param ports - of the hub, and of each proxy with TLS and without
 * @param modules - the folder of Apache's modules
 * @param changes - other words in some places of a site, before all else: what
 *   somebody may have written in their place; and modules that Apache lacks
 * @returns their files
 */
export function writeSites(folder, ports, modules, changes = {}) {
  const { nginx = [], apache = [], without = [] } = changes;
  const read = name => readFileSync(join(root, 'deploy', name), 'utf8');
  const places = [
    ['127.0.0.1:8000', `127.0.0.1:${ports.hub}`],
    ['/etc/ssl/certs/hub.crt', join(folder, 'hub.crt')],
    ['/etc/ssl/private/hub.key', join(folder, 'hub.key')]
  ];
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const nginxSite = file(
    'nginx-site.conf',
    adapt(read('nginx.conf'), [
      ...nginx,
      ...places,
      ['listen 443 ssl', `listen 127.0.0.1:${ports.nginx} ssl`],
      ['listen 80;', `listen 127.0.0.1:${ports.nginxPlain};`]
    ])
  );
  const apacheSite = file(
    'apache-site.conf',
    adapt(read('apache.conf'), [
      ...apache,
      ...places,
      ['*:443', `127.0.0.1:${ports.apache}`],
      ['*:80', `127.0.0.1:${ports.apachePlain}`]
    ])
  );
  return {
    nginx: file('nginx.conf', aroundNginx(folder, nginxSite)),
    apache: file(
      'apache.conf',
      aroundApache(folder, apacheSite, ports, modules, without)
    )
  };
}

const aroundNginx = (
  folder,
  site
) => `${isRoot ? 'user root;\n' : ''}daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map(kind => `  ${kind}_temp_path ${folder}/nginx-${kind};`)
  .join('\n')}
  include ${site};
}
`;

/** Those that the site names, and those that every Apache has. */
const APACHE_MODULES = [
  'mpm_event',
  'authz_core',
  'alias',
  'deflate',
  'filter',
  'headers',
  'proxy',
  'proxy_http',
  'proxy_wstunnel',
  'rewrite',
  'socache_shmcb',
  'ssl'
];

const aroundApache = (
  folder,
  site,
  ports,
  modules,
  without
) => `ServerRoot ${folder}
ServerName 127.0.0.1
PidFile ${folder}/apache.pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/apache.log
${APACHE_MODULES.filter(name => !without.includes(name))
  .map(name => `LoadModule ${name}_module ${join(modules, `mod_${name}.so`)}`)
  .join('\n')}
${isRoot ? 'User www-data\nGroup www-data\n' : ''}
Listen 127.0.0.1:${ports.apache}
Listen 127.0.0.1:${ports.apachePlain}
Include ${site}
`;
