import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { Jigsaw, openInFolder } from './jigsaw';

/**
 * A notebook as a person sees it.
 */
export class Book {
  private constructor(
    readonly page: Page,
    readonly root: Locator
  ) {
    this.cells = root.locator('.jp-Notebook-cell');
  }

  readonly cells: Locator;

  /**
   * Open a notebook of the test's folder.
   */
  static async open(page: Page, name: string): Promise<Book> {
    await openInFolder(page, name);
    return Book.find(page, name);
  }

  /**
   * The notebook whose tab has this name.
   */
  static async find(page: Page, name: string): Promise<Book> {
    const id = await Jigsaw.tab(page, name).getAttribute('data-id');
    return Book._wait(page, id);
  }

  /**
   * The notebook that is in use.
   */
  static async current(page: Page): Promise<Book> {
    const id = await page.evaluate(
      () => window.jupyterapp.shell.currentWidget?.id
    );
    return Book._wait(page, id);
  }

  /**
   * The one notebook of a page of Notebook 7.
   */
  static async only(page: Page): Promise<Book> {
    const book = new Book(page, page.locator('.jp-NotebookPanel'));
    await book.cells.first().waitFor();
    await book._hasKernel(
      await page.evaluate(() => window.jupyterapp.shell.currentWidget?.id)
    );
    await expect(
      page.locator('.jp-Notebook-ExecutionIndicator')
    ).toHaveAttribute('data-status', 'idle', { timeout: 30_000 });
    return book;
  }

  private static async _wait(
    page: Page,
    id: string | null | undefined
  ): Promise<Book> {
    const book = new Book(page, page.locator(`[id="${id}"]`));
    await book.cells.first().waitFor();
    await book._hasKernel(id);
    // The status bar has the last word on it, but may still speak of the
    // notebook before.
    await expect(page.locator('#jp-main-statusbar')).toContainText('| Idle', {
      timeout: 30_000
    });
    return book;
  }

  /**
   * Wait for the kernel: a notebook forgets what it is asked to run before.
   */
  private async _hasKernel(id: string | null | undefined): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.evaluate(wanted => {
            for (const widget of window.jupyterapp.shell.widgets('main')) {
              if (widget.id === wanted) {
                return (widget as NotebookPanel).sessionContext
                  .kernelDisplayStatus;
              }
            }
            return null;
          }, id),
        { timeout: 30_000 }
      )
      .toBe('idle');
  }

  /**
   * The code in a cell.
   */
  source(index: number): Locator {
    return this.cells.nth(index).locator('.jp-InputArea .cm-content');
  }

  output(index: number): Locator {
    return this.cells.nth(index).locator('.jp-Cell-outputArea');
  }

  /**
   * Run a cell that takes no time and may run twice, until it has run: a
   * notebook forgets what it is asked of a kernel that has only just come.
   */
  async runFirst(index = 0): Promise<void> {
    const prompt = this.cells.nth(index).locator('.jp-InputPrompt');
    await expect(async () => {
      await this.run(index);
      await expect(prompt).toHaveText(/\d/, { timeout: 8000 });
    }).toPass({ timeout: 40_000 });
  }

  /**
   * Run a cell, which stays the active one.
   */
  async run(index: number): Promise<void> {
    await this.source(index).click();
    await this.page.keyboard.press('Control+Enter');
  }

  /**
   * Save the notebook by the button of its toolbar.
   */
  async save(): Promise<void> {
    const saved = this.page.waitForResponse(
      response =>
        response.request().method() === 'PUT' &&
        response.url().includes('.ipynb')
    );
    await this.root
      .locator('jp-button[data-command="docmanager:save"]')
      .click();
    await saved;
  }

  /**
   * Open the panel for this notebook by the button of its toolbar.
   */
  async openJigsaw(name: string): Promise<Jigsaw> {
    await this.root
      .locator('jp-button[data-command="jigsaw:open-for-notebook"]')
      .click();
    return Jigsaw.find(this.page, name);
  }
}

/**
 * Open a console and run code in it.
 *
 * @param folder - in which it is
 * @param kernel - the kernel's name
 * @returns where its next code is written
 */
export async function runInConsole(
  page: Page,
  folder: string,
  kernel: string,
  codes: readonly string[]
): Promise<Locator> {
  await page.evaluate(
    async ([path, name]) => {
      const { commands } = window.jupyterapp;
      await commands.execute('console:create', {
        path,
        kernelPreference: { name }
      });
    },
    [folder, kernel]
  );
  const prompt = page.locator('.jp-CodeConsole-promptCell .cm-content');
  // A console forgets what it is asked to run before.
  await expect(page.locator('#jp-main-statusbar')).toContainText('| Idle', {
    timeout: 30_000
  });
  for (const code of codes) {
    await prompt.click();
    await page.keyboard.type(code);
    await page.keyboard.press('Shift+Enter');
    await expect(prompt).toHaveText('');
  }
  return prompt;
}

/**
 * The text of a notebook with these cells, for ipykernel.
 */
export function notebook(...cells: string[]): string {
  return notebookFor('python3', cells);
}

/**
 * The text of a notebook with these cells.
 *
 * @param kernel - the kernel's name
 */
export function notebookFor(kernel: string, cells: string[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: kernel, display_name: kernel, language: 'python' }
    },
    cells: cells.map((source, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      metadata: {},
      source,
      outputs: [],
      execution_count: null
    }))
  });
}
