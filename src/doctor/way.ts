import { URLExt } from '@jupyterlab/coreutils';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { finding, type IFinding } from './findings';
import { ask, type IAnswer } from './requests';

/**
 * The way from a page to its server, and what is found on it.
 */
export class Way {
  constructor(options: Way.IOptions) {
    this.settings = options.settings;
    this.trans = options.trans;
    this.wait = options.wait ?? 8;
    this.base = URLExt.join(options.settings.baseUrl, '/');
    this.page = new URL(options.pageUrl);
    this.url = new URL(this.base, this.page);
  }

  readonly settings: ServerConnection.ISettings;
  readonly trans: TranslationBundle;
  /**
   * The address of the page that this runs on.
   */
  readonly page: URL;
  /**
   * How long a WebSocket, and an answer, is silent, in seconds.
   */
  readonly wait: number;
  /**
   * The server's address, ending in a slash.
   */
  readonly base: string;
  /**
   * The same, whole.
   */
  readonly url: URL;
  /**
   * What the proxy is called, once it is known.
   */
  proxy: string | null = null;
  readonly findings: IFinding[] = [];
  readonly fine: string[] = [];
  facts: Record<string, unknown> = {};

  /**
   * Note a finding, unless it is known.
   *
   * @param id - its name in the catalogue
   * @param seen - what was seen, as a sentence
   */
  find(id: string, seen: string): void {
    if (!this.findings.some(known => known.id === id)) {
      this.findings.push(
        finding(id, seen, {
          prefix: prefixOf(this.url.pathname),
          proxy: this.proxy
        })
      );
    }
  }

  /**
   * Ask the server for what lies below its base URL.
   */
  ask(path: string, init: RequestInit = {}): Promise<IAnswer> {
    return ask(this.base + path, { cache: 'no-store', ...init }, this.settings);
  }
}

export namespace Way {
  export interface IOptions {
    /**
     * The address of the page that this runs on.
     */
    pageUrl: string;
    settings: ServerConnection.ISettings;
    trans: TranslationBundle;
    /**
     * How long a WebSocket is silent, in seconds; at most 20, and 8 by default.
     */
    wait?: number;
  }
}

/**
 * The path that a proxy has of an address: that of the hub, not of a user.
 */
export function prefixOf(path: string): string {
  return path.replace(/(?<=\/)user\/[^/]+\/.*$/, '');
}
