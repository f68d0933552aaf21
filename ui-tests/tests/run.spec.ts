import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { expect, test } from '../fixtures';
import { answer, dialog, Jigsaw } from '../jigsaw';
import { file, lines, print } from '../programs';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgGAUAAQYAAd6P0CkAAAAASUVORK5CYII=';

/**
 * Open a program that is to run in a kernel.
 */
async function openProgram(
  page: IJupyterLabPageFixture,
  folder: string,
  kernel: string,
  ...code: string[]
): Promise<Jigsaw> {
  await page.contents.uploadContent(
    file([lines(...code)], { kernel }),
    'text',
    `${folder}/program.jigsaw`
  );
  return Jigsaw.open(page, 'program.jigsaw');
}

for (const { kernel, title } of [
  { kernel: 'python3', title: 'Python 3 (ipykernel)' },
  { kernel: 'jigsaw_test_metakernel', title: 'MetaKernel Test (Python)' }
]) {
  test.describe(`in ${kernel}`, () => {
    test('text, images and HTML are shown in their order', async ({
      page,
      tmpPath
    }) => {
      const panel = await openProgram(
        page,
        tmpPath,
        kernel,
        'import base64, sys',
        'from IPython.display import HTML, Image',
        // Each of the two is sent when it is asked for, or when its time has come.
        'print("first", flush=True)',
        'print("warned", file=sys.stderr, flush=True)',
        'display(HTML("<b class=\'bold\'>loud</b>"))',
        `display(Image(base64.b64decode("${PIXEL}"), width=60, height=40))`,
        'import matplotlib.pyplot as plt',
        '_ = plt.figure().gca().plot([1, 3, 2])',
        'plt.show()'
      );
      await expect(panel.kernelName).toHaveText(title);
      await panel.run();
      const { output } = panel;
      await expect(output.locator('img')).toHaveCount(2, { timeout: 40_000 });
      await expect(
        output.locator('[data-mime-type*="stdout"] pre')
      ).toContainText('first');
      await expect(
        output.locator('[data-mime-type*="stderr"] pre')
      ).toContainText('warned');
      await expect(output.locator('b.bold')).toHaveText('loud');
      // Of the picture, that it is drawn; of the plot, that it is no speck.
      for (const [index, width] of [60, 300].entries()) {
        const image = output.locator('img').nth(index);
        await expect
          .poll(() =>
            image.evaluate((img: HTMLImageElement) =>
              img.complete && img.naturalWidth ? img.clientWidth : 0
            )
          )
          .toBeGreaterThanOrEqual(width);
      }
      const kinds = await output
        .locator('.jp-OutputArea-output')
        .evaluateAll(all => all.map(one => one.dataset.mimeType ?? ''));
      expect(kinds.map(kind => kind.replace(/^.*\.(?=std)/, ''))).toEqual([
        'stdout',
        'stderr',
        'text/html',
        'image/png',
        'image/png'
      ]);
    });

    test('an error shows its traceback', async ({
      page,
      tmpPath
    }, testInfo) => {
      const panel = await openProgram(
        page,
        tmpPath,
        kernel,
        'print("so far")',
        'nothing / 0',
        'print("never")'
      );
      await panel.run();
      await expect(panel.output).toContainText('so far');
      const traceback = panel.output.locator(
        '[data-mime-type="application/vnd.jupyter.stderr"]'
      );
      await expect(traceback).toContainText(
        'Traceback (most recent call last)'
      );
      await expect(traceback).toContainText("name 'nothing' is not defined");
      await expect(
        panel.output.locator('[data-mime-type*="stdout"] pre')
      ).toHaveText('so far');
      if (kernel === 'python3') {
        await expect(
          traceback
            .locator('span.ansi-red-fg', { hasText: 'NameError' })
            .first()
        ).toBeVisible();
      }
      const failed = panel.root.locator('.jp-Jigsaw-failed');
      await test.step('and the block in which it came up', async () => {
        await expect(failed).toHaveCount(1);
        await expect(failed.locator('> .blocklyField').first()).toHaveText(
          'nothing / 0'
        );
        await failed.locator('> .blocklyIconGroup').click();
        const bubble = panel.root.locator('.blocklyBubble');
        await expect(bubble).toContainText("name 'nothing' is not defined");
        await page.screenshot({ path: testInfo.outputPath('failed.png') });
        // It is no edit of the program.
        await expect(Jigsaw.tab(page, 'program.jigsaw')).not.toHaveClass(
          /jp-mod-dirty/
        );
      });
      // The next run takes the place of the error, and an edit its mark.
      await panel.type('nothing / 0', 'print("mended")');
      await expect(failed).toHaveCount(0);
      await panel.run();
      // A list waits until there is no more than it names.
      await expect(panel.output.locator('pre')).toHaveText([
        'so far\nmended\nnever'
      ]);
    });

    test('a prompt is answered', async ({ page, tmpPath }) => {
      const panel = await openProgram(
        page,
        tmpPath,
        kernel,
        'name = input("Your name?")',
        'print("Hello " + name)'
      );
      await panel.run();
      const prompt = panel.output.locator('.jp-Stdin');
      await expect(prompt).toContainText('Your name?');
      // A person types at once.
      await expect(prompt.locator('input')).toBeFocused();
      await page.keyboard.type('Ada');
      await page.keyboard.press('Enter');
      await expect(panel.output).toContainText('Hello Ada');
      await expect(prompt.locator('input')).toHaveCount(0);
    });

    test('an endless loop is stopped, and a restart forgets', async ({
      page,
      tmpPath
    }) => {
      const panel = await openProgram(
        page,
        tmpPath,
        kernel,
        'import time',
        'count = globals().get("count", 0) + 1',
        'print("run", count)',
        'while count < 2: time.sleep(0.05)'
      );
      const stop = panel.button('jigsaw:stop');
      await expect(stop).toHaveAttribute('disabled');
      await test.step('stop', async () => {
        await panel.run();
        await expect(panel.output).toContainText('run 1');
        await expect(panel.elapsed).toHaveText(/^[1-9]\d*\.\d s$/);
        await stop.click();
        await expect(panel.output).toContainText('KeyboardInterrupt');
        await expect(stop).toHaveAttribute('disabled');
        await expect(panel.elapsed).not.toHaveClass(/jp-mod-running/);
      });
      await test.step('the variables are still there', async () => {
        await panel.run();
        await expect(panel.output.locator('pre')).toHaveText(['run 2']);
      });
      await test.step('restart', async () => {
        await panel.button('jigsaw:restart-kernel').click();
        await expect(dialog(page)).toContainText('Restart');
        await answer(page, 'Restart');
        await panel.run();
        await expect(panel.output).toContainText('run 1');
        await stop.click();
        await expect(panel.output).toContainText('KeyboardInterrupt');
      });
    });

    test('two quick clicks run twice, one after the other', async ({
      page,
      tmpPath
    }) => {
      const panel = await openProgram(
        page,
        tmpPath,
        kernel,
        'import time',
        'count = globals().get("count", 0) + 1',
        'print("run", count)',
        'time.sleep(2)',
        'print("end", count)'
      );
      const run = panel.button('jigsaw:run');
      await run.click();
      await run.click();
      await expect(panel.elapsed).toContainText('1 waiting');
      await expect(panel.output.locator('pre')).toHaveText(['run 1']);
      await expect(panel.output.locator('pre')).toHaveText(['run 2\nend 2']);
    });

    test('a kernel that is killed is said to be dead, and runs again', async ({
      page,
      tmpPath
    }) => {
      const panel = await openProgram(
        page,
        tmpPath,
        kernel,
        'import os, time',
        'alive = globals().get("alive")',
        'print("process", os.getpid(), alive)',
        'while not os.path.exists("go.txt"): time.sleep(0.05)'
      );
      await panel.run();
      await expect(panel.output).toContainText(/process \d+/);
      const text = await panel.output.innerText();
      process.kill(Number(/process (\d+)/.exec(text)?.[1]), 'SIGKILL');
      await panel.expectNotice('The kernel died');
      await expect(panel.button('jigsaw:stop')).toHaveAttribute('disabled');

      await page.contents.uploadContent('', 'text', `${tmpPath}/go.txt`);
      // JupyterLab's own message of it, which is not for a test to hide.
      const dead = dialog(page);
      if (await dead.isVisible()) {
        await dead.locator('.jp-Dialog-button').last().click();
      }
      await panel.run();
      await expect(panel.output).toContainText(/process \d+ None/, {
        timeout: 30_000
      });
      await expect(panel.output).not.toContainText(text.trim());
      await expect(panel.notices).toHaveCount(0);
    });
  });
}

for (const kernel of ['calysto_scheme', 'metakernel_python', 'octave']) {
  test(`blocks run in ${kernel}, and an error in a function marks its own`, async ({
    page,
    tmpPath
  }) => {
    const empty = { type: 'lists_create_with', extraState: { itemCount: 0 } };
    const missing = {
      type: 'lists_getIndex',
      fields: { MODE: 'GET', WHERE: 'FIRST' },
      inputs: { VALUE: { block: empty } }
    };
    const failing = {
      type: 'text_print',
      inputs: { TEXT: { block: missing } }
    };
    const text = file(
      [
        {
          ...print('before'),
          next: {
            block: {
              type: 'procedures_callnoreturn',
              extraState: { name: 'f' }
            }
          }
        },
        {
          type: 'procedures_defnoreturn',
          x: 30,
          y: 150,
          fields: { NAME: 'f' },
          inputs: {
            STACK: { block: { ...print('in it'), next: { block: failing } } }
          }
        }
      ],
      { kernel }
    );
    const path = `${tmpPath}/program.jigsaw`;
    await page.contents.uploadContent(text, 'text', path);
    const panel = await Jigsaw.open(page, 'program.jigsaw');
    await panel.run();
    await expect(panel.output).toContainText(/before[^]*in it[^]*error/i);
    const failed = panel.root.locator('.jp-Jigsaw-failed');
    await expect(failed).toHaveCount(1);
    await expect(failed).toContainText('first');
    await expect(failed).not.toContainText('in it');
  });
}

test('the Run and Kernel menus say what they do to a panel', async ({
  page,
  tmpPath
}) => {
  const panel = await openProgram(page, tmpPath, 'python3', 'x = 1', 'x');
  await panel.run();
  // An open menu stays as it is when the kernel comes.
  await expect(panel.output.locator('pre')).toHaveText('1');
  const entries = async (menu: string) => {
    await page.menu.open(menu);
    return page.locator(
      '.lm-Menu-item[data-type="command"]:not(.lm-mod-disabled)'
    );
  };
  await expect(await entries('Run')).toHaveText([
    /^Run(⇧|Shift).*$/,
    'Run All Blocks',
    'Restart Kernel and Run All Blocks…'
  ]);
  await page.menu.closeAll();
  await expect(await entries('Kernel')).toContainText([
    'Restart Kernel…',
    'Restart Kernel and Clear Output…',
    'Restart Kernel and Run All Blocks…',
    'Change Kernel…'
  ]);
});

test('the keyboard is where it was before a prompt', async ({
  page,
  tmpPath
}) => {
  const panel = await openProgram(
    page,
    tmpPath,
    'python3',
    'count = globals().get("count", 0) + 1',
    'print(input("Name?"), count)'
  );
  await panel.focus();
  for (const line of ['Ada 1', 'Ada 2']) {
    await page.keyboard.press('Shift+Enter');
    const prompt = panel.output.locator('.jp-Stdin-input');
    await expect(prompt).toBeFocused();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await expect(panel.output).toContainText(line);
    await expect(prompt).toHaveCount(0);
  }
  // A prompt that nobody waits for any more goes.
  await page.keyboard.press('Shift+Enter');
  await expect(panel.output.locator('.jp-Stdin-input')).toBeFocused();
  await panel.button('jigsaw:stop').click();
  await expect(panel.output).toContainText('KeyboardInterrupt');
  await expect(panel.output.locator('.jp-Stdin')).toHaveCount(0);
});

test('a program that does not stop is said to go on', async ({
  page,
  tmpPath
}) => {
  const panel = await openProgram(
    page,
    tmpPath,
    'python3',
    'import time, signal',
    'tries = []',
    '_ = signal.signal(signal.SIGINT, lambda *_: tries.append(1))',
    'print("ready")',
    'while len(tries) < 2: time.sleep(0.05)'
  );
  await panel.run();
  await expect(panel.output).toContainText('ready');
  await panel.button('jigsaw:stop').click();
  await expect(panel.elapsed).toContainText('stopping…');
  await panel.expectNotice('has not stopped yet');
  await panel.button('jigsaw:stop').click();
  await expect(panel.button('jigsaw:stop')).toHaveAttribute('disabled');
  await expect(panel.notices).toHaveCount(0);
  await expect(panel.elapsed).not.toContainText('stopping…');
});

test('an endless output leaves the page at hand', async ({ page, tmpPath }) => {
  const panel = await openProgram(
    page,
    tmpPath,
    'python3',
    'count = 0',
    'while True: count += 1; print("again", count)'
  );
  await panel.run();
  await expect(panel.output).toContainText(/left out[^]*again \d{5}/);
  await panel.button('jigsaw:stop').click();
  await expect(panel.output).toContainText('KeyboardInterrupt');
  const text = await panel.output.innerText();
  expect(text.split('\n').length).toBeLessThan(11_000);
});
