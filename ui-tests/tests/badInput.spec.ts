import type { APIRequestContext, Page } from '@playwright/test';
import { galata } from '@jupyterlab/galata';

import { expect, test } from '../fixtures';
import { answer, closeTab, dialog, Jigsaw } from '../jigsaw';
import type { IBlock } from '../programs';
import { file, lines, print } from '../programs';

const PANEL = 'jupyterlab-jigsaw:panel';

// What is saved here is saved by the test.
test.use({
  mockSettings: {
    ...galata.DEFAULT_SETTINGS,
    [PANEL]: { autosaveDelay: 0 }
  }
});

/**
 * What a file is on the disk, to be compared.
 */
async function onDisk(
  request: APIRequestContext,
  path: string
): Promise<{ hash: string; last_modified: string }> {
  const response = await request.get(`${url(path)}?content=0&hash=1`);
  expect(response.ok()).toBe(true);
  const { hash, last_modified } = await response.json();
  expect(hash).toBeTruthy();
  return { hash, last_modified };
}

async function read(request: APIRequestContext, path: string): Promise<string> {
  const response = await request.get(`${url(path)}?type=file&format=text`);
  const { content } = await response.json();
  return content;
}

async function write(
  request: APIRequestContext,
  path: string,
  content: string
): Promise<void> {
  const response = await request.put(url(path), {
    data: { type: 'file', format: 'text', content },
    timeout: 60_000
  });
  expect(response.ok()).toBe(true);
}

async function rename(
  request: APIRequestContext,
  path: string,
  to: string
): Promise<void> {
  const response = await request.patch(url(path), { data: { path: to } });
  expect(response.ok()).toBe(true);
}

/**
 * Save by the keyboard, where there is something to be saved.
 */
async function save(page: Page): Promise<void> {
  const done = page.waitForResponse(
    response =>
      response.url().includes('/api/contents/') &&
      response.request().method() === 'PUT'
  );
  await page.keyboard.press('Control+s');
  await done;
}

/**
 * Ask for a save by the keyboard, where there is nothing to be saved: JupyterLab
 * makes a checkpoint all the same.
 */
async function askToSave(page: Page): Promise<void> {
  const done = page.waitForResponse(
    response =>
      /\/checkpoints(\?|$)/.test(response.url()) &&
      response.request().method() === 'POST'
  );
  await page.keyboard.press('Control+s');
  await done;
}

function url(path: string): string {
  return `api/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Blocks in the inputs of others, deeper than a recursion gets.
 */
function nested(depth: number): string {
  return (
    '{"type":"logic_negate","inputs":{"BOOL":{"block":'.repeat(depth) +
    '{"type":"logic_boolean"}' +
    '}}}'.repeat(depth)
  );
}

/**
 * What makes a file, a cell or a text of the blocks that are shown.
 */
const WRITING = [
  'jigsaw:run-selected',
  'jigsaw:insert-code',
  'jigsaw:copy-code',
  'jigsaw:export-code',
  'jigsaw:export-svg',
  'jigsaw:export-xml'
];

const good = file([print('Hello')]);

const unreadable: [what: string, text: () => string, sentence: RegExp][] = [
  [
    'is not JSON',
    // Line ends of two kinds, which a save by way of an editor would even out.
    () => good.replace('"version":', '\r\n"version"\n'),
    /not valid JSON \(line 3, column \d+\)\. Open it with the text editor to repair it/
  ],
  [
    'is of a newer version',
    () => good.replace('"version":1', '"version":2'),
    /format version 2, and this version of Jigsaw reads up to 1\. Update jupyterlab-jigsaw/
  ],
  [
    'lacks a field',
    () => good.replace('"type":"text_print",', ''),
    /"workspace\.blocks\.blocks\[0\]\.type" is missing\. Open it with the text editor to add it/
  ],
  [
    'is too deep',
    () => file([]).replace('"blocks":[]', `"blocks":[${nested(10_000)}]`),
    /nested too deep to be shown \(more than 200 levels/
  ],
  [
    'has a value after a statement',
    () =>
      file([
        { ...print('Hello'), next: { block: { type: 'math_number', id: 'n' } } }
      ]),
    /Blockly could not show these blocks/
  ],
  [
    'is of 50 MB',
    () => file([print('x'.repeat(50 * 1024 * 1024))]),
    /too large to be shown as blocks \(51 MB, the limit is 10 MB\)/
  ]
];

for (const [what, text, sentence] of unreadable) {
  test(`a file that ${what} is not touched, and it is said why`, async ({
    page,
    request,
    tmpPath
  }) => {
    const path = `${tmpPath}/bad.jigsaw`;
    await write(request, path, text());
    const before = await onDisk(request, path);
    const panel = await Jigsaw.open(page, 'bad.jigsaw');
    await expect(panel.problem).toContainText(
      'bad.jigsaw can’t be shown as blocks'
    );
    await expect(panel.problem).toContainText(sentence);
    await expect(panel.button('jigsaw:run')).toHaveAttribute('disabled');
    expect(
      await page.evaluate(ids => {
        const { commands } = window.jupyterapp;
        return ids.filter(id => commands.isEnabled(id));
      }, WRITING)
    ).toEqual([]);
    await panel.problem.locator('p').click();
    await askToSave(page);
    expect(await onDisk(request, path)).toEqual(before);
    await closeTab(page, 'bad.jigsaw');
    await expect(Jigsaw.tab(page, 'bad.jigsaw')).toHaveCount(0);
    await expect(dialog(page)).toHaveCount(0);
    expect(await onDisk(request, path)).toEqual(before);
    // There was nothing to run, so nothing to run it in.
    const sessions = await (await request.get('api/sessions')).json();
    expect(sessions).not.toContainEqual(expect.objectContaining({ path }));
  });
}

test('a block of an unknown type is shown in grey and saved as it was', async ({
  page,
  request,
  tmpPath
}) => {
  const robot: IBlock & { [key: string]: unknown } = {
    type: 'robot_forward',
    id: 'robot',
    data: 'kept',
    extraState: { wheels: [1, 2], slow: true },
    fields: { SPEED: 12, UNIT: 'cm' },
    inputs: {
      DISTANCE: {
        block: { type: 'math_number', id: 'number', fields: { NUM: 7 } }
      }
    },
    next: {
      block: { type: 'robot_beep', id: 'beep', fields: { TONE: 'a' } }
    }
  };
  const eye = { type: 'robot_eye', id: 'eye', x: 300, y: 250 };
  // Of a known type, but with an option of a later version.
  const root = {
    ...{ type: 'math_single', id: 'root', x: 300, y: 300 },
    fields: { OP: 'CBRT' }
  };
  const path = `${tmpPath}/robot.jigsaw`;
  await write(
    request,
    path,
    file([
      { ...print('before'), id: 'print', next: { block: robot } },
      eye,
      root
    ])
  );
  const panel = await Jigsaw.open(page, 'robot.jigsaw');
  for (const type of [
    'robot_forward',
    'robot_beep',
    'robot_eye',
    'math_single'
  ]) {
    const block = panel.block(type);
    await expect(block).toBeVisible();
    const fill = await block
      .locator('path.blocklyPath')
      .first()
      .evaluate(shape => getComputedStyle(shape).fill);
    const [red, green, blue] = fill.match(/\d+/g) ?? [];
    expect(green).toBe(red);
    expect(blue).toBe(red);
  }
  await panel.type('before', 'after');
  await expect(panel.codeLines.first()).toHaveText("print('after')");
  await save(page);
  const { blocks } = JSON.parse(await read(request, path)).workspace;
  expect(blocks.blocks).toEqual([
    {
      type: 'text_print',
      id: 'print',
      x: 30,
      y: 30,
      inputs: {
        TEXT: {
          shadow: {
            type: 'text',
            id: expect.any(String),
            fields: { TEXT: 'after' }
          }
        }
      },
      next: { block: robot }
    },
    eye,
    root
  ]);
});

test('a kernel that is gone is replaced for a run, not in the file', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/gone.jigsaw`;
  await write(
    request,
    path,
    file([lines('print("still here")')], { kernel: 'gone_kernel' })
  );
  const before = await onDisk(request, path);
  const panel = await Jigsaw.open(page, 'gone.jigsaw');
  await expect(panel.notices).toContainText(
    'The kernel “gone_kernel” that this file was made with isn’t installed here; the blocks run in “Python 3 (ipykernel)”.'
  );
  await expect(dialog(page)).toHaveCount(0);
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['still here']);
  await save(page);
  expect((await onDisk(request, path)).hash).toBe(before.hash);

  await panel.type('print("still here")', 'print("edited")');
  await save(page);
  const { kernelspec } = JSON.parse(await read(request, path));
  expect(kernelspec).toEqual({
    name: 'gone_kernel',
    display_name: 'gone_kernel'
  });

  await panel.notices.getByText('Change Kernel…').click();
  await dialog(page)
    .locator('select')
    .selectOption({ label: 'MetaKernel Test (Python)' });
  await answer(page, 'Select');
  await expect(panel.notices).toHaveCount(0);
  await expect(panel.kernelName).toHaveText('MetaKernel Test (Python)');
  await save(page);
  expect(JSON.parse(await read(request, path)).kernelspec.name).toBe(
    'jigsaw_test_metakernel'
  );
});

test('a kernel whose language has no blocks is said, and all but running goes on', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/worf.jigsaw`;
  await write(request, path, file([print('Qapla')], { kernel: 'klingon' }));
  const panel = await Jigsaw.open(page, 'worf.jigsaw');
  await expect(panel.kernelName).toHaveText('Klingon');
  await expect(panel.notices).toContainText(
    'Jigsaw can’t write klingon yet, which this kernel speaks.'
  );
  const run = panel.button('jigsaw:run');
  await expect(run).toHaveAttribute('disabled');

  await panel.type('Qapla', 'batlh');
  await panel.expectCode("print('batlh')", '');
  await save(page);
  expect(await read(request, path)).toContain('batlh');

  await panel.codePane.locator('select').selectOption('JavaScript');
  await expect(panel.codeLines).toContainText(["console.log('batlh');"]);
  await expect(run).toHaveAttribute('disabled');
  await save(page);
  expect(JSON.parse(await read(request, path)).language).toBe('javascript');
  await panel.codePane.locator('select').selectOption('Python');

  await panel.notices.getByText('Change Kernel…').click();
  await dialog(page)
    .locator('select')
    .selectOption({ label: 'Python 3 (ipykernel)' });
  await answer(page, 'Select');
  await expect(panel.notices).toHaveCount(0);
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['batlh']);
});

for (const { folder, says } of [
  { folder: 'locked', says: 'Permission denied' },
  { folder: 'full', says: 'No space left on device' }
]) {
  test(`blocks outlive a save that fails: ${says}`, async ({
    page,
    request,
    tmpPath
  }) => {
    await page.contents.createDirectory(`${tmpPath}/shelf`);
    await write(request, `${tmpPath}/shelf/work.jigsaw`, good);
    await rename(request, `${tmpPath}/shelf`, `${tmpPath}/${folder}`);
    const path = `${tmpPath}/${folder}/work.jigsaw`;
    const before = await onDisk(request, path);
    const panel = await Jigsaw.open(page, `${folder}/work.jigsaw`);
    await panel.type('Hello', 'precious');
    await page.keyboard.press('Control+s');
    await expect(dialog(page)).toContainText('File Save Error for work.jigsaw');
    await expect(dialog(page)).toContainText(says);
    await answer(page, 'Close');
    expect(await onDisk(request, path)).toEqual(before);
    await panel.expectCode("print('precious')", '');
    await expect(Jigsaw.tab(page, 'work.jigsaw')).toHaveClass(/jp-mod-dirty/);
  });
}

test('a file without permission to write is said to be so, and can be tried out', async ({
  page,
  request,
  tmpPath
}) => {
  await page.contents.createDirectory(`${tmpPath}/shelf`);
  await write(request, `${tmpPath}/shelf/theirs.jigsaw`, good);
  await rename(request, `${tmpPath}/shelf`, `${tmpPath}/read-only`);
  const path = `${tmpPath}/read-only/theirs.jigsaw`;
  const before = await onDisk(request, path);
  const panel = await Jigsaw.open(page, 'read-only/theirs.jigsaw');
  await expect(panel.notices).toContainText(
    'You may not write to this file. You can edit and run the blocks; save them under another name to keep them.'
  );
  await panel.type('Hello', 'mine');
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['mine']);
  await page.keyboard.press('Control+s');
  await expect(page.locator('.Toastify__toast')).toContainText('theirs.jigsaw');
  expect(await onDisk(request, path)).toEqual(before);

  await panel.notices.getByText('Save As…').click();
  const target = `${tmpPath}/mine.jigsaw`;
  await dialog(page).locator('input').fill(target);
  await dialog(page).getByText('Save', { exact: true }).click();
  // JupyterLab opens the new file, and closes the old one, not without asking.
  await expect(dialog(page)).toContainText(
    'Save changes in "theirs.jigsaw" before closing?'
  );
  await answer(page, 'Discard');
  const mine = await Jigsaw.find(page, 'mine.jigsaw');
  await expect(mine.block('print mine')).toBeVisible();
  await expect(mine.notices).toHaveCount(0);
  expect(await read(request, target)).toContain('mine');
  expect(await onDisk(request, path)).toEqual(before);
});

test('work is kept while the server is away, and saved when it is back', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/away.jigsaw`;
  await write(request, path, good);
  const before = await onDisk(request, path);
  const panel = await Jigsaw.open(page, 'away.jigsaw');
  await panel.type('Hello', 'one');
  await page.route('**/api/contents/**', (route, asked) =>
    asked.method() === 'PUT'
      ? route.abort('connectionfailed')
      : route.fallback()
  );
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toContainText('File Save Error for away.jigsaw');
  await answer(page, 'Close');
  expect(await onDisk(request, path)).toEqual(before);
  await expect(Jigsaw.tab(page, 'away.jigsaw')).toHaveClass(/jp-mod-dirty/);
  await panel.type('one', 'two');
  await panel.expectCode("print('two')", '');

  await page.unroute('**/api/contents/**');
  await save(page);
  expect(await read(request, path)).toContain('two');
  await expect(Jigsaw.tab(page, 'away.jigsaw')).not.toHaveClass(/jp-mod-dirty/);
});

test('of two browsers on one file the second to save is asked', async ({
  page,
  browser,
  baseURL,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/both.jigsaw`;
  await write(request, path, good);
  const mine = await Jigsaw.open(page, 'both.jigsaw');
  const context = await browser.newContext({ baseURL });
  try {
    const other = await context.newPage();
    await other.goto(`lab/workspaces/other/tree/${path}`);
    const theirs = await Jigsaw.find(other, 'both.jigsaw');
    await mine.type('Hello', 'mine');
    await theirs.type('Hello', 'theirs');
    await save(other);

    await page.keyboard.press('Control+s');
    await expect(dialog(page)).toContainText('File Changed');
    await answer(page, 'Cancel');
    expect(await read(request, path)).toContain('theirs');
    await mine.expectCode("print('mine')", '');
    await expect(Jigsaw.tab(page, 'both.jigsaw')).toHaveClass(/jp-mod-dirty/);

    await page.keyboard.press('Control+s');
    await answer(page, 'Overwrite');
    await expect.poll(() => read(request, path)).toContain('mine');

    await theirs.type('theirs', 'late');
    await other.keyboard.press('Control+s');
    await expect(dialog(other)).toContainText('File Changed');
    await answer(other, 'Revert');
    await theirs.expectCode("print('mine')", '');
    expect(await read(request, path)).not.toContain('late');
  } finally {
    await context.close();
  }
});
