import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { expect, test } from '../fixtures';
import { Jigsaw } from '../jigsaw';
import { file, lines, print } from '../programs';

/**
 * Open a file to the right of what is open, or below.
 */
async function openBeside(
  page: IJupyterLabPageFixture,
  path: string,
  mode = 'split-right'
): Promise<Jigsaw> {
  await page.evaluate(
    async ([file, where]) => {
      const { commands } = window.jupyterapp;
      await commands.execute('docmanager:open', {
        path: file,
        options: { mode: where }
      });
    },
    [path, mode]
  );
  return Jigsaw.find(page, path.slice(path.lastIndexOf('/') + 1));
}

test('two panels side by side are run and stopped each by its own buttons', async ({
  page,
  tmpPath
}) => {
  for (const [name, block] of [
    ['left', lines('import time', 'while True: time.sleep(0.05)')],
    ['right', print('right')]
  ] as const) {
    await page.contents.uploadContent(
      file([block], { kernel: 'python3' }),
      'text',
      `${tmpPath}/${name}.jigsaw`
    );
  }
  const left = await Jigsaw.open(page, 'left.jigsaw');
  const right = await openBeside(page, `${tmpPath}/right.jigsaw`);
  const stops = [left, right].map(panel => panel.button('jigsaw:stop'));
  await left.run();
  await expect(left.elapsed).toHaveText(/^\d+\.\d s$/);
  await right.focus();
  await expect(Jigsaw.tab(page, 'right.jigsaw')).toHaveClass(/jp-mod-current/);
  await expect(stops[0]).not.toHaveAttribute('disabled');
  await expect(stops[1]).toHaveAttribute('disabled');
  await right.run();
  await expect(right.output).toContainText('right');
  await expect(stops[0]).not.toHaveAttribute('disabled');
  await stops[0].click();
  await expect(left.output).toContainText('KeyboardInterrupt');
  await expect(stops[0]).toHaveAttribute('disabled');
});

test('of two panels side by side, each has its own toolbox', async ({
  page,
  tmpPath
}) => {
  for (const name of ['left', 'right']) {
    await page.contents.uploadContent(
      file([print(name)], { kernel: 'python3' }),
      'text',
      `${tmpPath}/${name}.jigsaw`
    );
  }
  const left = await Jigsaw.open(page, 'left.jigsaw');
  const right = await openBeside(page, `${tmpPath}/right.jigsaw`);
  await left.openFlyout('Text', 'print');
  await expect(Jigsaw.tab(page, 'left.jigsaw')).toHaveClass(/jp-mod-current/);
  await expect(
    right.root.locator('.blocklyToolboxFlyout').first()
  ).toBeHidden();
  // Blockly finds categories by their ids, in the whole page.
  const [ids, others] = await Promise.all(
    [left, right].map(panel =>
      panel.editor
        .locator('[id]')
        .evaluateAll(elements => elements.map(({ id }) => id))
    )
  );
  expect(ids.filter(id => others.includes(id))).toEqual([]);
});

test('a narrow panel has its code below, and loses nothing of its toolbar', async ({
  page,
  tmpPath
}) => {
  for (const name of ['left', 'right']) {
    await page.contents.uploadContent(
      file([print(name)], { kernel: 'python3' }),
      'text',
      `${tmpPath}/${name}.jigsaw`
    );
  }
  await Jigsaw.open(page, 'left.jigsaw');
  // Opened in a narrow place, not made narrow.
  const panel = await openBeside(page, `${tmpPath}/right.jigsaw`);
  const [blocks, code] = await Promise.all([
    panel.editor.boundingBox(),
    panel.codePane.boundingBox()
  ]);
  expect(code!.y).toBeGreaterThanOrEqual(blocks!.y + blocks!.height);
  const more = panel.root.locator('.jp-Toolbar-responsive-opener');
  await expect(more).toBeVisible();
  await expect(panel.kernelName).toBeHidden();
  await more.click();
  const rest = page
    .locator('.jp-Toolbar-responsive-popup')
    .filter({ visible: true });
  await expect(rest).toContainText('Python 3 (ipykernel)');
  await expect(rest).toContainText('Own session');
});

test('a question can be seen and answered in a low panel', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([print('above')]),
    'text',
    `${tmpPath}/above.jigsaw`
  );
  await page.contents.uploadContent(
    file([lines('print("Hello", input("Who?"))')], { kernel: 'python3' }),
    'text',
    `${tmpPath}/below.jigsaw`
  );
  await Jigsaw.open(page, 'above.jigsaw');
  const panel = await openBeside(
    page,
    `${tmpPath}/below.jigsaw`,
    'split-bottom'
  );
  await panel.run();
  const input = panel.output.locator('.jp-Stdin-input');
  await expect(input).toBeFocused();
  const [question, place] = await Promise.all([
    input.boundingBox(),
    panel.outputPane.boundingBox()
  ]);
  expect(question!.y + question!.height).toBeLessThanOrEqual(
    place!.y + place!.height
  );
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(panel.output).toContainText('Hello Ada');
  // Its buttons say what is shown, whatever else goes on.
  const code = panel.button('jigsaw:toggle-code');
  for (const shown of [false, true, false]) {
    await code.click();
    await expect(code).toHaveAttribute('aria-pressed', String(shown));
    await expect(panel.codePane).toBeVisible({ visible: shown });
  }
});

test('all of a wide category can be reached', async ({ page, tmpPath }) => {
  await page.contents.uploadContent(file([]), 'text', `${tmpPath}/work.jigsaw`);
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  await panel.openFlyout('Text', 'print');
  const flyout = panel.root.locator('.blocklyFlyout').filter({ visible: true });
  const scrollbar = panel.root
    .locator('.blocklyFlyoutScrollbar .blocklyScrollbarHandle')
    .filter({ visible: true });
  const [place, bar] = await Promise.all([
    panel.editor.boundingBox(),
    scrollbar.boundingBox()
  ]);
  expect(bar!.x + bar!.width).toBeLessThanOrEqual(place!.x + place!.width);
  // What lies over the lower end of the flyout would take the mouse.
  const at = { x: place!.x + 200, y: place!.y + place!.height - 6 };
  const isFlyout = await flyout.evaluate(
    (element, { x, y }) => element.contains(document.elementFromPoint(x, y)),
    at
  );
  expect(isFlyout).toBe(true);
  await page.keyboard.press('Escape');
  await expect(flyout).toHaveCount(0);
});
