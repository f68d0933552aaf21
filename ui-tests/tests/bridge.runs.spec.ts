import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { read } from '../disk';
import { expect, test } from '../fixtures';
import { reload } from '../jigsaw';
import { FrameBook } from '../metakernel';

const COUNT = ['count += 1', 'print("run", count)'];

/**
 * MetaKernel's magics in ipykernel, which widgets need.
 */
const IPYTHON = [
  'from jigsaw_test_kernel import pages; pages.take_over()',
  'from metakernel import register_ipython_magics; register_ipython_magics()',
  'count = 0'
].join('\n');

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/**
 * Run a command of JupyterLab and answer the question that it asks.
 */
async function command(
  page: IJupyterLabPageFixture,
  id: string
): Promise<void> {
  await page.evaluate(name => {
    void window.jupyterapp.commands.execute(name);
  }, id);
  await page.locator('.jp-Dialog .jp-mod-accept').click();
}

test('what a cell can show, a frame’s run shows, and a saved notebook keeps', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  let made = await FrameBook.make(page, path, {
    first: IPYTHON,
    kernel: 'python3'
  });
  await made.press(
    'execute',
    'import base64, ipywidgets',
    'from IPython.display import HTML, Image',
    `display(Image(base64.b64decode("${PIXEL}")))`,
    'display(HTML("<b class=loud>bold</b>"))',
    'display(ipywidgets.IntSlider(value=7, description="speed"))',
    'print("\\033[31mred\\033[0m")',
    'for i in range(3): print("\\r" + str(i), end="", flush=True)',
    'print()',
    'print("Hello", input("Who? "))',
    'nothing / 0'
  );
  await expect(made.output.locator('.jp-Stdin-input')).toBeFocused();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(
    made.output.locator('.jp-RenderedText .ansi-red-fg').first()
  ).toHaveText('red');
  await expect(made.output).toContainText('Hello Ada');
  await expect(made.output.locator('b.loud')).toHaveText('bold');
  await expect(made.output.locator('.jp-RenderedImage img')).toHaveCount(1);
  await expect(made.output.locator('.widget-slider')).toContainText('speed');
  await expect(made.output).toContainText("name 'nothing' is not defined");

  await made.save();
  const saved = async () => JSON.stringify(await read(request, path));
  await expect.poll(saved).toContain('Hello Ada');
  for (const part of [
    'image/png',
    'class=loud',
    'application/vnd.jupyter.widget-view+json',
    'NameError'
  ]) {
    expect(await saved()).toContain(part);
  }
  await reload(page);
  made = await FrameBook.find(page, 'a.ipynb');
  await expect(made.output.locator('b.loud')).toHaveText('bold');
  await expect(made.output.locator('.jp-RenderedImage img')).toHaveCount(1);
  await expect(made.output).toContainText('Hello Ada');
});

test('100,000 lines leave the page at hand, and their end is shown', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press(
    'execute',
    'for i in range(1000): print("\\n".join(str(i * 100 + j) for j in range(100)))',
    'print("the end")'
  );
  await expect(made.printed.last()).toContainText('the end', {
    timeout: 60_000
  });
  await expect(made.printed.last()).toContainText('99999\nthe end');
  await made.press('execute', 'print("again")');
  await expect(made.printed).toHaveText('again');
});

test('clicks come one after the other, also while a cell is busy', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, {
    more: ['import time; time.sleep(2); print("cell", count)']
  });
  await made.write(...COUNT);
  await made.book.run(2);
  await expect(made.book.cells.nth(2)).toContainText('[*]');
  await made.press('execute');
  await made.press('execute');
  await expect(made.sign).toContainText('running…');
  await expect(made.printed).toHaveText('run 1\nrun 2');
  await expect(made.book.output(2)).toHaveText('cell 0');
  await expect(made.sign).not.toContainText('running');
});

test('after a restart it runs', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write('print("here")');
  await command(page, 'notebook:restart-kernel');
  await made.press('execute');
  await expect(made.printed).toHaveText('here');
});

test('a run that is restarted away ends, and says so', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("begun")', 'while True: pass');
  await expect(made.printed).toHaveText('begun');
  await command(page, 'notebook:restart-kernel');
  await expect(made.output).toContainText('The kernel was restarted');
  await expect(made.sign).not.toContainText('running');
  await made.press('execute', 'print("and on")');
  await expect(made.printed).toHaveText('and on');
});

test('a kernel that dies in mid-run is told of, and the next one works', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
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
  await page.locator('.jp-Dialog .jp-mod-accept').click();
  await made.press('execute', 'print("and on")');
  await expect(made.printed).toHaveText('and on', { timeout: 30_000 });
});

test('without a kernel it says what to do', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write('print("here")');
  await page.evaluate(async () => {
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
});
