import type {
  ICodeCell,
  INotebookContent,
  IStream
} from '@jupyterlab/nbformat';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import type { FrameBook } from './metakernel';

/**
 * A program whose output counts its runs; the notebook begins with `count = 0`.
 */
export const COUNT = ['count += 1', 'print("run", count)'];

/**
 * A cell that makes the kernel busy for a while.
 */
export const BUSY = 'import time; time.sleep(2); print("cell", count)';

/**
 * MetaKernel's magics in ipykernel, which widgets need.
 */
export const IPYTHON = {
  first: [
    'from jigsaw_test_kernel import pages; pages.take_over()',
    'from metakernel import register_ipython_magics; register_ipython_magics()',
    'count = 0'
  ].join('\n'),
  kernel: 'python3'
};

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/**
 * MetaKernel's own listener is in the page, and would run all once more.
 */
export async function expectListener(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'jigsaw_listener_set' in document)).toBe(
    true
  );
}

/**
 * Run all that a cell can show, and see it. Of a notebook of `IPYTHON`.
 */
export async function showAll(made: FrameBook): Promise<void> {
  const { page } = made.book;
  await made.press(
    'execute',
    'import base64, ipywidgets',
    'from IPython.display import HTML, Image, clear_output',
    'print("taken away")',
    'clear_output()',
    'print("written over")',
    'clear_output(wait=True)',
    `display(Image(base64.b64decode("${PIXEL}")))`,
    'display(HTML("<b class=loud>bold</b>"))',
    'display(ipywidgets.IntSlider(value=7, description="speed"))',
    'print("\\033[31mred\\033[0m")',
    'for i in range(3): print("\\rpart " + str(i), end="", flush=True)',
    'print(" of 2")',
    'print("Hello", input("Who? "))',
    'nothing / 0'
  );
  await expect(made.output.locator('.jp-Stdin-input')).toBeFocused();
  // A question may come before what was printed before it: by another channel.
  await expect(made.printed.filter({ hasText: 'red' })).toContainText('of 2');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(
    made.output.locator('.jp-RenderedText .ansi-red-fg').first()
  ).toHaveText('red');
  await expect(made.printed.filter({ hasText: 'red' })).toHaveText(
    /^red\npart 2 of 2\s*$/
  );
  await expect(made.output).not.toContainText('taken away');
  await expect(made.output).not.toContainText('written over');
  // The frame is an output, too, and not what a run has put out.
  expect(await made.code()).toContain('clear_output');
  await expect(made.output.locator('b.loud')).toHaveText('bold');
  await expect(made.output.locator('.jp-RenderedImage img')).toHaveCount(1);
  await expect(made.output.locator('.widget-slider')).toContainText('speed');
  await expect(made.output).toContainText("name 'nothing' is not defined");
}

/**
 * What stands in a notebook that was saved after that.
 */
export const KEPT = [
  'Hello Ada',
  'image/png',
  'class=loud',
  'application/vnd.jupyter.widget-view+json',
  'NameError'
];

/**
 * That is shown when the notebook is opened again.
 */
export async function expectShownAgain(made: FrameBook): Promise<void> {
  await expect(made.output.locator('b.loud')).toHaveText('bold');
  await expect(made.output.locator('.jp-RenderedImage img')).toHaveCount(1);
  await expect(made.output).toContainText('Hello Ada');
}

/**
 * Print 100,000 lines and one more, and see their end.
 */
export async function printMuch(made: FrameBook): Promise<void> {
  await made.press(
    'execute',
    'for i in range(1000): print("\\n".join(str(i * 100 + j) for j in range(100)))',
    'print("the end")'
  );
  await expect(made.printed.last()).toContainText('99999\nthe end', {
    timeout: 60_000
  });
  await expect(made.sign).not.toContainText('running');
}

/**
 * A notebook that was saved after that holds the end of it, as much as a page
 * shows, without a gap.
 *
 * @param notebook - the text of its file
 */
export function expectEndOf(notebook: string): void {
  const { cells } = JSON.parse(notebook) as INotebookContent;
  const { outputs } = cells[1] as ICodeCell;
  const text = outputs
    .filter((output): output is IStream => output.output_type === 'stream')
    .flatMap(output => output.text)
    .join('');
  const lines = text.trimEnd().split('\n');
  expect(lines.shift()).toContain('is left out');
  expect(lines.pop()).toBe('the end');
  expect(lines.length).toBeGreaterThanOrEqual(4_999);
  expect(lines.length).toBeLessThanOrEqual(10_000);
  const first = 100_000 - lines.length;
  expect(lines).toEqual(lines.map((_, index) => String(first + index)));
}

/**
 * Edit the blocks of a notebook that is drawn in parts, and scroll so far away
 * and back that they are taken away meanwhile.
 */
export async function scrollAway(made: FrameBook): Promise<void> {
  const { page } = made.book;
  await made.write('print("edited")');
  await expect(made.sign).toContainText('edited');
  // The active cell is never taken away.
  await made.book.source(0).click();
  await expect(async () => {
    await page.mouse.wheel(0, 2_000);
    await expect(made.book.root).toContainText('# 59', { timeout: 100 });
    await expect(made.output).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect(async () => {
    await page.mouse.wheel(0, -2_000);
    await expect(made.output).toBeVisible({ timeout: 100 });
  }).toPass();
  await made.expectCode('print("edited")');
  await made.press('execute');
  await expect(made.printed).toHaveText(['edited']);
}

/**
 * Cells for a notebook that is longer than what is seen of it.
 */
export const LONG = Array.from({ length: 60 }, (_, i) => `# ${i}\n\n\n`);

/**
 * Click twice while a cell is at work. The third cell is `BUSY`.
 */
export async function waitInTurn(made: FrameBook): Promise<void> {
  await made.write(...COUNT);
  await made.book.run(2);
  await expect(made.book.cells.nth(2)).toContainText('[*]');
  await made.press('execute');
  await made.press('execute');
  await expect(made.sign).toContainText('running…');
  await expect(made.printed).toHaveText(['run 1\nrun 2']);
  await expect(made.book.output(2)).toHaveText('cell 0');
  await expect(made.sign).not.toContainText('running');
}

export async function stop(made: FrameBook): Promise<void> {
  const { page } = made.book;
  await made.press(
    'execute',
    'import time',
    'print("begun")',
    'while True: time.sleep(0.05)'
  );
  const prompt = made.book.cells.nth(1).locator('.jp-InputPrompt');
  await expect(made.output).toContainText('begun');
  await expect(prompt).toHaveText('[*]:');
  await page
    .locator('jp-button[data-command="notebook:interrupt-kernel"]')
    .click();
  await expect(made.output).toContainText('KeyboardInterrupt');
  await expect(prompt).not.toHaveText('[*]:');
}

export async function restartInRun(made: FrameBook): Promise<void> {
  await made.press('execute', 'print("begun")', 'while True: pass');
  await expect(made.printed).toHaveText(['begun']);
  await made.command('notebook:restart-kernel');
  await expect(made.output).toContainText('The kernel was restarted');
  await expect(made.sign).not.toContainText('running');
  await made.press('execute', 'print("and on")');
  await expect(made.printed).toHaveText(['and on']);
}

export async function dieInRun(made: FrameBook): Promise<void> {
  await made.press(
    'execute',
    'import os',
    'print("begun", flush=True)',
    'os._exit(1)'
  );
  await expect(made.output).toContainText('variables are gone', {
    timeout: 30_000
  });
  await expect(made.sign).not.toContainText('running');
  await made.book.page.locator('.jp-Dialog .jp-mod-accept').click();
  await made.press('execute', 'print("and on")');
  await expect(made.printed).toHaveText(['and on'], { timeout: 30_000 });
}

export async function runWithoutKernel(made: FrameBook): Promise<void> {
  await made.write('print("here")');
  await made.book.page.evaluate(async () => {
    const { commands, shell } = window.jupyterapp;
    const { sessionContext } = shell.currentWidget as NotebookPanel;
    await commands.execute('notebook:shutdown-kernel');
    // The server has ended it before JupyterLab has done with it.
    while (sessionContext.session?.kernel) {
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
  });
  await expect(made.sign).toHaveText(/^no kernel/i);
  await made.press('execute');
  await expect(made.output).toContainText('Choose a kernel, then run again.');
}

/**
 * Save a notebook under another name as it comes from somebody else: its
 * signature is not known here.
 */
export async function giveAway(
  page: Page,
  from: string,
  to: string
): Promise<void> {
  await page.evaluate(
    async ([path, other]) => {
      const { contents } = window.jupyterapp.serviceManager;
      const { content } = await contents.get(path, {
        type: 'notebook',
        content: true
      });
      content.metadata.from = 'elsewhere';
      for (const cell of content.cells) {
        delete cell.metadata.trusted;
      }
      await contents.save(other, {
        type: 'file',
        format: 'text',
        content: JSON.stringify(content)
      });
    },
    [from, to]
  );
}

/**
 * A notebook of somebody else's, in which a frame has printed “once”, shows
 * nothing of ours until it is trusted.
 */
export async function trust(made: FrameBook): Promise<void> {
  await expect(made.printed).toHaveText(['once']);
  await expect(made.output.locator('iframe')).toHaveCount(0);
  await expect(made.native).toHaveCount(0);
  await made.command('notebook:trust');
  // It has the newest blocks, as ever.
  await expect(
    made.native.or(made.output.locator('iframe')).first()
  ).toBeVisible();
  await expect(made.sign).toContainText('MetaKernel Test (Python)');
}

/**
 * Give pages the header with which JupyterHub keeps them out of frames.
 */
export async function forbidFrames(
  where: BrowserContext | Page
): Promise<void> {
  await where.route('**/files/**', async route => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'content-security-policy':
          "frame-ancestors 'none'; report-uri /csp; default-src 'none'; sandbox allow-scripts"
      }
    });
  });
}
