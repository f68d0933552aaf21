import { test as plain } from '@playwright/test';

import { ClassicBook } from '../classic';
import { list, read } from '../disk';
import { expect, test } from '../fixtures';
import { COUNT, expectListener, IPYTHON } from '../frameRows';
import { FrameBook } from '../metakernel';

// MetaKernel's frames in the classic notebook, nbclassic.

test.afterEach(async ({ context }) => {
  for (const tab of context.pages()) {
    await tab.evaluate(() => {
      // Galata ends those of its own page only.
      const { Jupyter } = window as unknown as {
        Jupyter?: { notebook: { session?: { delete(): void } } };
      };
      return Jupyter?.notebook.session?.delete();
    });
  }
});

test('in the classic notebook a frame runs once, in the notebook’s session', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await ClassicBook.make(page, path);
  await expect(made.sign).toHaveText('MetaKernel Test (Python)');
  await expectListener(made.page);
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1\n']);
  await expect(made.sign).toHaveText('MetaKernel Test (Python) · saved');
  await expect
    .poll(() => read(page.request, `${tmpPath}/ws.xml`))
    .toContain('count += 1');
  await made.press('execute');
  await expect(made.printed).toHaveText(['run 2\n']);
  expect(await made.code()).toBe(`${COUNT.join('\n')}\n`);
  await made.run(2);
  await expect(made.cells.nth(2).locator('.output_stdout pre')).toHaveText(
    '2\n'
  );
  const sessions = await page.request.get('api/sessions');
  expect(
    (await sessions.json()).filter((one: { path: string }) => one.path === path)
  ).toHaveLength(1);
});

test('in the classic notebook it is said that a page waits for what never comes', async ({
  context,
  page,
  tmpPath
}) => {
  const silent = 'https://silent.example/blockly.js';
  await context.route(silent, () => undefined);
  const path = `${tmpPath}/a.ipynb`;
  const first = `from jigsaw_test_kernel import pages; pages.scripts = ["${silent}"]`;
  await page.contents.uploadContent(ClassicBook.text({ first }), 'text', path);
  const made = await ClassicBook.open(await context.newPage(), path);
  await made.run(0);
  await made.run(1);
  await expect(made.sign).toContainText('can’t load what it needs');
  await expect(made.sign).toContainText('in JupyterLab the blocks are shown');
});

test('what a frame has put out in the classic notebook is kept, and renewed', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await ClassicBook.make(page, path);
  await made.press('execute', ...COUNT);
  await expect(made.printed).toHaveText(['run 1\n']);
  await made.save();
  await made.reload();
  await made.settled();
  await made.expectCode(...COUNT);
  await expect(made.sign).toHaveText(
    'MetaKernel Test (Python) · shown by Jigsaw: the page has older blocks'
  );
  await expect(made.printed).toHaveText(['run 1\n']);
  // MetaKernel's listener came with the outputs, before ours.
  await made.press('execute');
  await expect(made.printed).toHaveText(['run 2\n']);
  await made.run(2);
  await expect(made.cells.nth(2).locator('.output_stdout pre')).toHaveText(
    '2\n'
  );
  await made.save();
  await made.page.close();
  // The same in JupyterLab.
  await page.evaluate(async file => {
    await window.jupyterapp.commands.execute('docmanager:open', { path: file });
  }, path);
  const again = await FrameBook.find(page, 'a.ipynb');
  await expect(again.printed).toHaveText(['run 2']);
  await again.book.run(0);
  await again.native.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(again.printed).toHaveText(['run 1']);
});

test('the classic notebook shows all that a frame’s code puts out', async ({
  page,
  tmpPath
}) => {
  const made = await ClassicBook.make(page, `${tmpPath}/a.ipynb`, IPYTHON);
  await made.press(
    'execute',
    'import base64, ipywidgets',
    'from IPython.display import HTML, display',
    'display(HTML("<b class=loud>bold</b>"))',
    'display(ipywidgets.IntSlider(value=7, description="speed"))',
    'h = display(HTML("<i class=soft>old</i>"), display_id=True)',
    'h.update(HTML("<i class=soft>new</i>"))',
    'print("\\033[31mred\\033[0m")',
    'for i in range(3): print("\\r" + str(i), end="", flush=True)',
    'print()',
    'print("Hello", input("Who? "))',
    'nothing / 0'
  );
  await expect(made.output.locator('input.raw_input')).toBeFocused();
  await expect(made.prompt).toHaveText(/In\s\[\*\]:/);
  await expect(made.sign).toContainText('running…');
  await made.page.keyboard.type('Ada');
  await made.page.keyboard.press('Enter');
  await expect(made.output).toContainText('Who? Ada');
  await expect(made.output).toContainText('Hello Ada');
  await expect(made.output.locator('input.raw_input')).toHaveCount(0);
  await expect(made.output.locator('b.loud')).toHaveText('bold');
  await expect(made.output.locator('i.soft')).toHaveText('new');
  await expect(made.output.locator('.widget-slider')).toContainText('speed');
  await expect(made.output.locator('.ansi-red-fg').first()).toHaveText('red');
  await expect(made.output).toContainText('NameError');
  await expect(made.prompt).toHaveText(/In\s\[2\]:/);
  await made.press('clear');
  await expect(made.output.locator('b.loud')).toHaveCount(0);
  await expect(made.output).not.toContainText('NameError');
  await expect(made.output.locator('iframe')).toHaveCount(1);
});

test('edits of a frame are saved with the classic notebook', async ({
  page,
  tmpPath
}) => {
  const made = await ClassicBook.make(page, `${tmpPath}/a.ipynb`);
  await made.save();
  await made.write('print("not run")');
  await expect(made.sign).toContainText('edited');
  await made.save();
  await expect(made.sign).toContainText('saved');
  expect(await read(page.request, `${tmpPath}/ws.xml`)).toContain('not run');
});

test('a frame of the classic notebook stops, and goes on with another kernel', async ({
  page,
  tmpPath
}) => {
  const made = await ClassicBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('execute', 'print("begun")', 'while True: pass');
  await expect(made.printed).toHaveText(['begun\n']);
  await made.act('interrupt-kernel');
  await expect(made.output).toContainText('KeyboardInterrupt');
  await expect(made.sign).not.toContainText('running');
  await made.press('execute', 'print("begun again")', 'while True: pass');
  await expect(made.printed).toHaveText(['begun again\n']);
  await made.act('confirm-restart-kernel');
  await made.page.locator('.modal-dialog .btn-danger').click();
  await expect(made.output).toContainText('begun again');
  await expect(made.sign).not.toContainText('running');
  await made.write('print("and on")');
  await expect(async () => {
    // What is asked for before the old kernel is gone is told to be lost.
    await made.press('execute');
    await expect(made.printed).toHaveText(['and on\n'], { timeout: 5_000 });
  }).toPass();
  await made.page.locator('#kernellink').click();
  await made.page.locator('#shutdown_kernel').click();
  await made.page.locator('.modal-dialog .btn-danger').click();
  await expect(made.sign).toContainText('no kernel');
  await made.press('execute');
  await expect(made.output).toContainText('Choose a kernel, then run again.');
});

test('a frame of the classic notebook inserts a cell, and sends no Python to Scheme', async ({
  page,
  tmpPath
}) => {
  const made = await ClassicBook.make(page, `${tmpPath}/a.ipynb`);
  await made.press('insert', 'print("mine")');
  await expect(made.cells).toHaveCount(4);
  await expect(made.cells.nth(2).locator('.CodeMirror')).toContainText(
    'print("mine")'
  );
  const scheme = await ClassicBook.make(page, `${tmpPath}/b.ipynb`, {
    first: '(define count 0)',
    kernel: 'jigsaw_test_scheme',
    magic: '%jigsaw Python --workspace scheme'
  });
  await scheme.press('execute', 'print("mine")');
  await expect(scheme.output).toContainText(
    'Nothing was run: the blocks make Python, and the kernel speaks scheme.'
  );
});

test('hostile frames and notebooks that are not trusted run nothing in the classic notebook', async ({
  page,
  tmpPath
}) => {
  const made = await ClassicBook.make(page, `${tmpPath}/a.ipynb`);
  const message = {
    type: 'jigsaw',
    action: 'execute',
    workspace_filename: 'ws.xml',
    code: 'open("harm.txt", "w").close()',
    save_xml: '<xml>harm</xml>'
  };
  await made.page.evaluate(
    html => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = html;
      document.querySelector('.output:has(iframe)')!.append(frame);
    },
    `<script>for (const target of [parent, top]) target.postMessage(${JSON.stringify(message)}, '*')</script>`
  );
  await expect(made.notices).toHaveCount(1);
  await expect(made.notices).toContainText(
    'Jigsaw refused: the frame shows no file of this server.'
  );
  await made.press('execute', 'print("mine")');
  await expect(made.printed).toHaveText(['mine\n']);
  await made.save();
  const { content } = await (
    await page.request.get(`api/contents/${tmpPath}/a.ipynb`)
  ).json();
  // As it comes from somebody else: nobody has signed it.
  content.cells[0].source += ' # theirs';
  await page.contents.uploadContent(
    JSON.stringify(content),
    'text',
    `${tmpPath}/b.ipynb`
  );
  const theirs = await ClassicBook.open(
    await page.context().newPage(),
    `${tmpPath}/b.ipynb`
  );
  await expect(theirs.printed).toHaveText(['mine\n']);
  await expect(theirs.page.locator('iframe')).toHaveCount(0);
  expect(await list(page.request, tmpPath)).toEqual([
    'a.ipynb',
    'b.ipynb',
    'ws.html',
    'ws.xml'
  ]);
});

plain.describe('as on a hub', () => {
  plain.use({
    baseURL: `http://127.0.0.1:${process.env.JIGSAW_HUB_PORT}/user/bob/`
  });

  plain(
    'a frame of the classic notebook runs under a base URL that forbids frames',
    async ({ page }) => {
      const Authorization = 'token token-of-bob';
      await page.request.put('api/contents/classic.ipynb', {
        headers: { Authorization },
        data: {
          type: 'file',
          format: 'text',
          content: ClassicBook.text({
            magic: '%jigsaw Python --workspace classic'
          })
        }
      });
      await page.goto('nbclassic/tree?token=token-of-bob');
      const made = await ClassicBook.open(page, 'classic.ipynb');
      await made.runFrame();
      await expect(made.sign).toHaveText(
        'MetaKernel Test (Python) · shown by Jigsaw: the server forbids frames'
      );
      await made.press('execute', ...COUNT);
      await expect(made.printed).toHaveText(['run 1\n']);
      await expect(made.sign).toContainText('saved');
    }
  );
});
