import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { Frame } from './metakernel';
import { notebookFor } from './notebook';

/**
 * A notebook in a tab of the classic notebook, with MetaKernel's `%jigsaw` in
 * its second cell.
 */
export class ClassicBook extends Frame {
  private constructor(readonly page: Page) {
    const output = page.locator('.code_cell').nth(1).locator('.output_wrapper');
    super(output, output.locator('.output_stdout pre'));
    this.cells = page.locator('.code_cell');
    this.notices = page.locator('.jp-Jigsaw-notices > p');
    this.prompt = this.cells.nth(1).locator('.input_prompt');
  }

  readonly cells: Locator;

  /**
   * What the extension tells the user.
   */
  readonly notices: Locator;

  /**
   * The number of the cell with the frame.
   */
  readonly prompt: Locator;

  /**
   * Make a notebook, open it, and run its first two cells.
   *
   * @param lab - a page of JupyterLab on the same server
   */
  static async make(
    lab: IJupyterLabPageFixture,
    path: string,
    options: ClassicBook.IOptions = {}
  ): Promise<ClassicBook> {
    await lab.contents.uploadContent(ClassicBook.text(options), 'text', path);
    const book = await ClassicBook.open(await lab.context().newPage(), path);
    await book.runFrame();
    return book;
  }

  /**
   * The text of such a notebook.
   */
  static text({
    first = 'count = 0',
    kernel = 'jigsaw_test_metakernel',
    magic = '%jigsaw Python --workspace ws'
  }: ClassicBook.IOptions = {}): string {
    return notebookFor(kernel, [first, magic, 'print(count)']);
  }

  /**
   * Open a notebook that is there.
   */
  static async open(page: Page, path: string): Promise<ClassicBook> {
    await page.goto(`nbclassic/notebooks/${path}`);
    const book = new ClassicBook(page);
    await book.ready();
    return book;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /**
   * Wait for the kernel, and for the extension, which comes by itself.
   */
  async ready(): Promise<void> {
    await this.cells.first().waitFor();
    await expect(this.page.locator('#kernel_indicator_icon')).toHaveAttribute(
      'title',
      'Kernel Idle',
      { timeout: 30_000 }
    );
    await this.page.waitForFunction(() =>
      (
        window as unknown as { requirejs: { defined(name: string): boolean } }
      ).requirejs.defined('nbextensions/jupyterlab-jigsaw/extension')
    );
  }

  /**
   * Run a cell, which stays the active one.
   */
  async run(index: number): Promise<void> {
    const cell = this.cells.nth(index);
    await cell.locator('.CodeMirror').click();
    await this.page.keyboard.press('Control+Enter');
    await expect(cell.locator('.input_prompt')).toHaveText(/In\s\[\d+\]:/);
  }

  /**
   * Run the first two cells.
   */
  async runFrame(): Promise<void> {
    await this.run(0);
    await this.run(1);
    await this.settled();
  }

  /**
   * Press a button of the page's toolbar.
   *
   * @param action - its name for the page
   */
  async act(action: string): Promise<void> {
    await this.page
      .locator(`button[data-jupyter-action="jupyter-notebook:${action}"]`)
      .click();
  }

  async save(): Promise<void> {
    const saved = this.page.waitForResponse(
      response =>
        response.request().method() === 'PUT' &&
        response.url().includes('.ipynb')
    );
    await this.act('save-notebook');
    await saved;
  }
}

export namespace ClassicBook {
  export interface IOptions {
    /**
     * The code of the first cell.
     */
    first?: string;
    kernel?: string;
    /**
     * The code of the second cell.
     */
    magic?: string;
  }
}
