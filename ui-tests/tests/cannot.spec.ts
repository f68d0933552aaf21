import { expect, test } from '../fixtures';
import { Jigsaw } from '../jigsaw';
import { file, print } from '../programs';

const REASON = 'Bash knows whole numbers alone.';

test('blocks that a language cannot do are grey on offer and marked in the program, with the reason', async ({
  page,
  tmpPath
}) => {
  const pi = {
    type: 'math_constant',
    x: 40,
    y: 160,
    fields: { CONSTANT: 'PI' }
  };
  await page.contents.uploadContent(
    file([print('before'), pi], { kernel: 'python3', language: 'python' }),
    'text',
    `${tmpPath}/work.jigsaw`
  );
  const panel = await Jigsaw.open(page, 'work.jigsaw');
  const switcher = panel.codePane.getByRole('combobox').first();
  const marked = panel.blocks.and(panel.root.locator('.jp-Jigsaw-cannot'));

  await test.step('in Python there are none', async () => {
    await expect(panel.codeLines.first()).toHaveText('import math');
    await expect(marked).toHaveCount(0);
    const offered = await panel.openFlyout('Math', 'π');
    await expect(offered).not.toHaveClass(/blocklyDisabled/);
    await page.keyboard.press('Escape');
  });
  await test.step('in Bash', async () => {
    await switcher.selectOption('Bash');
    await expect(marked).toHaveCount(1);
    await expect(marked.locator('> .blocklyPath').first()).toHaveCSS(
      'stroke-dasharray',
      '4px, 2px'
    );
    // The Python code is gone.
    await expect(panel.codePane.locator('.jp-Jigsaw-hint')).toHaveText(
      `Bash cannot do "π". ${REASON}`
    );
    await expect(panel.codeLines).toHaveText(['']);
    await panel.expectNotice(`Bash cannot do "π". ${REASON}`);
    await panel.notices.getByRole('button', { name: 'Show Block' }).click();
    await expect(marked).toHaveClass(/blocklySelected/);
    // Comes with the kernel, and moves what is below.
    await panel.expectNotice('the kernel speaks Python');
    const offered = await panel.openFlyout('Math', 'π');
    await expect(offered).toHaveClass(/blocklyDisabled/);
    await offered
      .locator('> .blocklyPath')
      .hover({ position: { x: 6, y: 20 } });
    await expect(
      page
        .locator('.blocklyTooltipDiv, .jp-Jigsaw-tooltipDiv')
        .filter({ visible: true })
    ).toHaveText(REASON);
  });
  await test.step('it can’t be taken by the mouse', async () => {
    const count = await panel.blocks.count();
    await panel.drag(panel.offered('π'), await panel.at(300, 260));
    await expect(panel.blocks).toHaveCount(count);
    await page.keyboard.press('Escape');
  });
  await test.step('in Python again', async () => {
    await switcher.selectOption('Python (as the kernel)');
    await expect(marked).toHaveCount(0);
    const offered = await panel.openFlyout('Math', 'π');
    await expect(offered).not.toHaveClass(/blocklyDisabled/);
  });
});
