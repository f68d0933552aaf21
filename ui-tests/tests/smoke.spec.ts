import { expect, federatedExtensions, notebookTest, test } from '../fixtures';

const NAME = 'jupyterlab-jigsaw';

test('JupyterLab loads the extension without complaint', async ({
  page,
  consoleErrors
}) => {
  const names = (await federatedExtensions(page)).map(one => one.name);
  expect(names).toContain(NAME);
  const plugins = await page.evaluate(() => window.jupyterapp.listPlugins());
  expect(plugins.filter(id => id.startsWith(`${NAME}:`))).not.toEqual([]);
  expect(consoleErrors.filter(text => /jigsaw|blockly/i.test(text))).toEqual(
    []
  );
});

notebookTest(
  'Notebook 7 loads the extension without complaint',
  async ({ page, consoleErrors }) => {
    const names = (await federatedExtensions(page)).map(one => one.name);
    expect(names).toContain(NAME);
    const plugins = await page.evaluate(() => window.jupyterapp.listPlugins());
    expect(plugins.filter(id => id.startsWith(`${NAME}:`))).not.toEqual([]);
    expect(consoleErrors.filter(text => /jigsaw|blockly/i.test(text))).toEqual(
      []
    );
  }
);

test("the server has Python and the tests' own MetaKernel", async ({
  request
}) => {
  const response = await request.get('api/kernelspecs');
  const { kernelspecs } = await response.json();
  expect(Object.keys(kernelspecs)).toEqual(
    expect.arrayContaining(['python3', 'jigsaw_test_metakernel'])
  );
});
