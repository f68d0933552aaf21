import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection, type Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { readText } from '../notebook';
import { readPageFile } from './pageFile';
import { Reach } from './reach';

/**
 * How long the headers of a page and its scripts may keep us waiting, in
 * milliseconds.
 */
const PATIENCE = 5_000;

/**
 * How long all files of a frame may, in milliseconds: without them nothing is
 * shown.
 */
const READ_PATIENCE = 15_000;

/**
 * What a server has for a frame.
 */
export interface IFrameFiles {
  /**
   * Of the page; null if they can't be had.
   */
  readonly headers: Headers | null;
  /**
   * The workspace; null for none.
   */
  readonly onDisk: string | null;
  /**
   * The page; null for none.
   */
  readonly text: string | null;
}

/**
 * Asks for what frames need, and waits for nothing without end.
 */
export class FrameFiles {
  constructor(private readonly _options: FrameFiles.IOptions) {}

  /**
   * Read a page and its workspace.
   *
   * @param file - the page's path, from the server's root
   * @param path - the workspace's
   * @throws what the server answers, also that it does not
   */
  async read(file: string, path: string): Promise<IFrameFiles> {
    const { contents, trans } = this._options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(trans.__('the server does not answer'))),
        READ_PATIENCE
      );
    });
    const read = Promise.all([
      readPageFile(contents, file),
      readText(contents, path),
      this._headersOf(file)
    ]);
    try {
      const [text, onDisk, headers] = await Promise.race([read, late]);
      return { headers, onDisk, text };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Whether all of these scripts can be had. Those of this server can.
   */
  canLoad(scripts: readonly string[]): Promise<boolean> {
    return this._reach.canLoad(
      scripts.filter(script => new URL(script).origin !== location.origin)
    );
  }

  private async _headersOf(file: string): Promise<Headers | null> {
    const { filesUrl, serverSettings } = this._options;
    try {
      const { headers } = await ServerConnection.makeRequest(
        filesUrl + URLExt.encodeParts(file),
        { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) },
        serverSettings
      );
      return headers;
    } catch {
      return null;
    }
  }

  private readonly _reach = new Reach(
    script =>
      fetch(script, {
        mode: 'no-cors',
        // What is in the browser's cache will do for the page, too.
        cache: 'force-cache',
        signal: AbortSignal.timeout(PATIENCE)
      }),
    () => performance.now()
  );
}

export namespace FrameFiles {
  export interface IOptions {
    contents: Contents.IManager;
    filesUrl: string;
    serverSettings: ServerConnection.ISettings;
    trans: TranslationBundle;
  }
}
