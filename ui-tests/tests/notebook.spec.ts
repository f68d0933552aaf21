import { list } from '../disk';
import { expect, test } from '../fixtures';
import { answer, closeTab, dialog, Jigsaw, reload } from '../jigsaw';
import { Book, notebook } from '../notebook';
import { file, lines, print } from '../programs';

// Room for a notebook and a panel side by side, with all of their toolbars.
test.use({ viewport: { width: 1720, height: 800 } });

test('variables go from the notebook to the blocks and back', async ({
  page,
  request,
  tmpPath
}) => {
  await page.contents.uploadContent(
    notebook('scores = [3, 4]\nprint("ready")', 'made * 2'),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    file([lines('made = sum(scores)', 'print("sum", made)')]),
    'text',
    `${tmpPath}/book.jigsaw`
  );
  const book = await Book.open(page, 'book.ipynb');
  await book.run(0);
  await expect(book.output(0)).toContainText('ready');
  const panel = await book.openJigsaw('book.jigsaw');
  await expect(panel.session).toHaveText('book.ipynb');
  await expect(panel.kernelName).toHaveText('Python 3 (ipykernel)');
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['sum 7']);
  await book.run(1);
  await expect(book.output(1)).toContainText('14');

  const sessions: { path: string }[] = await (
    await request.get('api/sessions')
  ).json();
  expect(
    sessions.map(({ path }) => path).filter(path => path.startsWith(tmpPath))
  ).toEqual([`${tmpPath}/book.ipynb`]);
});

test("the panel follows the notebook's restart and change of kernel", async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    notebook('', ''),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    file([
      lines(
        'count = globals().get("count", 0) + 1',
        'print("run", count, "in", type(globals().get("get_ipython")).__name__)'
      )
    ]),
    'text',
    `${tmpPath}/book.jigsaw`
  );
  const book = await Book.open(page, 'book.ipynb');
  const panel = await book.openJigsaw('book.jigsaw');
  const said = panel.output.locator('pre');
  await panel.run();
  await expect(said).toHaveText(['run 1 in method']);
  await panel.run();
  await expect(said).toHaveText(['run 2 in method']);

  await book.source(0).click();
  await page.menu.clickMenuItem('Kernel>Restart Kernel…');
  await answer(page, 'Restart');
  await panel.run();
  await expect(said).toHaveText(['run 1 in method']);

  await book.source(0).click();
  await page.menu.clickMenuItem('Kernel>Change Kernel…');
  await dialog(page)
    .locator('select')
    .selectOption({ label: 'MetaKernel Test (Python)' });
  await answer(page, 'Select');
  await expect(panel.kernelName).toHaveText('MetaKernel Test (Python)');
  await panel.run();
  await expect(said).toHaveText(['run 1 in NoneType']);
});

test('neither closes the session of the other', async ({ page, tmpPath }) => {
  await page.contents.uploadContent(
    notebook('kept = "still here"', 'print(kept)'),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    file([lines('print("blocks:", kept)')]),
    'text',
    `${tmpPath}/book.jigsaw`
  );
  const book = await Book.open(page, 'book.ipynb');
  await book.run(0);
  let panel = await book.openJigsaw('book.jigsaw');
  await panel.run();
  await expect(panel.output).toContainText('blocks: still here');

  await test.step('the notebook has another name for a while', async () => {
    const rename = (from: string, to: string) =>
      page.evaluate(
        ([old, name]) =>
          window.jupyterapp.serviceManager.contents.rename(old, name),
        [`${tmpPath}/${from}`, `${tmpPath}/${to}`]
      );
    await rename('book.ipynb', 'other.ipynb');
    await expect(panel.session).toHaveText('other.ipynb');
    await Jigsaw.tab(page, 'other.ipynb').click();
    panel = await book.openJigsaw('book.jigsaw');
    await expect
      .poll(() =>
        page.evaluate(() => window.jupyterapp.shell.currentWidget?.title.label)
      )
      .toBe('book.jigsaw');
    expect(await list(page.request, tmpPath)).toEqual([
      'book.jigsaw',
      'other.ipynb'
    ]);
    await rename('other.ipynb', 'book.ipynb');
    await expect(panel.session).toHaveText('book.ipynb');
  });
  await test.step('the panel goes', async () => {
    await closeTab(page, 'book.jigsaw');
    await book.run(1);
    await expect(book.output(1)).toContainText('still here');
  });
  await test.step('the notebook goes, but not its session', async () => {
    panel = await book.openJigsaw('book.jigsaw');
    await expect(panel.session).toHaveText('book.ipynb');
    await closeTab(page, 'book.ipynb');
    if (await dialog(page).isVisible()) {
      await answer(page, 'Discard');
    }
    await expect(Jigsaw.tab(page, 'book.ipynb')).toHaveCount(0);
    await panel.clear();
    await panel.run();
    await expect(panel.output).toContainText('blocks: still here');
  });
  await test.step('its session goes', async () => {
    await Book.open(page, 'book.ipynb');
    await page.locator('.lm-MenuBar-item', { hasText: 'File' }).click();
    await page
      .locator('.lm-Menu-item', { hasText: 'Close and Shut Down' })
      .click();
    await dialog(page).locator('.jp-Dialog-button').last().click();
    await expect(Jigsaw.tab(page, 'book.ipynb')).toHaveCount(0);
    await panel.expectNotice(
      /works in the session of “.*book\.ipynb”, which isn’t running/
    );
  });
  await test.step('and both come back', async () => {
    await panel.notices.getByRole('button', { name: 'Open Notebook' }).click();
    await Jigsaw.tab(page, 'book.ipynb').click();
    const again = await Book.find(page, 'book.ipynb');
    await expect(panel.notices).toHaveCount(0);
    await again.run(0);
    await panel.clear();
    await panel.run();
    await expect(panel.output).toContainText('blocks: still here');
  });
});

test('code goes into a cell under the active one, of the notebook that is meant', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    notebook('1', '2', '3'),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    notebook('a'),
    'text',
    `${tmpPath}/other.ipynb`
  );
  await page.contents.uploadContent(
    file([print('from blocks')]),
    'text',
    `${tmpPath}/program.jigsaw`
  );
  const book = await Book.open(page, 'book.ipynb');
  await book.source(1).click();
  const panel = await Jigsaw.open(page, 'program.jigsaw');
  await panel.expectCode("print('from blocks')", '');
  await test.step('the only notebook is not asked for', async () => {
    await panel.button('jigsaw:insert-code').click();
    await expect(dialog(page)).toHaveCount(0);
    const notice = page.locator('.Toastify__toast');
    await expect(notice).toContainText('in a new cell of book.ipynb');
    await notice.getByRole('button', { name: 'Show' }).click();
    await expect(book.cells).toHaveCount(4);
    await expect(book.source(2)).toHaveText("print('from blocks')");
    await expect(book.source(1)).toHaveText('2');
  });
  await test.step('of two the user chooses', async () => {
    const other = await Book.open(page, 'other.ipynb');
    await Jigsaw.tab(page, 'program.jigsaw').click();
    await panel.button('jigsaw:insert-code').click();
    await expect(dialog(page)).toContainText('Insert into which notebook?');
    const choice = dialog(page).locator('select');
    await expect(choice.locator('option')).toHaveText([
      `${tmpPath}/other.ipynb`,
      `${tmpPath}/book.ipynb`
    ]);
    await choice.selectOption(`${tmpPath}/book.ipynb`);
    await answer(page, 'Insert');
    await Jigsaw.tab(page, 'other.ipynb').click();
    await expect(other.cells).toHaveCount(1);
    await Jigsaw.tab(page, 'book.ipynb').click();
    await expect(book.cells).toHaveCount(5);
    await expect(book.source(3)).toHaveText("print('from blocks')");
  });
});

test('a cell with inserted code comes into sight as a whole', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    notebook(`1${'\n'.repeat(30)}`, '2', '3'),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    file([lines(...Array.from({ length: 6 }, (_, i) => `print(${i})`))]),
    'text',
    `${tmpPath}/book.jigsaw`
  );
  const book = await Book.open(page, 'book.ipynb');
  const panel = await book.openJigsaw('book.jigsaw');
  await panel.expectCode(
    ...Array.from({ length: 6 }, (_, i) => `print(${i})`),
    ''
  );
  await book.source(1).click();
  await panel.button('jigsaw:insert-code').click();
  await expect(page.locator('.Toastify__toast')).toHaveCount(0);
  await expect(book.source(2)).toContainText('print(5)');
  await expect(book.source(2)).toBeInViewport({ ratio: 1 });
});

test('a panel stays attached after a reload, until it is told otherwise', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    notebook('kept = "still here"'),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    file([lines('print("blocks:", globals().get("kept"))')]),
    'text',
    `${tmpPath}/book.jigsaw`
  );
  const saved: string[] = [];
  page.on('request', one => {
    if (one.method() === 'PUT' && one.url().includes('/api/workspaces/')) {
      saved.push(one.postData() ?? '');
    }
  });
  const book = await Book.open(page, 'book.ipynb');
  await book.run(0);
  let panel = await book.openJigsaw('book.jigsaw');
  await expect(panel.session).toHaveText('book.ipynb');
  // JupyterLab remembers its tabs a moment later.
  await expect
    .poll(() => {
      const last = saved.at(-1) ?? '';
      return (
        last.includes('"notebook":') && last.includes(`jigsaw:${tmpPath}/book`)
      );
    })
    .toBe(true);
  await reload(page);
  panel = await Jigsaw.find(page, 'book.jigsaw');
  await expect(panel.session).toHaveText('book.ipynb');
  await panel.run();
  await expect(panel.output).toContainText('blocks: still here');

  await panel.session.click();
  await dialog(page)
    .locator('select')
    .selectOption({ label: 'A session of its own' });
  await answer(page, 'Ok');
  await expect(panel.session).toHaveText('Own session');
  await panel.run();
  await expect(panel.output).toContainText('blocks: None');
});

test('a notebook that is renamed finds its blocks, and one in its place gets others', async ({
  page,
  tmpPath
}) => {
  const write = (name: string) =>
    page.contents.uploadContent(notebook('1'), 'text', `${tmpPath}/${name}`);
  await write('first.ipynb');
  const book = await Book.open(page, 'first.ipynb');
  const panel = await book.openJigsaw('first.jigsaw');
  await panel.take('Text', 'print', await panel.at(150, 60));
  await page.keyboard.press('Control+s');
  await expect(Jigsaw.tab(page, 'first.jigsaw')).not.toHaveClass(
    /jp-mod-dirty/
  );
  await page.evaluate(
    ([from, to]) => window.jupyterapp.serviceManager.contents.rename(from, to),
    [`${tmpPath}/first.ipynb`, `${tmpPath}/renamed.ipynb`]
  );
  await expect(panel.session).toHaveText('renamed.ipynb');
  await closeTab(page, 'first.jigsaw');
  const again = await book.openJigsaw('first.jigsaw');
  await again.expectCode("print('Hello')", '');
  await write('first.ipynb');
  const other = await Book.open(page, 'first.ipynb');
  const empty = await other.openJigsaw('first-1.jigsaw');
  await expect(empty.blocks).toHaveCount(0);
});

test('an ipywidget of a block shows and moves', async ({ page, tmpPath }) => {
  await page.contents.uploadContent(
    notebook('print(slider.value)'),
    'text',
    `${tmpPath}/book.ipynb`
  );
  await page.contents.uploadContent(
    file([
      lines(
        'from ipywidgets import IntSlider',
        'slider = IntSlider(value=3, max=10)',
        'display(slider)'
      )
    ]),
    'text',
    `${tmpPath}/book.jigsaw`
  );
  const book = await Book.open(page, 'book.ipynb');
  const panel = await book.openJigsaw('book.jigsaw');
  await panel.run();
  const slider = panel.output.locator('.widget-slider');
  await expect(slider).toBeVisible({ timeout: 30_000 });
  await slider.locator('.noUi-handle').press('ArrowRight');
  await expect(slider.locator('.widget-readout')).toHaveText('4');
  await book.run(0);
  await expect(book.output(0)).toContainText('4');
});

test('ipywidgets of a panel’s own kernel show again when it is opened again', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file(
      [
        lines(
          'from ipywidgets import IntSlider',
          'display(IntSlider(value=3, max=10))'
        )
      ],
      { kernel: 'python3' }
    ),
    'text',
    `${tmpPath}/work.jigsaw`
  );
  for (let time = 0; time < 2; time++) {
    const panel = await Jigsaw.open(page, 'work.jigsaw');
    await panel.run();
    const slider = panel.output.locator('.widget-slider');
    await expect(slider).toBeVisible({ timeout: 30_000 });
    await slider.locator('.noUi-handle').press('ArrowRight');
    await expect(slider.locator('.widget-readout')).toHaveText('4');
    await closeTab(page, 'work.jigsaw');
    await expect(panel.root).toHaveCount(0);
  }
});
