import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { FrameLocator, Locator } from '@playwright/test';
import { expect } from '@playwright/test';

import { Book, notebookFor } from './notebook';

/**
 * A notebook with MetaKernel's `%jigsaw` in its second cell, and the frame
 * that it made.
 */
export class FrameBook {
  private constructor(readonly book: Book) {
    this.frame = this.output.frameLocator('iframe[src*="ws.html"]');
  }

  readonly frame: FrameLocator;

  /**
   * The output of the frame's cell, the frame in it.
   */
  get output(): Locator {
    return this.book.output(1);
  }

  /**
   * What runs have printed.
   */
  get printed(): Locator {
    return this.output.locator('[data-mime-type$="stdout"] pre');
  }

  /**
   * Make a notebook, open it, and run its two cells.
   *
   * @param path - of the notebook, whose folder is the one that is shown
   * @param first - the code of its first cell
   */
  static async make(
    page: IJupyterLabPageFixture,
    path: string,
    first = 'count = 0'
  ): Promise<FrameBook> {
    await page.contents.uploadContent(
      notebookFor('jigsaw_test_metakernel', [
        first,
        '%jigsaw Python --workspace ws'
      ]),
      'text',
      path
    );
    await page.evaluate(async file => {
      const { commands } = window.jupyterapp;
      await commands.execute('docmanager:open', { path: file });
    }, path);
    const book = await Book.find(page, path.slice(path.lastIndexOf('/') + 1));
    await book.run(0);
    await book.run(1);
    const made = new FrameBook(book);
    await made.frame.locator('#execute').waitFor();
    return made;
  }

  /**
   * The notebook that was made and is opened again.
   */
  static async find(page: IJupyterLabPageFixture, name: string) {
    const found = new FrameBook(await Book.find(page, name));
    await found.frame.locator('#execute').waitFor();
    return found;
  }

  /**
   * Write a program into the frame and press one of its buttons.
   */
  async press(
    action: 'execute' | 'insert' | 'clear',
    ...code: string[]
  ): Promise<void> {
    if (code.length) {
      await this.write({ code: code.join('\n') });
    }
    await this.frame.locator(`#${action}`).click();
  }

  /**
   * Fill the frame's fields, again if the notebook has drawn the frame anew
   * meanwhile, as it does while it opens.
   */
  async write(fields: { code?: string; xml?: string }): Promise<void> {
    await expect(async () => {
      for (const [name, text] of Object.entries(fields)) {
        await this.frame.locator(`#${name}`).fill(text);
      }
      for (const [name, text] of Object.entries(fields)) {
        await expect(this.frame.locator(`#${name}`)).toHaveValue(text, {
          timeout: 100
        });
      }
    }).toPass();
  }
}
