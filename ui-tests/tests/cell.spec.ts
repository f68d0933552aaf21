import { addBlock, CellBook } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { reload } from '../jigsaw';

const TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

test('blocks run, insert their code, and are kept with the notebook', async ({
  page,
  request,
  tmpPath
}) => {
  let made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await expect(made.button('Stop')).toBeDisabled();
  await addBlock(page, made.blocks);
  await made.type('Hello');
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['Hello']);
  await made.button('Insert Code').click();
  await expect(made.book.source(2)).toHaveText("print('Hello')");
  await made.save();
  const saved = await read(request, `${tmpPath}/a.ipynb`);
  const { cells } = JSON.parse(saved) as {
    cells: { outputs: { data: Record<string, unknown> }[] }[];
  };
  const { data } = cells[1].outputs[0];
  expect(JSON.stringify(data[TYPE])).toContain('text_print');
  await reload(page);
  made = await CellBook.find(page, 'a.ipynb');
  await expect(made.drawn).toHaveCount(1);
  await expect(made.printed).toHaveText(['Hello']);
  await made.type('again');
  await made.button('Run').click();
  await expect(made.printed).toHaveText(['again']);
  await made.button('Clear Output').click();
  await expect(made.printed).toHaveCount(0);
  await expect(made.drawn).toHaveCount(1);
});

test('blocks are kept when their cell is run again, or its output is cleared', async ({
  page,
  request,
  tmpPath
}) => {
  let made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await addBlock(page, made.blocks);
  await made.type('kept');
  await made.book.run(1);
  await expect(made.drawn).toContainText(['kept']);
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')
  );
  await expect(made.blocks).toHaveCount(0);
  await made.save();
  expect(await read(request, `${tmpPath}/a.ipynb`)).toContain('kept');
  await reload(page);
  made = await CellBook.find(page, 'a.ipynb');
  await made.book.run(0);
  await made.book.run(1);
  await expect(made.drawn).toContainText(['kept']);
  await made.save();
  const text = await read(request, `${tmpPath}/a.ipynb`);
  expect(text.match(/text_print/g)).toHaveLength(1);
});

test('an endless loop is stopped', async ({ page, tmpPath }) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: [
      '%%jigsaw',
      '{"blocks": {"blocks": [{"type": "expression_statement", "x": 10, "y": 10,',
      '"fields": {"expression": "while True: print(\\"on\\", flush=True)"}}]}}'
    ].join('\n')
  });
  await made.button('Run').click();
  await expect(made.output).toContainText('on');
  await made.button('Stop').click();
  await expect(made.output).toContainText('KeyboardInterrupt');
  await expect(made.button('Stop')).toBeDisabled();
});

test('keys belong to the blocks, until Escape gives them back', async ({
  page,
  tmpPath
}) => {
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`);
  await addBlock(page, made.blocks);
  const cells = await made.book.cells.count();
  for (const key of ['a', 'b', 'm']) {
    await page.keyboard.press(key);
  }
  await expect(made.book.cells).toHaveCount(cells);
  await page.keyboard.press('Control+z');
  await expect(made.drawn).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(made.drawn).toHaveCount(1);
  await made.type('by key');
  await page.keyboard.press('Shift+Enter');
  await expect(made.printed).toHaveText(['by key']);
  await expect(made.book.cells).toHaveCount(cells);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect(made.book.cells).toHaveCount(cells + 1);
});
