import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { Book, notebookFor } from './notebook';

/**
 * What `page.html` of the test kernel gives to tests.
 */
interface IPageWindow {
  location: Location;
  blocks?: { show(xml: string): void; code(): string };
}

/**
 * The blocks that `%jigsaw` has put into an output: in a frame, or without it.
 */
export class Frame {
  /**
   * @param output - the output, what runs have printed in it, too
   * @param printed - what of it they have printed
   */
  constructor(
    readonly output: Locator,
    printed = output.locator('[data-mime-type$="stdout"] pre')
  ) {
    this.frame = output.locator('iframe').first().contentFrame();
    this.native = output.locator('.jp-Jigsaw-cell');
    this.sign = output.locator('.jp-Jigsaw-frameSign');
    this.printed = printed;
  }

  readonly frame: FrameLocator;

  /**
   * The blocks that Jigsaw shows in the place of the frame.
   */
  readonly native: Locator;

  readonly sign: Locator;

  /**
   * What runs have printed.
   */
  readonly printed: Locator;

  /**
   * Wait until the frame shows what Jigsaw has written into it, which comes
   * after what MetaKernel has.
   */
  async settled(): Promise<void> {
    await expect(async () => {
      // Fails while the frame is between two pages.
      const address = await this.frame.locator('body').evaluate(() => {
        const { blocks, location } = window as unknown as IPageWindow;
        return blocks && location.href;
      });
      expect(address).toBe('about:srcdoc');
    }).toPass();
  }

  /**
   * Write a program into the frame, if one is given, and press one of its
   * buttons.
   */
  async press(
    action: 'execute' | 'insert' | 'clear',
    ...code: string[]
  ): Promise<void> {
    if (code.length) {
      await this.write(...code);
    }
    await this.frame.locator(`#${action}`).click();
  }

  /**
   * Send a message of version 2 out of the frame.
   *
   * @returns all answers to it, when the last has come
   */
  ask(
    message: { msg_id: string } & Record<string, unknown>
  ): Promise<Record<string, unknown>[]> {
    return this.frame.locator('body').evaluate(
      (_, asked) =>
        new Promise<Record<string, unknown>[]>(resolve => {
          const answers: Record<string, unknown>[] = [];
          const take = ({ data }: MessageEvent) => {
            if (data.msg_id === asked.msg_id) {
              answers.push(data);
              if (data.status === 'done' || data.status === 'rejected') {
                removeEventListener('message', take);
                resolve(answers);
              }
            }
          };
          addEventListener('message', take);
          parent.postMessage(asked, '*');
        }),
      { type: 'jigsaw', version: 2, workspace_filename: 'ws.xml', ...message }
    );
  }

  /**
   * Write a program into the frame, a block a line; again if the notebook has
   * drawn the frame anew meanwhile, as it does while it opens.
   */
  async write(...code: string[]): Promise<void> {
    await expect(async () => {
      await this.frame.locator('body').evaluate(
        (_, xml) => {
          (window as unknown as IPageWindow).blocks?.show(xml);
        },
        program(...code)
      );
      expect(await this.code()).toBe(`${code.join('\n')}\n`);
    }).toPass();
  }

  /**
   * The frame comes to show this program, a line a block.
   */
  async expectCode(...code: string[]): Promise<void> {
    await expect(async () => {
      // Fails while the frame is between two pages.
      expect(await this.code()).toBe(`${code.join('\n')}\n`);
    }).toPass();
  }

  /**
   * The program that the frame shows; none while it loads.
   */
  code(): Promise<string> {
    return this.frame
      .locator('body')
      .evaluate(() => (window as unknown as IPageWindow).blocks?.code() ?? '');
  }
}

/**
 * A notebook with MetaKernel's `%jigsaw` in its second cell.
 */
export class FrameBook extends Frame {
  private constructor(readonly book: Book) {
    super(book.output(1));
  }

  /**
   * Make a notebook, open it, and run its two cells.
   *
   * @param path - of the notebook, whose folder is the one that is shown
   */
  static async make(
    page: Page,
    path: string,
    options: FrameBook.IOptions = {}
  ): Promise<FrameBook> {
    const made = await FrameBook.run(page, path, options);
    await made.settled();
    return made;
  }

  /**
   * As `make`, whatever shows the blocks.
   */
  static async run(
    page: Page,
    path: string,
    options: FrameBook.IOptions = {}
  ): Promise<FrameBook> {
    await save(page, path, textOf(options));
    await page.evaluate(async file => {
      await window.jupyterapp.commands.execute('docmanager:open', {
        path: file
      });
    }, path);
    return FrameBook._runIn(await Book.current(page));
  }

  /**
   * As `run`, in a tab of Notebook 7.
   *
   * @param page - the file list of Notebook 7
   */
  static async alone(
    page: Page,
    path: string,
    options: FrameBook.IOptions = {}
  ): Promise<FrameBook> {
    await save(page, path, textOf(options));
    const tab = await page.context().newPage();
    await tab.goto(`notebooks/${path}`);
    return FrameBook._runIn(await Book.only(tab));
  }

  /**
   * As `make`, in a tab of Notebook 7.
   *
   * @param page - the file list of Notebook 7
   */
  static async makeAlone(
    page: Page,
    path: string,
    options: FrameBook.IOptions = {}
  ): Promise<FrameBook> {
    const made = await FrameBook.alone(page, path, options);
    await made.settled();
    return made;
  }

  /**
   * The notebook that was made and is opened again.
   */
  static async find(page: Page, name: string): Promise<FrameBook> {
    return new FrameBook(await Book.find(page, name));
  }

  /**
   * The notebook of a tab of Notebook 7, which was loaded anew.
   */
  static async only(tab: Page): Promise<FrameBook> {
    return new FrameBook(await Book.only(tab));
  }

  private static async _runIn(book: Book): Promise<FrameBook> {
    await book.runFirst();
    await book.run(1);
    return new FrameBook(book);
  }

  /**
   * The blocks in another place of the notebook, to which they were moved.
   */
  at(index: number): Frame {
    return new Frame(this.book.output(index));
  }

  save(): Promise<void> {
    return this.book.save();
  }

  /**
   * Run a command of JupyterLab, and answer the question that it asks.
   */
  async command(id: string): Promise<void> {
    const { page } = this.book;
    await page.evaluate(name => {
      void window.jupyterapp.commands.execute(name);
    }, id);
    await page.locator('.jp-Dialog .jp-mod-accept').click();
  }
}

export namespace FrameBook {
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
    /**
     * The code of the other cells.
     */
    more?: string[];
  }
}

/**
 * Save a text, as the page does it.
 */
async function save(page: Page, path: string, text: string): Promise<void> {
  // It may have been loaded anew just now.
  await page.waitForFunction(() => window.jupyterapp !== undefined);
  await page.evaluate(
    async ([file, content]) => {
      const { restored, serviceManager } = window.jupyterapp;
      await restored;
      await serviceManager.contents.save(file, {
        type: 'file',
        format: 'text',
        content
      });
    },
    [path, text]
  );
}

function textOf({
  first = 'count = 0',
  kernel = 'jigsaw_test_metakernel',
  magic = '%jigsaw Python --workspace ws',
  more = []
}: FrameBook.IOptions): string {
  return notebookFor(kernel, [first, magic, ...more]);
}

/**
 * A workspace with a block a line.
 */
export function program(...lines: string[]): string {
  const text = stack(lines);
  return `<xml xmlns="https://developers.google.com/blockly/xml">${text}</xml>`;
}

function stack([line, ...rest]: string[]): string {
  if (line === undefined) {
    return '';
  }
  const escaped = line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const next = rest.length ? `<next>${stack(rest)}</next>` : '';
  return `<block type="expression_statement"><field name="expression">${escaped}</field>${next}</block>`;
}
