import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from '@playwright/test';

import { read } from '../disk';
import { expect, test } from '../fixtures';
import { Jigsaw } from '../jigsaw';
import { file, lines, print } from '../programs';

test('the panel follows the theme while it is open', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([print('old'), { type: 'logic_compare', x: 30, y: 140 }]),
    'text',
    `${tmpPath}/work.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  const block = panel.block('print').locator('> .blocklyPath');
  const ground = panel.editor.locator('svg.blocklySvg');
  const light = {
    ground: await colour(ground, 'background-color'),
    block: await colour(block, 'fill')
  };
  expect(brightness(light.ground)).toBeGreaterThan(200);

  await test.step('dark', async () => {
    await page.theme.setDarkTheme();
    await expect
      .poll(async () => brightness(await colour(ground, 'background-color')))
      .toBeLessThan(60);
    await expect.poll(() => colour(block, 'fill')).not.toBe(light.block);
  });
  await test.step('a menu and a tooltip in it', async () => {
    await panel.root
      .locator('.blocklyBlockCanvas .blocklyDropdownField')
      .last()
      .click();
    const menu = page.locator('.blocklyMenu').filter({ visible: true });
    await expect(menu).toBeVisible();
    const box = page
      .locator('.blocklyDropDownDiv, .jp-Jigsaw-dropDownDiv')
      .filter({ visible: true });
    expect(brightness(await colour(box, 'background-color'))).toBeLessThan(150);
    expect(
      brightness(
        await colour(menu.locator('.blocklyMenuItem').first(), 'color')
      )
    ).toBeGreaterThan(150);
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await panel
      .block('print')
      .locator('> .blocklyPath')
      .hover({
        position: { x: 6, y: 20 }
      });
    const tip = page
      .locator('.blocklyTooltipDiv, .jp-Jigsaw-tooltipDiv')
      .filter({ visible: true });
    await expect(tip).toContainText('Print the specified text');
    expect(brightness(await colour(tip, 'background-color'))).toBeLessThan(110);
    expect(brightness(await colour(tip, 'color'))).toBeGreaterThan(150);
  });
  await test.step('light again', async () => {
    await page.theme.setLightTheme();
    await expect
      .poll(() => colour(ground, 'background-color'))
      .toBe(light.ground);
    await expect.poll(() => colour(block, 'fill')).toBe(light.block);
  });
});

test('the choices of a drop-down can be read on its colour', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([{ type: 'math_arithmetic', x: 30, y: 30 }]),
    'text',
    `${tmpPath}/sum.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'sum.jigsaw');
  const box = page
    .locator('.blocklyDropDownDiv, .jp-Jigsaw-dropDownDiv')
    .filter({ visible: true });
  const ground = panel.editor.locator('svg.blocklySvg');
  for (const [theme, isIts] of [
    ['Light', (shade: number) => shade > 200],
    ['Dark', (shade: number) => shade < 60]
  ] as const) {
    await test.step(theme, async () => {
      await page.theme[`set${theme}Theme`]();
      await expect
        .poll(async () =>
          isIts(brightness(await colour(ground, 'background-color')))
        )
        .toBe(true);
      await panel.root.locator('.blocklyDropdownField').first().click();
      const choice = box.locator('.blocklyMenuItem').last();
      await expect(choice).toBeVisible();
      expect(
        contrast(
          await colour(choice, 'color'),
          await colour(box, 'background-color')
        )
      ).toBeGreaterThan(4.4);
      await page.keyboard.press('Escape');
      await expect(box).toHaveCount(0);
    });
  }
});

test('pop-ups go when another tab is shown', async ({ page, tmpPath }) => {
  await page.contents.uploadContent(
    file([{ type: 'logic_compare', x: 30, y: 30 }]),
    'text',
    `${tmpPath}/one.jigsaw`
  );
  await page.contents.uploadContent(file([]), 'text', `${tmpPath}/two.jigsaw`);
  await Jigsaw.open(page, 'two.jigsaw');
  const panel = await Jigsaw.open(page, 'one.jigsaw');
  const menu = page.locator('.blocklyMenu').filter({ visible: true });
  await panel.root
    .locator('.blocklyBlockCanvas .blocklyDropdownField')
    .first()
    .click();
  await expect(menu).toBeVisible();
  // Not by a click, which would close a menu anyway.
  const other = await Jigsaw.tab(page, 'two.jigsaw').getAttribute('data-id');
  await page.evaluate(id => window.jupyterapp.shell.activateById(id!), other);
  await expect(panel.root).toBeHidden();
  await expect(menu).toHaveCount(0);
});

test('another copy of Blockly on the page works, and so do we', async ({
  page,
  tmpPath
}) => {
  const library = readFileSync(
    join(__dirname, '../../node_modules/blockly/blockly.min.js'),
    'utf8'
  );
  await page.contents.uploadContent(
    file([{ type: 'logic_compare', x: 30, y: 30 }]),
    'text',
    `${tmpPath}/work.jigsaw`
  );
  const theirs = async () => {
    await page.evaluate(() => {
      const place = document.createElement('div');
      place.id = 'their-blocks';
      place.style.cssText =
        'position: fixed; right: 40px; bottom: 40px; width: 320px; height: 200px; z-index: 5';
      document.body.append(place);
      /* eslint-disable-next-line @typescript-eslint/no-explicit-any */
      const { inject, serialization } = (window as any).Blockly;
      const workspace = inject(place, { sounds: false, media: 'media/' });
      serialization.blocks.append(
        { type: 'logic_operation', x: 30, y: 60 },
        workspace
      );
    });
  };
  const choose = async (place: Locator, option: string) => {
    const field = place
      .locator('.blocklyBlockCanvas .blocklyDropdownField')
      .first();
    await field.click();
    const item = page
      .locator('.blocklyMenuItem')
      .filter({ hasText: option, visible: true });
    await item.click();
    await expect(item).toHaveCount(0);
    await expect(field).toContainText(option);
  };
  // Blockly's script asks for a loader first, and JupyterLab has one.
  await page.evaluate(code => {
    new Function('define', 'exports', 'module', code).call(window);
  }, library);
  await theirs();
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  await choose(panel.root, '≥');
  await choose(page.locator('#their-blocks'), 'or');
  await choose(panel.root, '<');
  await panel.expectCode('0 < 0', '');
});

test('settings change an open panel', async ({ page, tmpPath }) => {
  await page.contents.uploadContent(
    file([print('old')]),
    'text',
    `${tmpPath}/work.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  const set = (key: string, value: string | boolean | string[]) =>
    page.evaluate(
      async ([key, value]) => {
        const settings = await window.galata.getPlugin(
          '@jupyterlab/apputils-extension:settings'
        );
        await settings!.set('jupyterlab-jigsaw:panel', key, value);
      },
      [key, value] as const
    );
  const block = panel.block('print old');
  const fill = () => colour(block.locator('> .blocklyPath'), 'fill');

  await test.step('renderer', async () => {
    const height = async () => (await block.boundingBox())?.height ?? 0;
    expect(await height()).toBeGreaterThan(45);
    await set('renderer', 'geras');
    await expect.poll(height).toBeLessThan(40);
    await panel.expectCode("print('old')", '');
  });
  await test.step('grid', async () => {
    const dots = panel.root.locator('.blocklySvg pattern line').first();
    const length = () =>
      dots.evaluate(
        dot => Number(dot.getAttribute('x2')) - Number(dot.getAttribute('x1'))
      );
    expect(await length()).toBeGreaterThan(0);
    await set('grid', false);
    await expect.poll(length).toBe(0);
  });
  await test.step('categories', async () => {
    await set('categories', ['text', 'loops']);
    await expect(panel.root.locator('.blocklyToolboxCategory')).toHaveText([
      'Loops',
      'Text'
    ]);
  });
  await test.step('theme', async () => {
    const light = await fill();
    await page.theme.setDarkTheme();
    await expect.poll(fill).not.toBe(light);
    await set('followTheme', false);
    await expect.poll(fill).toBe(light);
  });
});

test("JupyterLab's keys work among the blocks", async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/work.jigsaw`;
  await page.contents.uploadContent(
    file([lines('print("old")')]),
    'text',
    path
  );
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  await test.step('sidebar', async () => {
    await panel.select(panel.block('expression'));
    const sidebar = page.locator('#jp-left-stack');
    await expect(sidebar).toBeVisible();
    await page.keyboard.press('Control+b');
    await expect(sidebar).toBeHidden();
    await page.keyboard.press('Control+b');
    await expect(sidebar).toBeVisible();
  });
  await test.step('palette', async () => {
    await panel.select(panel.block('expression'));
    await page.keyboard.press('Control+Shift+c');
    const search = page.locator('.lm-CommandPalette-input');
    await expect(search).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
    await expect(panel.blocks).toHaveCount(1);
  });
  await test.step('save in the middle of typing', async () => {
    await panel.type('print("old")', 'print("new")', '');
    await page.keyboard.press('Control+s');
    await expect.poll(() => read(request, path)).toContain('new');
    await expect(Jigsaw.tab(page, 'work.jigsaw')).not.toHaveClass(
      /jp-mod-dirty/
    );
  });
});

test('nothing is fetched from elsewhere, and nothing complains', async ({
  page,
  baseURL,
  consoleErrors
}) => {
  const foreign: string[] = [];
  page.on('request', one => {
    const { protocol, origin } = new URL(one.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== baseURL) {
      foreign.push(one.url());
    }
  });
  await page.locator('.jp-LauncherCard[title^="Program with blocks"]').click();
  const panel = await Jigsaw.find(page, 'untitled.jigsaw');
  for (const category of ['Logic', 'Lists', 'Colour', 'Functions', 'Python']) {
    await panel.root
      .locator('.blocklyToolboxCategory')
      .filter({ hasText: category })
      .click();
    await expect(
      panel.root
        .locator('.blocklyFlyout .blocklyDraggable')
        .filter({ visible: true })
        .first()
    ).toBeVisible();
  }
  await panel.take('Text', 'print', await panel.at(200, 60));
  await panel.run();
  await expect(panel.output).toContainText('Hello');
  expect(foreign).toEqual([]);
  expect(consoleErrors).toEqual([]);
});

/**
 * A colour as the page shows it.
 */
async function colour(element: Locator, property: string): Promise<string> {
  return element.evaluate(
    (node, name) => getComputedStyle(node).getPropertyValue(name),
    property
  );
}

/**
 * From 0 to 255, of `rgb(…)`.
 */
function brightness(value: string): number {
  const [r, g, b] = (value.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** The contrast ratio of WCAG 2.1 of two colours, 1 to 21. */
function contrast(...colours: [string, string]): number {
  const [dark, light] = colours
    .map(css => {
      const [r, g, b] = css.match(/[\d.]+/g)!.map(Number);
      const [x, y, z] = [r, g, b]
        .map(value => value / 255)
        .map(value =>
          value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
        );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    })
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
