import { CellBook } from '../cell';
import { expect, test } from '../fixtures';
import { hostileFile, hostileXml, PAYLOADS, watchEvil } from '../hostileTexts';
import { Jigsaw } from '../jigsaw';

for (const [name, text] of [
  ['all.jigsaw', hostileFile()],
  ['all.xml', hostileXml()]
]) {
  test(`no text of ${name} is more than a text`, async ({ page, tmpPath }) => {
    const fetched = await watchEvil(page);
    const path = `${tmpPath}/${name}`;
    await page.contents.uploadContent(text, 'text', path);
    await page.evaluate(file => {
      void window.jupyterapp.commands.execute('docmanager:open', {
        path: file,
        factory: 'Jigsaw'
      });
    }, path);
    const panel = await Jigsaw.find(page, 'all.jigsaw');
    await expect(panel.problem).toBeHidden();
    // Nothing was left out.
    expect(await panel.blocks.count()).toBeGreaterThanOrEqual(
      PAYLOADS.length * 10
    );
    for (const block of (await panel.blocks.all()).slice(0, 12)) {
      // For its tooltip.
      await block.hover({ position: { x: 5, y: 5 }, force: true });
    }
    // With the picture, the code and the XML, too.
    await page.evaluate(async () => {
      const { commands } = window.jupyterapp;
      await commands.execute('jigsaw:export-svg');
      await commands.execute('jigsaw:export-xml');
    });
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(fetched).toEqual([]);
  });
}

test('no text of XML in a cell is more than a text', async ({
  page,
  tmpPath
}) => {
  // Thirty cells are run.
  test.setTimeout(180_000);
  const fetched = await watchEvil(page);
  const [first, ...rest] = PAYLOADS.map(
    text => `%%jigsaw\n${hostileXml([text])}`
  );
  const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
    magic: first,
    more: rest
  });
  await expect(made.drawn.first()).toBeVisible();
  for (const index of rest.keys()) {
    await made.book.run(2 + index);
    const { blocks, drawn } = made.at(2 + index);
    // They are drawn in sight only.
    await blocks.scrollIntoViewIfNeeded();
    await expect(drawn.first()).toBeVisible();
  }
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(fetched).toEqual([]);
});
