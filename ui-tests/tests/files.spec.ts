import { galata } from '@jupyterlab/galata';

import { list, read } from '../disk';
import { expect, test } from '../fixtures';
import {
  answer,
  closeTab,
  dialog,
  fileItem,
  Jigsaw,
  refreshFiles,
  reload
} from '../jigsaw';
import { file, METAKERNEL_XML, print } from '../programs';

const DIRTY = /jp-mod-dirty/;

test('edits are marked, saved, and there again after a reload', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/work.jigsaw`;
  await page.contents.uploadContent(file([print('old')]), 'text', path);
  let panel = await Jigsaw.open(page, 'work.jigsaw');
  const tab = Jigsaw.tab(page, 'work.jigsaw');
  await panel.expectCode("print('old')", '');
  await expect(tab).not.toHaveClass(DIRTY);
  const undo = panel.button('jigsaw:undo');
  await expect(panel.button('docmanager:save')).not.toHaveAttribute('disabled');
  await expect(undo).toHaveAttribute('disabled');

  await panel.type('old', 'new');
  await expect(tab).toHaveClass(DIRTY);
  await expect(undo).not.toHaveAttribute('disabled');
  await page.keyboard.press('Control+s');
  await expect(tab).not.toHaveClass(DIRTY);
  expect(await read(request, path)).toContain('"new"');

  const remembered: string[] = [];
  page.on('request', one => {
    if (one.method() === 'PUT' && one.url().includes('/api/workspaces/')) {
      remembered.push(one.postData() ?? '');
    }
  });
  await test.step('arrange the parts', async () => {
    const handle = panel.root.locator(
      '.jp-Jigsaw-rows > .lm-SplitPanel-handle:visible'
    );
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y - 150, { steps: 5 });
    await page.mouse.up();
    await panel.button('jigsaw:toggle-code').click();
    await expect(panel.codePane).toBeHidden();
  });
  const height = (await panel.outputPane.boundingBox())!.height;
  expect(height).toBeGreaterThan(300);
  await expect
    .poll(() => remembered.at(-1) ?? '')
    .toMatch(/"codeHidden":\s*true/);
  await reload(page);
  panel = await Jigsaw.find(page, 'work.jigsaw');
  await expect(panel.block('print new')).toBeVisible();
  await expect(panel.codePane).toBeHidden();
  await expect
    .poll(async () =>
      Math.abs((await panel.outputPane.boundingBox())!.height - height)
    )
    .toBeLessThan(3);
});

test.describe('with a short autosave', () => {
  test.use({
    mockSettings: {
      ...galata.DEFAULT_SETTINGS,
      'jupyterlab-jigsaw:panel': { autosaveDelay: 500 }
    }
  });

  test('a file saves itself a while after an edit', async ({
    page,
    request,
    tmpPath
  }) => {
    const path = `${tmpPath}/work.jigsaw`;
    await page.contents.uploadContent(file([print('old')]), 'text', path);
    const panel = await Jigsaw.open(page, 'work.jigsaw');
    await panel.type('old', 'new');
    await expect.poll(() => read(request, path)).toContain('"new"');
    await expect(Jigsaw.tab(page, 'work.jigsaw')).not.toHaveClass(DIRTY);
  });
});

test.describe('without an autosave', () => {
  test.use({
    mockSettings: {
      ...galata.DEFAULT_SETTINGS,
      'jupyterlab-jigsaw:panel': { autosaveDelay: 0 },
      // Else it takes changes within half a second for its own.
      '@jupyterlab/docmanager-extension:plugin': { lastModifiedCheckMargin: 0 }
    }
  });

  test('a revert takes back what was not saved', async ({
    page,
    request,
    tmpPath
  }) => {
    const path = `${tmpPath}/work.jigsaw`;
    await page.contents.uploadContent(file([print('old')]), 'text', path);
    const panel = await Jigsaw.open(page, 'work.jigsaw');
    const tab = Jigsaw.tab(page, 'work.jigsaw');
    await panel.type('old', 'new');
    await expect(tab).toHaveClass(DIRTY);
    await page.menu.clickMenuItem('File>Reload Jigsaw File from Disk');
    await answer(page, 'Reload');
    await expect(panel.block('print old')).toBeVisible();
    await panel.expectCode("print('old')", '');
    await expect(tab).not.toHaveClass(DIRTY);
    expect(await read(request, path)).toContain('"old"');
  });

  test('a file that was changed on disk is not overwritten unasked', async ({
    page,
    request,
    tmpPath
  }) => {
    const path = `${tmpPath}/work.jigsaw`;
    await page.contents.uploadContent(file([print('old')]), 'text', path);
    const panel = await Jigsaw.open(page, 'work.jigsaw');
    await panel.type('old', 'mine');
    await page.contents.uploadContent(file([print('theirs')]), 'text', path);
    await page.keyboard.press('Control+s');
    await expect(dialog(page)).toContainText('changed on disk');
    expect(await read(request, path)).toContain('"theirs"');
    await answer(page, 'Revert');
    await expect(panel.block('print theirs')).toBeVisible();
    await panel.expectCode("print('theirs')", '');
  });

  test('two views of a file stay in step, both ways', async ({
    page,
    tmpPath
  }) => {
    const path = `${tmpPath}/work.jigsaw`;
    await page.contents.uploadContent(file([print('one')]), 'text', path);
    const first = await Jigsaw.open(page, 'work.jigsaw');
    await first.expectCode("print('one')", '');
    await page.menu.clickMenuItem('File>New View for Jigsaw File');
    await expect(Jigsaw.tab(page, 'work.jigsaw')).toHaveCount(2);
    const second = await Jigsaw.find(page, 'work.jigsaw', 1);
    await first.type('one', 'two');
    await expect(second.block('print two')).toBeVisible();
    await second.expectCode("print('two')", '');
    await second.type('two', 'three');
    await expect(first.block('print three')).toBeVisible();
    await first.expectCode("print('three')", '');
    await second.select(second.block('print three'));
    await page.keyboard.press('Delete');
    await expect(first.blocks).toHaveCount(0);
    // The keyboard goes from the blocks that have gone to the ground.
    await expect(second.root.locator('.injectionDiv :focus')).toHaveCount(1);
    // Each view takes back what was done in it.
    await page.keyboard.press('Control+z');
    await expect(first.block('print three')).toBeVisible();
    await expect(second.block('print three')).toBeVisible();
  });

  test('a file is renamed while it is open', async ({
    page,
    request,
    tmpPath
  }) => {
    const path = `${tmpPath}/work.jigsaw`;
    await page.contents.uploadContent(file([print('old')]), 'text', path);
    const panel = await Jigsaw.open(page, 'work.jigsaw');
    await panel.type('old', 'new');
    await fileItem(page, 'work.jigsaw').click();
    await page.keyboard.press('F2');
    await page.locator('.jp-DirListing-editor').fill('renamed.jigsaw');
    await page.keyboard.press('Enter');
    await expect(Jigsaw.tab(page, 'renamed.jigsaw')).toHaveCount(1);
    await panel.focus();
    await page.keyboard.press('Control+s');
    await expect(Jigsaw.tab(page, 'renamed.jigsaw')).not.toHaveClass(DIRTY);
    expect(await list(request, tmpPath)).toEqual(['renamed.jigsaw']);
    expect(await read(request, `${tmpPath}/renamed.jigsaw`)).toContain('"new"');
  });

  test('closing asks before an edit is lost', async ({
    page,
    request,
    tmpPath
  }) => {
    const path = `${tmpPath}/work.jigsaw`;
    await page.contents.uploadContent(file([print('old')]), 'text', path);
    const panel = await Jigsaw.open(page, 'work.jigsaw');
    await panel.type('old', 'new');
    await closeTab(page, 'work.jigsaw');
    await expect(dialog(page)).toContainText('Save your work');
    await answer(page, 'Cancel');
    await expect(panel.block('print new')).toBeVisible();
    await closeTab(page, 'work.jigsaw');
    await answer(page, 'Save');
    await expect(Jigsaw.tab(page, 'work.jigsaw')).toHaveCount(0);
    expect(await read(request, path)).toContain('"new"');
  });
});

test("MetaKernel's workspace opens with Jigsaw, beside itself", async ({
  page,
  request,
  tmpPath
}) => {
  await page.contents.uploadContent(
    METAKERNEL_XML,
    'text',
    `${tmpPath}/workspace1.xml`
  );
  await refreshFiles(page);
  await fileItem(page, 'workspace1.xml').click({ button: 'right' });
  await page.locator('.lm-Menu-item').filter({ hasText: 'Open With' }).click();
  await page
    .locator('#jp-contextmenu-open-with')
    .getByRole('menuitem', { name: 'Jigsaw', exact: true })
    .click();
  await expect(Jigsaw.tab(page, 'workspace1.jigsaw')).toHaveCount(1);
  await expect(page.locator('.Toastify__toast')).toHaveText([
    /Imported “workspace1.xml”/
  ]);
  const panel = await Jigsaw.find(page, 'workspace1.jigsaw');
  await panel.expectCode("print('from XML')", '');
  expect(await read(request, `${tmpPath}/workspace1.xml`)).toBe(METAKERNEL_XML);
});

test('a file is mended as text and shown when it is tried again', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/work.jigsaw`;
  await page.contents.uploadContent('{', 'text', path);
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  await expect(panel.problem).toContainText('not valid JSON');
  await page.contents.uploadContent(file([print('mended')]), 'text', path);
  await panel.problem.getByRole('button', { name: 'Try Again' }).click();
  await expect(panel.block('print mended')).toBeVisible();
  await expect(panel.problem).toBeHidden();
  await panel.expectCode("print('mended')", '');
});
