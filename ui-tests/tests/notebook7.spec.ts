import { expect, notebookTest as test } from '../fixtures';
import { fileItem, Jigsaw, openFile, refreshFiles } from '../jigsaw';
import { Book } from '../notebook';
import { file, lines, METAKERNEL_XML } from '../programs';

test('a file opens from the file list, runs, and is saved', async ({
  page,
  context,
  tmpPath
}) => {
  await page.contents.uploadContent(
    file([lines('print("from the list")')]),
    'text',
    `${tmpPath}/listed.jigsaw`
  );
  const opened = context.waitForEvent('page');
  await openFile(page, 'listed.jigsaw');
  const tab = await opened;
  const panel = await Jigsaw.only(tab);
  await expect(panel.kernelName).toHaveText('Python 3 (ipykernel)');
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['from the list']);

  await panel.type('print("from the list")', 'print("edited")');
  await panel.expectCode('print("edited")', '');
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['edited']);
  await panel.button('docmanager:save').click();
  await expect
    .poll(async () => {
      const response = await tab.request.get(
        `api/contents/${tmpPath}/listed.jigsaw?type=file&format=text`
      );
      return (await response.json()).content;
    })
    .toContain('edited');
  await tab.close();
});

test("the notebook's button opens a panel that works in its session", async ({
  page,
  context,
  tmpPath
}) => {
  await page.contents.uploadContent(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { name: 'python3', display_name: 'Python 3 (ipykernel)' }
      },
      cells: [
        {
          cell_type: 'code',
          id: 'answer',
          metadata: {},
          execution_count: null,
          outputs: [],
          source: 'answer = 41\nprint("ready")'
        },
        {
          cell_type: 'code',
          id: 'back',
          metadata: {},
          execution_count: null,
          outputs: [],
          source: 'print("back", answer)'
        }
      ]
    }),
    'text',
    `${tmpPath}/work.ipynb`
  );
  await page.contents.uploadContent(
    file([lines('answer = answer + 1', 'print("blocks", answer)')]),
    'text',
    `${tmpPath}/work.jigsaw`
  );
  const opened = context.waitForEvent('page');
  await openFile(page, 'work.ipynb');
  const notebook = await opened;
  const cells = notebook.locator('.jp-CodeCell');
  await (await Book.only(notebook)).runFirst();
  await expect(cells.first().locator('.jp-OutputArea-output')).toHaveText(
    /ready/
  );

  const shown = context.waitForEvent('page');
  await notebook
    .locator('jp-button[data-command="jigsaw:open-for-notebook"]')
    .click();
  const tab = await shown;
  const panel = await Jigsaw.only(tab);
  await expect(panel.session).toHaveText('work.ipynb');
  await expect(panel.kernelName).toHaveText('Python 3 (ipykernel)');
  await panel.run();
  await expect(panel.output.locator('pre')).toHaveText(['blocks 42']);

  await cells.nth(1).locator('.cm-content').click();
  await notebook.keyboard.press('Shift+Enter');
  await expect(cells.nth(1).locator('.jp-OutputArea-output')).toHaveText(
    /back 42/
  );

  // The session is the notebook's and outlives the panel.
  await tab.close();
  const prompt = cells.nth(1).locator('.jp-InputPrompt');
  const before = await prompt.innerText();
  await cells.nth(1).locator('.cm-content').click();
  await notebook.keyboard.press('Shift+Enter');
  await expect(prompt).not.toHaveText(before);
  await expect(prompt).toHaveText(/\[\d+\]/);
  await notebook.close();
});

test("MetaKernel's workspace opens beside itself", async ({
  page,
  context,
  tmpPath
}) => {
  await page.contents.uploadContent(
    METAKERNEL_XML,
    'text',
    `${tmpPath}/workspace1.xml`
  );
  await refreshFiles(page);
  const opened = context.waitForEvent('page');
  await fileItem(page, 'workspace1.xml').click({ button: 'right' });
  await page.locator('.lm-Menu-item').filter({ hasText: 'Open With' }).click();
  await page
    .locator('#jp-contextmenu-open-with')
    .getByRole('menuitem', { name: 'Jigsaw', exact: true })
    .click();
  const xml = await opened;
  const blocks = await context.waitForEvent('page');
  const panel = await Jigsaw.only(blocks);
  await panel.expectCode("print('from XML')", '');
  await expect(xml.locator('.jp-Jigsaw-problem')).toContainText(
    'workspace1.xml was imported'
  );
});
