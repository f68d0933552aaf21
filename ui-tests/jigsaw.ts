import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/**
 * A place on the page, in pixels from its upper left corner.
 */
interface IPoint {
  x: number;
  y: number;
}

/**
 * A panel as a person sees it: found by the name on its tab, moved by the
 * mouse.
 */
export class Jigsaw {
  private constructor(
    readonly page: Page,
    /**
     * The whole document, its toolbar with it.
     */
    readonly root: Locator
  ) {
    this.blocks = root.locator(
      'svg.blocklySvg > g.blocklyWorkspace > g.blocklyBlockCanvas .blocklyDraggable'
    );
    this.canvas = root.locator('svg.blocklySvg .blocklyMainBackground').first();
    this.editor = root.locator('.jp-Jigsaw-editor');
    this.codePane = root.locator('.jp-Jigsaw-codePane');
    this.codeLines = root.locator('.jp-Jigsaw-code .cm-line');
    this.outputPane = root.locator('.jp-Jigsaw-outputPane');
    this.output = root.locator('.jp-Jigsaw-output');
    this.elapsed = root.locator('.jp-Jigsaw-elapsed');
    this.notices = root.locator('.jp-Jigsaw-notice');
    this.problem = root.locator('.jp-Jigsaw-problem');
    this.session = root.locator('.jp-Jigsaw-sessionButton');
    this.kernelName = root.locator('.jp-Toolbar-kernelName');
  }

  /**
   * All blocks of the workspace, shadows among them.
   */
  readonly blocks: Locator;
  /**
   * The free ground of the workspace.
   */
  readonly canvas: Locator;
  readonly editor: Locator;
  readonly codePane: Locator;
  /**
   * The lines of the generated code.
   */
  readonly codeLines: Locator;
  readonly outputPane: Locator;
  readonly output: Locator;
  readonly elapsed: Locator;
  readonly notices: Locator;
  /**
   * What stands in place of the blocks when a file cannot be shown.
   */
  readonly problem: Locator;
  readonly session: Locator;
  readonly kernelName: Locator;

  /**
   * The panel whose tab has this name, as soon as it stands.
   *
   * @param index - which of several tabs of the name
   */
  static async find(page: Page, name: string, index = 0): Promise<Jigsaw> {
    const tab = Jigsaw.tab(page, name).nth(index);
    const id = await tab.getAttribute('data-id');
    const panel = new Jigsaw(page, page.locator(`[id="${id}"]`));
    return panel.shown();
  }

  /**
   * The one panel of a page without tabs.
   */
  static async only(page: Page): Promise<Jigsaw> {
    const panel = new Jigsaw(
      page,
      page.locator('.jp-MainAreaWidget:has(> .jp-Jigsaw)')
    );
    return panel.shown();
  }

  /**
   * The editor of the app page, which has no JupyterLab around it.
   */
  static async onPage(page: Page): Promise<Jigsaw> {
    return new Jigsaw(page, page.locator('.jp-JigsawPage-root')).shown();
  }

  /**
   * Open a file of the test's folder.
   *
   * @param path - in that folder
   */
  static async open(page: Page, path: string): Promise<Jigsaw> {
    await openInFolder(page, path);
    return Jigsaw.find(page, path.split('/').pop()!);
  }

  /**
   * Wait until blocks are drawn, or it is said why there are none.
   */
  async shown(): Promise<this> {
    await expect(
      this.root
        .locator('.jp-Jigsaw-editor svg.blocklySvg, .jp-Jigsaw-problem')
        .filter({ visible: true })
        .first()
    ).toBeVisible({ timeout: 20_000 });
    return this;
  }

  static tab(page: Page, name: string): Locator {
    return page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab').filter({
      has: page.locator('.lm-TabBar-tabLabel', {
        hasText: exactly(name)
      })
    });
  }

  /**
   * The innermost block that holds all these words.
   */
  block(words: string): Locator {
    return holding(this.blocks, words).last();
  }

  /**
   * A button of the panel's toolbar, by its command.
   */
  button(command: string): Locator {
    return this.root.locator(`jp-button[data-command="${command}"]`);
  }

  /**
   * The code, line by line.
   */
  async expectCode(...lines: string[]): Promise<void> {
    await expect(this.codeLines).toHaveText(lines, { useInnerText: true });
  }

  /**
   * Something is said to the user, and nothing covers it.
   */
  async expectNotice(text: string | RegExp): Promise<void> {
    await this.notices
      .filter({ hasText: text })
      .locator('.jp-Jigsaw-noticeText')
      .click({ trial: true, timeout: 30_000 });
  }

  /**
   * Take a block out of the toolbox.
   *
   * @param category - the category's name
   * @param words - what the block in the flyout says
   * @param to - where the block's upper left corner goes
   */
  async take(category: string, words: string, to: IPoint): Promise<void> {
    const block = await this.openFlyout(category, words);
    await this.drag(block, to);
  }

  /**
   * Open a category of the toolbox.
   *
   * @param words - what a block in it says
   * @returns that block in the flyout
   */
  async openFlyout(category: string, words: string): Promise<Locator> {
    await this.root
      .locator('.blocklyToolboxCategory')
      .filter({ hasText: category })
      .click();
    const block = this.offered(words);
    await expect(block).toBeVisible();
    return block;
  }

  /**
   * A block in the flyout that is open.
   */
  offered(words: string): Locator {
    return holding(
      this.root
        .locator('.blocklyFlyout .blocklyBlockCanvas > .blocklyDraggable')
        .filter({ visible: true }),
      words
    ).first();
  }

  /**
   * Drag a block by its left edge.
   *
   * @param to - where its upper left corner goes
   */
  async drag(block: Locator, to: IPoint): Promise<void> {
    const from = await boxOf(block);
    const grip = gripOf(from);
    const { mouse } = this.page;
    await mouse.move(from.x + grip.x, from.y + grip.y);
    await mouse.down();
    await mouse.move(from.x + grip.x + 10, from.y + grip.y + 10, { steps: 3 });
    await mouse.move(to.x + grip.x, to.y + grip.y, { steps: 12 });
    await mouse.up();
  }

  /**
   * A place on the free ground, from the workspace's upper left corner.
   */
  async at(x: number, y: number): Promise<IPoint> {
    const box = await boxOf(this.canvas);
    return { x: box.x + x, y: box.y + y };
  }

  /**
   * The place where a block hangs below another one.
   */
  async below(block: Locator): Promise<IPoint> {
    const box = await boxOf(block);
    return { x: box.x + 4, y: box.y + box.height + 4 };
  }

  /**
   * The place where a block goes into the mouth of a loop that is empty.
   */
  async inside(loop: Locator): Promise<IPoint> {
    const box = await boxOf(loop);
    return { x: box.x + 18, y: box.y + box.height / 2 - 4 };
  }

  /**
   * The place where a value goes in place of another one.
   */
  async onto(value: Locator): Promise<IPoint> {
    const box = await boxOf(value);
    return { x: box.x + 4, y: box.y + 4 };
  }

  /**
   * The place of the value at the end of a block.
   */
  async endOf(block: Locator): Promise<IPoint> {
    const box = await boxOf(block);
    return { x: box.x + box.width - 48, y: box.y + 4 };
  }

  /**
   * The place above the trash can. Its picture is a part of a larger one, so
   * that its box says nothing.
   */
  async trash(): Promise<IPoint> {
    return this.root
      .locator('.blocklyTrash')
      .evaluate((can: SVGGraphicsElement) => {
        const { e, f } = can.getScreenCTM()!;
        return { x: e + 16, y: f + 10 };
      });
  }

  /**
   * Select a block by a click on its edge.
   */
  async select(block: Locator): Promise<void> {
    const box = await boxOf(block);
    const grip = gripOf(box);
    await this.page.mouse.click(box.x + grip.x, box.y + grip.y);
    await expect(block).toHaveClass(/blocklySelected/);
  }

  /**
   * Type over a field.
   *
   * @param old - what the field says
   */
  async type(old: string, text: string, end = 'Enter'): Promise<void> {
    await this.root
      .locator(
        'g.blocklyWorkspace > g.blocklyBlockCanvas .blocklyField, g.blocklyWorkspace > g.blocklyBlockCanvas .blocklyEditableField'
      )
      .filter({ hasText: exactly(old) })
      .last()
      .click();
    const input = this.page.locator('.blocklyHtmlInput');
    await expect(input).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    if (end) {
      await this.page.keyboard.press(end);
      await expect(input).toBeHidden();
    }
  }

  /**
   * Give the keyboard to the workspace by a click on its free ground.
   */
  async focus(): Promise<void> {
    const box = await boxOf(this.canvas);
    await this.page.mouse.click(box.x + box.width - 150, box.y + 20);
  }

  async run(): Promise<void> {
    await this.button('jigsaw:run').click();
  }

  /**
   * Take the output away, so that what comes next is new.
   */
  async clear(): Promise<void> {
    await this.outputPane.getByTitle('Clear the output').click();
    await expect(this.output.locator('.jp-OutputArea-output')).toHaveCount(0);
  }
}

/**
 * Open a file that may be new, by a double click in the file browser.
 */
export async function openFile(page: Page, name: string): Promise<void> {
  await refreshFiles(page);
  await fileItem(page, name).dblclick();
}

/**
 * Open a file of the folder that the page was opened on, by JupyterLab's
 * command: the file browser is there a second after all else.
 */
export async function openInFolder(page: Page, path: string): Promise<void> {
  await page.waitForFunction(() => window.jupyterapp !== undefined);
  await page.evaluate(async file => {
    const { commands, restored } = window.jupyterapp;
    await restored;
    const { treePath } = JSON.parse(
      document.getElementById('jupyter-config-data')!.textContent!
    );
    await commands.execute('docmanager:open', { path: `${treePath}/${file}` });
  }, path);
}

/**
 * Have the file browser look again, which it does by itself now and then.
 */
export async function refreshFiles(page: Page): Promise<void> {
  await page.locator('jp-button[data-command="filebrowser:refresh"]').click();
}

/**
 * A file in the file browser.
 */
export function fileItem(page: Page, name: string): Locator {
  return page
    .locator('.jp-DirListing-item')
    .filter({ has: page.getByText(name, { exact: true }) });
}

/**
 * JupyterLab's dialog, and a button in it.
 */
export function dialog(page: Page): Locator {
  return page.locator('.jp-Dialog');
}

export async function answer(page: Page, label: string): Promise<void> {
  const shown = dialog(page);
  // By what stands on it: JupyterLab reads some out otherwise.
  await shown
    .locator('.jp-Dialog-button')
    .filter({ hasText: exactly(label) })
    .click();
  await expect(shown).toBeHidden();
}

/**
 * Close a tab by its cross.
 */
export async function closeTab(page: Page, name: string): Promise<void> {
  const tab = Jigsaw.tab(page, name);
  await tab.hover();
  await tab.locator('.lm-TabBar-tabCloseIcon').click();
}

/**
 * Load the page again, without Galata's wait for a launcher.
 */
export async function reload(page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(() => window.location.reload())
  ]);
}

/**
 * Run a command of the palette by its label. The palette goes when a document
 * that has just been opened takes the keyboard.
 */
export async function runFromPalette(page: Page, label: string): Promise<void> {
  const search = page.locator('.lm-CommandPalette-input');
  const command = page.locator('.lm-CommandPalette-item').filter({
    has: page.locator('.lm-CommandPalette-itemLabel', {
      hasText: exactly(label)
    })
  });
  await expect(async () => {
    if (!(await search.isVisible())) {
      await page.keyboard.press('ControlOrMeta+Shift+c');
    }
    await search.fill(label, { timeout: 1000 });
    await command.click({ timeout: 1000 });
  }).toPass();
}

/**
 * A text and nothing else; Blockly writes its spaces as no-break ones.
 */
export function exactly(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(' ', '\\s')}$`);
}

/**
 * Those that hold all words; in the markup no space stands between the label
 * of a block and its fields.
 */
function holding(blocks: Locator, words: string): Locator {
  return words
    .split(' ')
    .reduce((found, word) => found.filter({ hasText: word }), blocks);
}

async function boxOf(locator: Locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) {
    throw new Error('There is nothing to be seen of it');
  }
  return box;
}

/**
 * Where a block is taken by the mouse: its left edge, where no field is.
 */
function gripOf(box: { width: number; height: number }): IPoint {
  return { x: Math.min(7, box.width / 6), y: Math.min(20, box.height / 2) };
}
