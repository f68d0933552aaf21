import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { Jigsaw } from './jigsaw';
import { Book, notebookFor } from './notebook';

/**
 * The button that opens the blocks of a cell in a panel.
 */
export const OPEN_PANEL = 'Open the blocks in a panel beside the notebook';

const BLOCKS_TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

/**
 * A button over blocks in a notebook.
 */
export function button(blocks: Locator, name: string): Locator {
  return blocks.getByRole('button', { name, exact: true });
}

/**
 * Take a block from the toolbox and drop it on free ground.
 *
 * @param blocks - what holds the toolbox and the ground
 * @param name - words on the block
 */
export async function addBlock(
  page: Page,
  blocks: Locator,
  name = 'print',
  category = 'Text'
): Promise<void> {
  await blocks
    .locator('.blocklyToolboxCategory', { hasText: category })
    .click();
  const box = await blocks
    .locator('.blocklyToolboxFlyout .blocklyDraggable', { hasText: name })
    .first()
    .boundingBox();
  const ground = (await blocks.locator('.jp-Jigsaw-editor').boundingBox())!;
  await page.mouse.move(box!.x + 12, box!.y + 12);
  await page.mouse.down();
  await page.mouse.move(ground.x + 160, ground.y + 60, { steps: 8 });
  await page.mouse.up();
}

/**
 * The blocks that `%jigsaw` of ours has put into the output of a cell.
 */
export class Cell {
  /**
   * @param output - the output, what runs have printed in it, too
   */
  constructor(readonly output: Locator) {
    this.blocks = output.locator('.jp-Jigsaw-cell');
    this.drawn = this.blocks.locator(
      'svg.blocklySvg > g.blocklyWorkspace > g.blocklyBlockCanvas > .blocklyDraggable'
    );
    this.printed = output.locator('[data-mime-type$="stdout"] pre');
  }

  readonly blocks: Locator;
  /**
   * The top blocks.
   */
  readonly drawn: Locator;
  readonly printed: Locator;

  button(name: string): Locator {
    return button(this.blocks, name);
  }

  /**
   * Open the blocks in a panel.
   *
   * @param name - of its tab
   */
  async openPanel(name = 'Blocks of a'): Promise<Jigsaw> {
    await this.button(OPEN_PANEL).click();
    return Jigsaw.find(this.blocks.page(), name);
  }

  /**
   * Type over the text of a block.
   */
  async type(old: string, text: string): Promise<void> {
    const page = this.blocks.page();
    await this.drawn.getByText(old, { exact: true }).click();
    await page.locator('.blocklyHtmlInput').fill(text);
    await page.keyboard.press('Enter');
  }
}

/**
 * A notebook with `%jigsaw` of ours in its second cell.
 */
export class CellBook extends Cell {
  private constructor(readonly book: Book) {
    super(book.output(1));
  }

  /**
   * Make a notebook, open it, and run its two cells.
   */
  static async make(
    page: Page,
    path: string,
    options: CellBook.IOptions = {}
  ): Promise<CellBook> {
    const {
      first = '%load_ext jupyterlab_jigsaw',
      kernel = 'python3',
      magic = '%jigsaw',
      more = []
    } = options;
    await page.waitForFunction(() => window.jupyterapp !== undefined);
    await page.evaluate(
      async ([file, content]) => {
        const { commands, restored, serviceManager } = window.jupyterapp;
        await restored;
        await serviceManager.contents.save(file, {
          type: 'file',
          format: 'text',
          content
        });
        await commands.execute('docmanager:open', { path: file });
      },
      [path, notebookFor(kernel, [first, magic, ...more])]
    );
    const made = new CellBook(await Book.current(page));
    await made.book.runFirst();
    await made.book.run(1);
    await expect(made.blocks.locator('svg.blocklySvg').first()).toBeVisible();
    return made;
  }

  /**
   * Make a notebook, with a block that prints a text.
   */
  static async makeWithBlock(page: Page, path: string): Promise<CellBook> {
    const made = await CellBook.make(page, path);
    await addBlock(page, made.blocks);
    return made;
  }

  /**
   * The notebook that was made and is opened again.
   */
  static async find(page: Page, name: string): Promise<CellBook> {
    return new CellBook(await Book.find(page, name));
  }

  /**
   * The notebook of a tab of Notebook 7.
   */
  static async only(tab: Page): Promise<CellBook> {
    return new CellBook(await Book.only(tab));
  }

  /**
   * The blocks in another place of the notebook.
   */
  at(index: number): Cell {
    return new Cell(this.book.output(index));
  }

  save(): Promise<void> {
    return this.book.save();
  }
}

/**
 * The text of a notebook as it is handed out: with blocks that print a text.
 *
 * @param workspace - the name of their workspace; null for none
 */
export function lesson(text: string, workspace: string | null): string {
  const name = workspace === null ? '' : ` --workspace ${workspace}`;
  const magic = `%jigsaw${name} --height 250`;
  const content = JSON.parse(
    notebookFor('python3', ['%load_ext jupyterlab_jigsaw', magic])
  );
  const print = {
    type: 'text_print',
    id: 'p',
    x: 20,
    y: 20,
    inputs: { TEXT: { block: { type: 'text', fields: { TEXT: text } } } }
  };
  const bundle = {
    version: 1,
    language: 'python',
    toolbox: '',
    height: 250,
    workspace,
    given: '',
    state: JSON.stringify({
      format: 'jigsaw',
      version: 1,
      workspace: { blocks: { blocks: [print] } }
    })
  };
  content.cells[1].outputs = [
    {
      output_type: 'display_data',
      metadata: {},
      data: { [BLOCKS_TYPE]: bundle }
    }
  ];
  return JSON.stringify(content);
}

/**
 * The kernels that have `%jigsaw` of ours, with a first cell for each.
 */
export const MAGIC_KERNELS: readonly { first: string; kernel: string }[] = [
  { first: '%load_ext jupyterlab_jigsaw', kernel: 'python3' },
  { first: '%jigsaw --help', kernel: 'octave_with_magic' },
  { first: '%jigsaw --help', kernel: 'calysto_scheme_with_magic' }
];

export namespace CellBook {
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
