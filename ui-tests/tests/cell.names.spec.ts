import type { Page } from '@playwright/test';

import { addBlock, CellBook, lesson } from '../cell';
import { list, read } from '../disk';
import { expect, test } from '../fixtures';

async function open(page: Page, folder: string, name: string) {
  await page.evaluate(path => {
    void window.jupyterapp.commands.execute('docmanager:open', { path });
  }, `${folder}/${name}`);
  const book = await CellBook.find(page, name);
  await book.book.run(0);
  await book.book.run(1);
  return book;
}

test('two notebooks with other blocks under one name lose neither', async ({
  page,
  request,
  tmpPath
}) => {
  const file = `${tmpPath}/ws.jigsaw`;
  for (const name of ['l1', 'l2']) {
    const path = `${tmpPath}/${name}.ipynb`;
    await page.contents.uploadContent(lesson(`of ${name}`, 'ws'), 'text', path);
  }
  const first = await open(page, tmpPath, 'l1.ipynb');
  await first.type('of l1', 'mine');
  await expect.poll(() => read(request, file)).toContain('mine');
  await first.save();
  const second = await open(page, tmpPath, 'l2.ipynb');
  const question = page.locator('.Toastify__toast', { hasText: 'ws.jigsaw' });
  await expect(question).toHaveCount(1);
  await expect(second.drawn).toContainText(['of l2']);
  await second.type('of l2', 'edited');
  await second.save();
  expect(await read(request, file)).toContain('mine');
  await question.getByRole('button', { name: 'Keep These Blocks' }).click();
  await expect(question).toHaveCount(0);
  await expect(second.drawn).toContainText(['edited']);
  await expect.poll(() => read(request, file)).toContain('edited');
  // From now on they are in step.
  await second.type('edited', 'both');
  await page.getByRole('tab', { name: 'l1.ipynb' }).click();
  await expect(first.drawn).toContainText(['both']);
  await expect(page.locator('.Toastify__toast')).toHaveCount(0);
});

test('blocks that get a name are in its file at once', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%%jigsaw\n{"blocks": {"blocks": [{"type": "text_print"}]}}'
  });
  await made.book.source(1).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.type(' --workspace w1');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => list(request, tmpPath))
    .toEqual(['a.ipynb', 'w1.jigsaw']);
  expect(await read(request, `${tmpPath}/w1.jigsaw`)).toContain('text_print');
});

test('the file of a notebook that is moved is beside it', async ({
  page,
  request,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: '%jigsaw --workspace ws'
  });
  await addBlock(page, made.blocks);
  await expect
    .poll(() => read(request, `${tmpPath}/ws.jigsaw`))
    .toContain('text_print');
  await page.evaluate(async folder => {
    const { contents } = window.jupyterapp.serviceManager;
    await contents.save(`${folder}/other`, { type: 'directory' });
    await contents.rename(`${folder}/a.ipynb`, `${folder}/other/a.ipynb`);
  }, tmpPath);
  await expect
    .poll(() => read(request, `${tmpPath}/other/ws.jigsaw`))
    .toContain('text_print');
  await made.type('Hello', 'moved');
  await expect
    .poll(() => read(request, `${tmpPath}/other/ws.jigsaw`))
    .toContain('moved');
  expect(await read(request, `${tmpPath}/ws.jigsaw`)).not.toContain('moved');
});
