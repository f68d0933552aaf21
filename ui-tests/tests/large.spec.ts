import type { Locator } from '@playwright/test';

import { read } from '../disk';
import { expect, test } from '../fixtures';
import { Jigsaw } from '../jigsaw';
import { file, print } from '../programs';

/**
 * As many stacks of two blocks as make a large program, of more than 200, in a
 * column.
 */
const STACKS = 120;

const stacks = Array.from({ length: STACKS }, (_, i) => ({
  ...print(`stack ${i}`),
  id: `stack${i}`,
  x: 40,
  y: 40 + i * 100
}));

test.beforeEach(async ({ page, tmpPath }) => {
  await page.contents.uploadContent(
    file(stacks),
    'text',
    `${tmpPath}/large.jigsaw`
  );
});

test('what is out of sight in a large program is drawn when it comes into sight', async ({
  page
}) => {
  const panel = await Jigsaw.open(page, 'large.jigsaw');
  await expect(stack(panel, 0)).toHaveCSS('visibility', 'visible');
  await expect(stack(panel, STACKS - 1)).toHaveCSS('visibility', 'hidden');

  await test.step('a turn of the wheel', async () => {
    await panel.canvas.hover({ position: { x: 500, y: 200 } });
    await page.mouse.wheel(0, 100_000);
    await expect(stack(panel, STACKS - 1)).toHaveCSS('visibility', 'visible');
    await expect(stack(panel, 0)).toHaveCSS('visibility', 'hidden');
  });
  await test.step('zoomed out', async () => {
    const { length } = await drawn(panel);
    const zoom = panel.editor.locator('.blocklyZoomOut');
    for (let times = 0; times < 4; times++) {
      await zoom.press('Enter');
    }
    await expect
      .poll(async () => (await drawn(panel)).length)
      .toBeGreaterThan(length);
  });
  await test.step('the panel made higher', async () => {
    const { length } = await drawn(panel);
    await page.setViewportSize({ width: 1280, height: 1400 });
    await expect
      .poll(async () => (await drawn(panel)).length)
      .toBeGreaterThan(length);
  });
});

test('a block that is out of sight can be selected, and keeps the keyboard out of sight', async ({
  page,
  tmpPath
}) => {
  const panel = await Jigsaw.open(page, 'large.jigsaw');
  const last = stack(panel, STACKS - 1);
  const path = last.locator('> .blocklyPath').first();

  await test.step('by a click on its line of code', async () => {
    await expect(last).toHaveCSS('visibility', 'hidden');
    const line = panel.codeLines.filter({ hasText: `stack ${STACKS - 1}` });
    // The code may be drawn after the blocks.
    await expect(async () => {
      await panel.codePane.locator('.cm-scroller').evaluate(pane => {
        pane.scrollTop = pane.scrollHeight;
      });
      await line.click({ timeout: 1000 });
    }).toPass();
    await expect(last).toHaveCSS('visibility', 'visible');
    await expect(path).toBeInViewport();
  });
  await test.step('it keeps the keyboard when it goes out of sight', async () => {
    await path.click({ position: { x: 6, y: 20 } });
    await expect(path).toBeFocused();
    await panel.canvas.hover({ position: { x: 500, y: 200 } });
    await page.mouse.wheel(0, -100_000);
    await expect(last).toHaveCSS('visibility', 'hidden');
    await expect(path).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(last).toHaveCount(0);
    // The keyboard goes from the block that has gone to another.
    await expect(panel.root.locator('.injectionDiv :focus')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(last).toHaveCount(1);
  });
  await test.step('nothing of it is in the file', async () => {
    const path = `${tmpPath}/large.jigsaw`;
    await panel.canvas.click({ position: { x: 500, y: 200 } });
    await page.keyboard.press('ControlOrMeta+s');
    await expect
      .poll(() => read(page.request, path))
      .toContain(`"stack ${STACKS - 1}"`);
    expect(await read(page.request, path)).not.toContain('outOfSight');
  });
});

test('blocks of a small program are always there', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([stacks[0], stacks[STACKS - 1]]),
    'text',
    `${tmpPath}/small.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'small.jigsaw');
  await expect(stack(panel, STACKS - 1)).toHaveCSS('visibility', 'visible');
});

function stack(panel: Jigsaw, index: number): Locator {
  return panel.root.locator(`.blocklyBlockCanvas > [data-id="stack${index}"]`);
}

/**
 * The stacks that are drawn.
 */
async function drawn(panel: Jigsaw): Promise<string[]> {
  return panel.root
    .locator('.blocklyBlockCanvas > .blocklyDraggable')
    .evaluateAll(all =>
      all
        .filter(node => getComputedStyle(node).visibility === 'visible')
        .map(node => node.getAttribute('data-id') ?? '')
    );
}
