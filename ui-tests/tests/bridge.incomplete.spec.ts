import { button } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { reload } from '../jigsaw';
import { FrameBook } from '../metakernel';

/**
 * A workspace of which the page of the test kernel shows the first block alone.
 */
const WORKSPACE = `<xml xmlns="https://developers.google.com/blockly/xml"><block type="text_print"><value name="TEXT"><block type="text"><field name="TEXT">first</field></block></value></block><block type="robot_walk"><field name="STEPS">7</field></block><block type="text_print"><value name="TEXT"><block type="text"><field name="TEXT">last</field></block></value></block></xml>`;

test('a page that can’t show all blocks saves none of them', async ({
  page,
  request,
  tmpPath
}) => {
  await page.contents.uploadContent(WORKSPACE, 'text', `${tmpPath}/ws.xml`);
  const saved = () => read(request, `${tmpPath}/ws.xml`);

  const made = await test.step('they are shown without it', async () => {
    const book = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
    await expect(book.native).toContainText('robot_walk');
    await expect(book.native).toContainText('last');
    await expect(book.sign).toHaveText(
      'MetaKernel Test (Python) · shown by Jigsaw: the page can’t show all of the blocks'
    );
    return book;
  });

  await test.step('and are all there when they are saved', async () => {
    await button(made.native, 'Clear Output').click();
    await expect(made.sign).toContainText('saved');
    for (const part of ['first', 'robot_walk', '7', 'last']) {
      expect(await saved()).toContain(part);
    }
    await made.save();
  });

  await test.step('a page that stays as it is runs, and saves nothing', async () => {
    await page.contents.uploadContent(WORKSPACE, 'text', `${tmpPath}/ws.xml`);
    await page.evaluate(async () => {
      const { settings } = window.jupyterapp.serviceManager;
      const raw = JSON.stringify({ adopt: 'never' });
      await settings.save('jupyterlab-jigsaw:bridge', raw);
    });
    await reload(page);
    const again = await FrameBook.find(page, 'a.ipynb');
    await again.settled();
    await expect(again.sign).toHaveText(
      'MetaKernel Test (Python) · the page can’t show all of the blocks, so it saves none'
    );
    expect(await again.code()).toBe("print('first')\n");
    await again.press('execute');
    await expect(again.printed).toHaveText(['first']);
    // Answered when all is saved that is to be.
    const answers = await again.ask({
      action: 'clear',
      save_xml: '<xml></xml>',
      msg_id: 'rest'
    });
    expect(answers.at(-1)).toMatchObject({ status: 'done', result: 'ok' });
    expect(await saved()).toBe(WORKSPACE);
  });
});

for (const kind of ['block', 'shadow']) {
  test(`a page that leaves out a value of a ${kind} is shown without it, and nothing is lost`, async ({
    page,
    request,
    tmpPath
  }) => {
    // Blockly has a default in its place, and says so to nobody.
    const workspace = `<xml xmlns="https://developers.google.com/blockly/xml"><block type="text_print"><value name="TEXT"><${kind} type="logic_boolean"><field name="BOOL">MAYBE</field></${kind}></value></block></xml>`;
    await page.contents.uploadContent(workspace, 'text', `${tmpPath}/ws.xml`);
    const made = await FrameBook.run(page, `${tmpPath}/a.ipynb`);
    await expect(made.native).toContainText('logic_boolean');
    await expect(made.sign).toContainText('can’t show all of the blocks');
    await button(made.native, 'Clear Output').click();
    await expect(made.sign).toContainText('saved');
    expect(await read(request, `${tmpPath}/ws.xml`)).toContain('MAYBE');
  });
}
