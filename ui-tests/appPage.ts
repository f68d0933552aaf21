import type { APIResponse, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { Jigsaw } from './jigsaw';

/**
 * The server that is set up as on JupyterHub: a base URL of its own, a password,
 * and pages that may not be framed.
 */
export const HUB_URL = `http://127.0.0.1:${process.env.JIGSAW_HUB_PORT}/user/bob/`;

/**
 * The app page as a person uses it.
 */
export class AppPage {
  constructor(readonly page: Page) {
    this.entries = page.locator('.jp-JigsawPage-entries li');
    this.running = page.locator('.jp-JigsawPage-sessions li');
    this.name = page.locator('.jp-JigsawPage-name');
    this.kernel = page.getByRole('button', { name: /^Kernel:/ });
    this.problem = page.locator('.jp-Jigsaw-problem');
  }

  /** The folders and workspaces of the list. */
  readonly entries: Locator;
  /** The sessions of the list. */
  readonly running: Locator;
  /** The workspace's name, with what is said of saving. */
  readonly name: Locator;
  readonly kernel: Locator;
  /** What stands in place of the blocks when there are none. */
  readonly problem: Locator;

  /**
   * Log in, as the server asks for, and come to where one wanted to go.
   */
  async logIn(path = 'jigsaw'): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('#password_input').fill('secret of bob');
    await this.page.locator('#login_submit').click();
    await expect(this.page).toHaveURL(HUB_URL + path);
  }

  /**
   * Open a workspace.
   */
  async open(path: string): Promise<Jigsaw> {
    await this.page.goto(`jigsaw/${path}`);
    return Jigsaw.onPage(this.page);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /**
   * Choose in the menu of kernels and sessions.
   *
   * @param names - of the items on the way
   */
  async choose(...names: string[]): Promise<void> {
    await this.kernel.click();
    for (const name of names) {
      await this.page
        .locator('.lm-Menu-item', {
          has: this.page.locator('.lm-Menu-itemLabel', { hasText: name })
        })
        .last()
        .click();
    }
  }

  /**
   * Ask the server as somebody else would, with a token.
   */
  async ask(
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT',
    path: string,
    data?: unknown
  ): Promise<APIResponse> {
    const answer = await this.page.request.fetch(`${HUB_URL}api/${path}`, {
      method,
      data,
      headers: { Authorization: 'token token-of-bob' }
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer;
  }

  async write(path: string, content: string): Promise<void> {
    await this.ask('PUT', `contents/${path}`, {
      type: 'file',
      format: 'text',
      content
    });
  }

  async read(path: string): Promise<string> {
    const answer = await this.ask(
      'GET',
      `contents/${path}?type=file&format=text`
    );
    return (await answer.json()).content;
  }
}
