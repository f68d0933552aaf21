import { expect, test } from '../fixtures';
import { answer, dialog, fileItem, Jigsaw, runFromPalette } from '../jigsaw';
import { file, lines, print } from '../programs';

test('a new file comes from the launcher, the File menu and the palette', async ({
  page
}) => {
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  const first = await Jigsaw.find(page, 'untitled.jigsaw');
  await expect(first.blocks).toHaveCount(0);
  await expect(fileItem(page, 'untitled.jigsaw')).toBeVisible();

  await page.menu.clickMenuItem('File>New>Jigsaw File');
  await Jigsaw.find(page, 'untitled1.jigsaw');
  await expect(fileItem(page, 'untitled1.jigsaw')).toBeVisible();

  await runFromPalette(page, 'New Jigsaw File');
  await Jigsaw.find(page, 'untitled2.jigsaw');
  await expect(fileItem(page, 'untitled2.jigsaw')).toBeVisible();
});

test('blocks are dragged with the mouse, shown as code, and run', async ({
  page
}) => {
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  const panel = await Jigsaw.find(page, 'untitled.jigsaw');
  await expect(panel.codePane).toContainText(
    'Drag blocks from the left. Their code appears here.'
  );

  await test.step('drag', async () => {
    await panel.take('Loops', 'repeat', await panel.at(200, 60));
    await expect(panel.codeLines.first()).toHaveText('for _ in range(10):');
    await panel.take(
      'Text',
      'print',
      await panel.inside(panel.block('repeat'))
    );
    await panel.expectCode('for _ in range(10):', "  print('Hello')", '');
  });

  await test.step('type', async () => {
    await panel.type('10', '2');
    await panel.expectCode('for _ in range(2):', "  print('Hello')", '');
    // The code follows every key, before Enter.
    await panel.type('Hello', 'Hi', '');
    await panel.expectCode('for _ in range(2):', "  print('Hi')", '');
    await page.keyboard.type(' there');
    await panel.expectCode('for _ in range(2):', "  print('Hi there')", '');
    await page.keyboard.press('Enter');
  });

  const said = panel.output.locator('pre');
  await test.step('run by the button', async () => {
    await panel.run();
    await expect(said).toHaveText(['Hi there\nHi there']);
  });
  for (const keys of ['Shift+Enter', 'Control+Enter']) {
    await test.step(`run by ${keys}`, async () => {
      await panel.clear();
      await panel.focus();
      await page.keyboard.press(keys);
      await expect(said).toHaveText(['Hi there\nHi there']);
    });
  }
});

test('the selected blocks run alone', async ({ page, tmpPath }) => {
  await page.contents.uploadContent(
    file([
      { ...lines('print("one")'), y: 30 },
      { ...lines('print("two")', 'print("three")'), y: 120 }
    ]),
    'text',
    `${tmpPath}/parts.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'parts.jigsaw');
  await panel.select(panel.block('print("two")'));
  await page.keyboard.press('Alt+Enter');
  await expect(panel.output.locator('pre')).toHaveText(['two\nthree']);
  await panel.select(panel.block('print("one")'));
  await page.menu.clickMenuItem('Jigsaw>Run Selected Blocks');
  await expect(panel.output.locator('pre')).toHaveText(['one']);
});

test("a variable gets its name in JupyterLab's dialog", async ({ page }) => {
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  const panel = await Jigsaw.find(page, 'untitled.jigsaw');
  await panel.root
    .locator('.blocklyToolboxCategory')
    .filter({ hasText: 'Variables' })
    .click();
  await panel.root
    .locator('.blocklyFlyoutButton')
    .filter({ hasText: 'Create variable' })
    .click();
  await dialog(page).locator('input').fill('speed');
  await answer(page, 'OK');
  // Its blocks are on offer at once, where the button was pressed.
  await panel.drag(panel.offered('set speed'), await panel.at(200, 60));
  await panel.take('Math', '0', await panel.at(420, 200));
  await panel.type('0', '42');
  await panel.drag(
    panel.block('42'),
    await panel.endOf(panel.block('set speed'))
  );
  await panel.expectCode('speed = 42', '');
});

test('changes are undone and redone by keys and by the menu', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([print('before')]),
    'text',
    `${tmpPath}/undo.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'undo.jigsaw');
  await panel.expectCode("print('before')", '');
  await panel.type('before', 'after');
  await panel.expectCode("print('after')", '');
  await panel.focus();
  await page.keyboard.press('Control+z');
  await panel.expectCode("print('before')", '');
  await page.keyboard.press('Control+Shift+z');
  await panel.expectCode("print('after')", '');
  await page.menu.clickMenuItem('Edit>Undo');
  await panel.expectCode("print('before')", '');
  await expect(panel.block('before')).toBeVisible();
  await page.menu.clickMenuItem('Edit>Redo');
  await panel.expectCode("print('after')", '');
});

test('blocks are deleted by the key and by the trash can', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([
      { ...print('one'), y: 30 },
      { ...print('two'), y: 130 }
    ]),
    'text',
    `${tmpPath}/waste.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'waste.jigsaw');
  await panel.expectCode("print('one')", '', "print('two')", '');
  await panel.select(panel.block('print one'));
  await page.keyboard.press('Delete');
  await panel.expectCode("print('two')", '');
  await panel.drag(panel.block('print two'), await panel.trash());
  await expect(panel.blocks).toHaveCount(0);
  await expect(panel.codePane).toContainText('Drag blocks from the left.');
});

test('what is copied in one panel is pasted into the other', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([print('wanderer')]),
    'text',
    `${tmpPath}/from.jigsaw`
  );
  await page.contents.uploadContent(
    file([print('native')]),
    'text',
    `${tmpPath}/to.jigsaw`
  );
  const from = await Jigsaw.open(page, 'from.jigsaw');
  await from.select(from.block('print wanderer'));
  await page.keyboard.press('Control+c');
  const to = await Jigsaw.open(page, 'to.jigsaw');
  await to.focus();
  await page.keyboard.press('Control+v');
  await expect(to.block('wanderer')).toBeVisible();
  await expect(to.codeLines).toContainText(["print('wanderer')"]);
  await Jigsaw.tab(page, 'from.jigsaw').click();
  await from.expectCode("print('wanderer')", '');
});
