import { expect, type Page, test } from '@playwright/test';

import { closeTab, Jigsaw, runFromPalette } from '../jigsaw';
import { file } from '../programs';

/**
 * JupyterLab with the extension of `examples/extension`, which knows nothing of
 * ours but the token.
 */
test.use({ baseURL: `http://127.0.0.1:${process.env.JIGSAW_EXAMPLE_PORT}` });

/** What the browser's console has to say of ours or the example. */
function complaints(page: Page): string[] {
  const texts: string[] = [];
  page.on('console', message => {
    const isBad = ['error', 'warning'].includes(message.type());
    if (isBad && /jigsaw|blockly|shared module/i.test(message.text())) {
      texts.push(message.text());
    }
  });
  page.on('pageerror', error => texts.push(String(error)));
  return texts;
}

test('blocks, toolbox and language of another extension', async ({
  page,
  request
}) => {
  const bad = complaints(page);
  const saved = await request.put('api/contents/weather.jigsaw', {
    data: {
      type: 'file',
      format: 'text',
      content: file([
        {
          type: 'weather_bar',
          inputs: { LENGTH: { block: { type: 'weather_fahrenheit' } } }
        }
      ])
    }
  });
  expect(saved.ok()).toBe(true);
  const chunks: string[] = [];
  page.on('request', one => {
    if (/jigsaw-example-extension\/static\/\d/.test(one.url())) {
      chunks.push(one.url());
    }
  });
  await page.goto('lab?reset');
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  const panel = await Jigsaw.find(page, 'untitled.jigsaw');

  await test.step('a category with its blocks, in its place', async () => {
    const names = panel.root.locator('.blocklyToolboxCategory');
    await expect(names.filter({ hasText: 'Weather' })).toBeVisible();
    const all = await names.allInnerTexts();
    expect(all.indexOf('Weather')).toBe(all.indexOf('Math') + 1);
  });

  await test.step('a block that is dragged has code, and runs', async () => {
    await panel.take('Weather', 'draw a bar', await panel.at(160, 60));
    await panel.type('5', '7');
    await panel.expectCode("print('#' * round(7))", '');
    await panel.run();
    await expect(panel.output.locator('pre')).toHaveText(['#######']);
  });

  const second = panel.root.locator('.jp-Jigsaw-secondPane');
  const lit = panel.root.locator('.jp-Jigsaw-lit');

  await test.step('its language is shown beside the first', async () => {
    await panel.codePane
      .getByRole('button', { name: 'Show the code in a second language' })
      .click();
    await second
      .getByRole('combobox', { name: 'Second language of the code' })
      .selectOption('AWK');
    await expect(second.locator('.cm-line')).toContainText([
      'function draw_bar(size,  text) {',
      'draw_bar(7)'
    ]);
    await expect(second.locator('.jp-Jigsaw-codeNote')).toHaveText(
      'Only shown: what runs is the Python code.'
    );
    await panel.clear();
    await panel.run();
    await expect(panel.output.locator('pre')).toHaveText(['#######']);
  });

  await test.step('a click on a line selects its block, whose lines light up', async () => {
    await panel.focus();
    await expect(lit).toHaveCount(0);
    await second.locator('.cm-line', { hasText: 'draw_bar(7)' }).click();
    await expect(lit).toHaveText(["print('#' * round(7))", /draw_bar\(7\)/]);
    await expect(
      panel.root.locator(
        '.blocklyPath.blocklyPassiveFocus:not(.blocklyFlyout .blocklyPath)'
      )
    ).toHaveCSS('stroke-dasharray', '5px, 3px');
    // With the keyboard still there code is copied.
    await expect(second.locator('.cm-content')).toBeFocused();
  });

  await test.step('all of it is remembered', async () => {
    await page.keyboard.press('ControlOrMeta+s');
    await expect(
      Jigsaw.tab(page, 'untitled.jigsaw').and(page.locator('.jp-mod-dirty'))
    ).toHaveCount(0);
    await closeTab(page, 'untitled.jigsaw');
    const again = await Jigsaw.open(page, 'untitled.jigsaw');
    await expect(
      again.root.locator('.jp-Jigsaw-secondPane select')
    ).toHaveValue('awk');
    await runFromPalette(page, 'Show Second Code');
    await expect(again.root.locator('.jp-Jigsaw-secondPane')).toHaveCount(0);
  });

  await test.step('a file has its blocks', async () => {
    const kept = await Jigsaw.open(page, 'weather.jigsaw');
    await expect(kept.block('°C in °F')).toBeVisible();
    await kept.expectCode("print('#' * round(None * 9 / 5 + 32))", '');
  });
  expect(chunks.length).toBeGreaterThan(0);
  expect(bad).toEqual([]);
});
