import { PageConfig } from '@jupyterlab/coreutils';

/**
 * What the server says of the page; see `jupyterlab_jigsaw/page/handlers.py`.
 */
export interface IPageConfig {
  /**
   * What there is at the path.
   */
  readonly kind: 'file' | 'folder' | 'forbidden' | 'missing';
  /**
   * The path on the server, without slashes around it.
   */
  readonly path: string;
  /**
   * The server's address, ending in a slash.
   */
  readonly baseUrl: string;
  /**
   * Where the page's own files lie, ending in a slash.
   */
  readonly staticUrl: string;
}

/**
 * Read it from the page.
 *
 * @param baseUrl - the server's address, ending in a slash
 */
export function readConfig(baseUrl: string): IPageConfig {
  const kind = PageConfig.getOption('jigsawKind');
  return {
    kind:
      kind === 'file' || kind === 'folder' || kind === 'forbidden'
        ? kind
        : 'missing',
    path: PageConfig.getOption('jigsawPath'),
    baseUrl,
    staticUrl: PageConfig.getOption('jigsawStaticUrl')
  };
}
