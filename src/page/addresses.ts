import { PathExt, URLExt } from '@jupyterlab/coreutils';

/**
 * The address of the page of a folder or a workspace.
 *
 * @param baseUrl - the server's, ending in a slash
 * @param path - on the server; empty for its root
 */
export function pageUrl(baseUrl: string, path: string): string {
  return URLExt.join(baseUrl, 'jigsaw', URLExt.encodeParts(path));
}

/**
 * What stands in the query of the page's address where the connection is checked.
 */
export const CHECK = 'check-connection';

/**
 * A folder and all that it lies in, from the server's root on, whose name is
 * empty.
 */
export function trail(path: string): { name: string; path: string }[] {
  const names = path.split('/').filter(name => name !== '');
  return [
    { name: '', path: '' },
    ...names.map((name, index) => ({
      name,
      path: names.slice(0, index + 1).join('/')
    }))
  ];
}

/**
 * The folder that a path lies in; the server's root is empty.
 */
export function folderOf(path: string): string {
  return PathExt.dirname(path);
}
