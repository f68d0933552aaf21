import { PromiseDelegate } from '@lumino/coreutils';
import { expect, test as base } from '@playwright/test';

import { AppPage, HUB_URL } from '../appPage';
import { answer, Jigsaw } from '../jigsaw';
import { file, lines, print } from '../programs';

interface IFixtures {
  app: AppPage;
  /**
   * What a person, logged in, has before them that is not right: errors, what
   * the policy forbids, and what was asked of other servers.
   */
  complaints: string[];
}

const test = base.extend<IFixtures>({
  baseURL: HUB_URL,
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') {
        complaints.push(message.text());
      }
    });
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('request', request => {
      if (!/^(data|blob):/.test(request.url()) && !isOurs(request.url())) {
        complaints.push(`asked for ${request.url()}`);
      }
    });
    await use(complaints);
  },
  app: async ({ page, complaints }, use) => {
    expect(complaints).toEqual([]);
    const app = new AppPage(page);
    await app.logIn();
    await use(app);
    const sessions = await (await app.ask('GET', 'sessions')).json();
    for (const { id } of sessions) {
      await app.ask('DELETE', `sessions/${id}`);
    }
  }
});

const isOurs = (url: string) => url.startsWith(HUB_URL);

test('from the list to a program that runs, is saved, and there again', async ({
  app,
  page,
  complaints
}) => {
  await app.button('New Workspace').click();
  let jigsaw = await Jigsaw.onPage(page);
  await expect(page).toHaveURL(`${HUB_URL}jigsaw/untitled.jigsaw`);
  await expect(app.kernel).toContainText('idle');
  await jigsaw.take('Text', 'print', await jigsaw.at(250, 80));
  await jigsaw.expectCode("print('Hello')", '');
  await expect(app.name).toHaveText(/not saved/);
  await jigsaw.type('Hello', 'Hello, Ada');
  await page.keyboard.press('Shift+Enter');
  await expect(jigsaw.output).toHaveText('Hello, Ada');

  await page.keyboard.press('ControlOrMeta+s');
  await expect(app.name).not.toHaveClass(/jp-mod-dirty/);
  expect(await app.read('untitled.jigsaw')).toContain('"Hello, Ada"');
  const kernels = await (await app.ask('GET', 'kernels')).json();

  await page.reload();
  jigsaw = await Jigsaw.onPage(page);
  await jigsaw.expectCode("print('Hello, Ada')", '');
  await expect(app.kernel).toContainText('idle');
  await app.button('Run').click();
  await expect(jigsaw.output).toHaveText('Hello, Ada');
  const after = await (await app.ask('GET', 'kernels')).json();
  expect(after.map(({ id }: { id: string }) => id)).toEqual(
    kernels.map(({ id }: { id: string }) => id)
  );

  await page.getByRole('link', { name: 'Workspaces' }).click();
  await expect(page.getByRole('link', { name: 'untitled.jigsaw' })).toHaveCount(
    2
  );
  const own = app.running.filter({ hasText: 'untitled.jigsaw' });
  await expect(own).toHaveText([/Python 3/]);
  await own.getByRole('button').click();
  await expect(own).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('the list goes from folder to folder, whatever they are called', async ({
  app,
  page,
  complaints
}) => {
  const folder = 'grün & 50% #1';
  await app.ask('PUT', `contents/${encodeURIComponent(folder)}`, {
    type: 'directory'
  });
  await app.write(
    `${encodeURIComponent(folder)}/a+b?.jigsaw`.replace('?', '%3F'),
    file([print('deep')])
  );
  await app.write('notes.txt', 'no workspace');
  await page.reload();
  await expect(app.entries.filter({ hasText: 'notes' })).toHaveCount(0);
  await page.getByRole('link', { name: `${folder}/` }).click();
  const entry = app.entries.getByRole('link', { name: 'a+b?.jigsaw' });
  await expect(app.entries).toHaveCount(1);
  await expect(page.getByRole('navigation')).toHaveText(`Workspaces${folder}`);
  await entry.click();
  const jigsaw = await Jigsaw.onPage(page);
  await jigsaw.expectCode("print('deep')", '');
  await page.getByRole('link', { name: 'Workspaces' }).click();
  await expect(entry).toBeVisible();
  expect(complaints).toEqual([]);

  // From the report on the connection it goes back to where one was.
  await page.getByRole('link', { name: 'Check Connection' }).click();
  await expect(page.getByRole('heading', { name: 'Connection' })).toBeVisible();
  await page.getByRole('link', { name: 'Workspaces' }).click();
  await expect(entry).toBeVisible();
});

test('a workspace gets another name, and its kernel stays; it is deleted once one is sure', async ({
  app,
  page
}) => {
  const sessions = async () => (await app.ask('GET', 'sessions')).json();
  await app.ask('PUT', 'contents/names', { type: 'directory' });
  for (const name of ['draft', 'kept', 'taken']) {
    await app.write(`names/${name}.jigsaw`, file([print(name)]));
  }
  await app.open('names/draft.jigsaw');
  await expect(app.kernel).toContainText('idle');
  const [{ kernel }] = await sessions();
  await page.getByRole('link', { name: 'Workspaces' }).click();
  const focused = (name: string) => expect(app.button(name)).toBeFocused();

  // By the keyboard alone.
  await app.button('Rename draft.jigsaw…').press('Enter');
  const dialog = page.locator('.jp-Dialog');
  // It covers the window, without the frame that a browser has for dialogs.
  await expect
    .poll(() =>
      dialog.evaluate(({ clientHeight, clientWidth }) => [
        innerWidth - clientWidth,
        innerHeight - clientHeight
      ])
    )
    .toEqual([0, 0]);
  await expect(dialog.locator('input')).toBeFocused();
  await page.keyboard.type('taken');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(
    'There is something called “taken.jigsaw” already.'
  );
  await focused('Rename draft.jigsaw…');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('input')).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(dialog.getByRole('button', { name: 'Rename' })).toBeDisabled();
  await dialog.locator('input').fill('plan');
  await page.keyboard.press('Enter');
  await focused('Rename plan.jigsaw…');
  await expect(page.getByRole('status')).toBeHidden();
  await expect(app.running).toHaveText([/^names\/plan\.jigsaw/]);
  expect(await sessions()).toMatchObject([
    { path: 'names/plan.jigsaw', kernel: { id: kernel.id } }
  ]);
  expect(await app.read('names/plan.jigsaw')).toContain('draft');

  const remove = app.button('Delete plan.jigsaw…');
  await remove.press('Enter');
  // Enter alone deletes nothing.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await focused('Delete plan.jigsaw…');
  await remove.press('Enter');
  await expect(dialog).toContainText('its kernel is shut down');
  await answer(page, 'Delete');
  await focused('Delete taken.jigsaw…');
  await expect(remove).toHaveCount(0);
  await expect(app.running).toHaveCount(0);
  expect(await sessions()).toEqual([]);
});

test('a button that is pressed twice before its dialog is there asks once', async ({
  app,
  page
}) => {
  await app.write('twice.jigsaw', file([print('twice')]));
  await page.reload();
  const answered = new PromiseDelegate<void>();
  await page.route('**/api/sessions?*', async route => {
    await answered.promise;
    await route.continue();
  });
  const remove = app.button('Delete twice.jigsaw…');
  await remove.press('Enter');
  await remove.press('Enter');
  answered.resolve();
  const dialog = page.locator('.jp-Dialog');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove).toBeFocused();
  await expect(dialog).toHaveCount(0);

  // Nor does one that is waiting keep the next from asking.
  await remove.press('Enter');
  await answer(page, 'Delete');
  await expect(remove).toHaveCount(0);
});

test('folders are made, and workspaces put there, by a button and by a drop', async ({
  app,
  page
}) => {
  const dialog = page.locator('.jp-Dialog');
  const makeFolder = async () => {
    await app.button('New Folder…').press('Enter');
    await expect(dialog.locator('input')).toBeFocused();
    await expect(dialog.locator('input')).toHaveValue('Untitled Folder');
    await page.keyboard.type('own work');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  };
  await makeFolder();
  const folder = page.getByRole('link', { name: 'own work/' });
  await expect(folder).toBeVisible();
  await makeFolder();
  await expect(page.getByRole('status')).toHaveText(
    'There is something called “own work” already.'
  );
  await folder.click();

  const workspace = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(file([print(text)]))
  });
  const choosing = page.waitForEvent('filechooser');
  await app.button('Upload…').press('Enter');
  const chooser = await choosing;
  await chooser.setFiles([
    workspace('one.jigsaw', 'first'),
    workspace('two.jigsaw', 'second'),
    workspace('notes.txt', 'none')
  ]);
  await expect(app.entries).toHaveCount(2);
  await expect(page.getByRole('status')).toHaveText(
    '“notes.txt” was not uploaded: its name does not end in .jigsaw.'
  );
  expect(await app.read('own work/two.jigsaw')).toContain('second');

  const drop = (text: string) =>
    page.locator('main').evaluate((main, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'one.jigsaw'));
      for (const type of ['dragover', 'drop']) {
        main.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })
        );
      }
    }, text);
  await drop(file([print('dropped')]));
  await expect(dialog).toContainText('Replace “one.jigsaw”?');
  // Enter alone replaces nothing.
  await expect(dialog.getByRole('button', { name: 'Keep It' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await app.read('own work/one.jigsaw')).toContain('first');
  await expect(page.getByRole('status')).toBeHidden();
  await drop(file([print('dropped')]));
  await answer(page, 'Replace');
  await expect.poll(() => app.read('own work/one.jigsaw')).toContain('dropped');
});

test('outputs of all kinds show, under a policy that lets no script in', async ({
  app,
  page,
  complaints
}) => {
  await app.write(
    'rich.jigsaw',
    file([
      lines(
        'from IPython.display import HTML, Latex, Markdown, display',
        "display(HTML('<b id=bold>bold</b>'))",
        "display(Markdown('**strong** `code`'))",
        "display(Latex('$x^2$'))",
        'import matplotlib.pyplot as plt',
        '_ = plt.plot([1, 2])',
        'plt.show()',
        "answer = input('name? ')",
        'print(answer.upper())',
        'nothing'
      )
    ])
  );
  const jigsaw = await app.open('rich.jigsaw');
  await expect(app.kernel).toContainText('idle');
  await app.button('Run').click();
  await expect(jigsaw.output.locator('#bold')).toBeVisible();
  await expect(jigsaw.output.locator('strong')).toHaveText('strong');
  await expect(jigsaw.output.locator('mjx-container')).toBeVisible();
  await expect(jigsaw.output.locator('img')).toBeVisible({ timeout: 60_000 });
  await jigsaw.output.locator('input').fill('ada');
  await page.keyboard.press('Enter');
  await expect(jigsaw.output).toContainText('ADA');
  await expect(jigsaw.output).toContainText(
    "NameError: name 'nothing' is not defined"
  );
  expect(complaints).toEqual([]);
});

test('a script in an output is kept out, and the page says so', async ({
  app,
  page,
  complaints
}) => {
  await app.write(
    'script.jigsaw',
    file([
      lines(
        'from IPython.display import HTML, display',
        `display(HTML('<p id=shown>shown</p><script>document.title = "inline"</script>'))`
      )
    ])
  );
  const jigsaw = await app.open('script.jigsaw');
  await app.button('Run').click();
  await expect(jigsaw.output.locator('#shown')).toBeVisible();
  await jigsaw.expectNotice('The output has a script of its own');
  await expect(page).toHaveTitle('script.jigsaw');
  expect(complaints).toEqual([expect.stringContaining("script-src 'self'")]);
});

test('light and dark follow the system, until one is chosen', async ({
  app,
  page
}) => {
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const LIGHT = 'rgb(255, 255, 255)';
  const DARK = 'rgb(33, 33, 33)';
  await app.write('look.jigsaw', file([print('look')]));
  await page.emulateMedia({ colorScheme: 'dark' });
  const jigsaw = await app.open('look.jigsaw');
  await expect.poll(ground).toBe(DARK);
  const fill = () =>
    jigsaw
      .block('print')
      .locator('.blocklyPath')
      .first()
      .evaluate(path => getComputedStyle(path).fill);
  const dark = await fill();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(ground).toBe(LIGHT);
  await expect.poll(fill).not.toBe(dark);

  await app.button('Dark').click();
  await expect.poll(ground).toBe(DARK);
  await expect.poll(fill).toBe(dark);
  await page.reload();
  await Jigsaw.onPage(page);
  await expect.poll(ground).toBe(DARK);
  await app.button('Light').click();
  await expect.poll(ground).toBe(LIGHT);
});

test('what is no workspace is told with what to do', async ({ app, page }) => {
  await app.write('other.txt', 'text');
  await app.write('broken.jigsaw', '{ "format": "jigsaw", ');
  const missing = await page.goto('jigsaw/new/none.jigsaw');
  expect(missing?.status()).toBe(404);
  await expect(app.problem).toContainText(
    'There is no “new/none.jigsaw” on the server.'
  );
  await app.button('Create It').click();
  await expect(app.problem).toContainText(
    '“new/none.jigsaw” could not be made. Its folder may not be there'
  );
  await page.goto('jigsaw/other.txt');
  await expect(app.problem).toContainText('does not end in .jigsaw');
  await page.goto('jigsaw/broken.jigsaw');
  await expect(app.problem).toContainText('can’t be shown as blocks');
  await app.write('broken.jigsaw', file([print('mended')]));
  await app.button('Try Again').click();
  const jigsaw = await Jigsaw.onPage(page);
  await jigsaw.expectCode("print('mended')", '');

  await page.goto('jigsaw/none');
  await expect(page.getByRole('status')).toContainText('There is no “none”');
  await page.goto('jigsaw/made.jigsaw');
  await app.button('Create It').click();
  await Jigsaw.onPage(page);
  expect(await app.read('made.jigsaw')).toBe('');
});

test('a file that changed on disk is not written over unasked', async ({
  app,
  page
}) => {
  await app.write('shared.jigsaw', file([print('mine')]));
  let jigsaw = await app.open('shared.jigsaw');
  await jigsaw.expectCode("print('mine')", '');
  await jigsaw.type('mine', 'more');
  await app.write('shared.jigsaw', file([print('theirs')]));
  await page.keyboard.press('ControlOrMeta+s');
  // As in JupyterLab, the button that goes on is blue.
  await expect(app.button('Revert')).toHaveCSS(
    'background-color',
    'rgb(25, 118, 210)'
  );
  await answer(page, 'Revert');
  jigsaw = await Jigsaw.onPage(page);
  await jigsaw.expectCode("print('theirs')", '');
  expect(await app.read('shared.jigsaw')).toContain('theirs');
});

test('what was edited is saved by itself, and downloads as it is', async ({
  app,
  page
}) => {
  await app.write('auto.jigsaw', file([print('one')]));
  const jigsaw = await app.open('auto.jigsaw');
  await jigsaw.type('one', 'two');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.button('Download').click()
  ]);
  expect(download.suggestedFilename()).toBe('auto.jigsaw');
  await expect.poll(() => app.read('auto.jigsaw')).toContain('"two"');
  await expect(app.name).not.toHaveClass(/jp-mod-dirty/);
});

for (const width of [900, 1280]) {
  test(`no button moves while there is something to save, ${width} pixels wide`, async ({
    app,
    page
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await app.write('untitled.jigsaw', file([print('one')]));
    const jigsaw = await app.open('untitled.jigsaw');
    await expect(app.kernel).toContainText('idle');
    const place = () => app.button('Stop').boundingBox();
    const before = await place();
    await jigsaw.type('one', 'two');
    await expect(app.name).toHaveClass(/jp-mod-dirty/);
    expect(await place()).toEqual(before);
    // The name can be read, too. Both widths are rounded.
    expect(
      await app.name
        .locator('strong')
        .evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)
    ).toBeLessThan(2);
    await page.keyboard.press('ControlOrMeta+s');
    await expect(app.name).not.toHaveClass(/jp-mod-dirty/);
    expect(await place()).toEqual(before);
  });
}

test('in a narrow window every button and the name are there', async ({
  app,
  page
}) => {
  await page.setViewportSize({ width: 600, height: 700 });
  await app.write('first-steps.jigsaw', file([print('one')]));
  await app.open('first-steps.jigsaw');
  await expect(app.kernel).toContainText('idle');
  const bar = page.getByRole('toolbar', { name: 'Workspace', exact: true });
  const isCut = () =>
    bar.evaluate(node =>
      [node, node.querySelector('strong')!].some(
        one =>
          one.scrollWidth > one.clientWidth + 1 ||
          one.scrollHeight > one.clientHeight + 1
      )
    );
  expect(await isCut()).toBe(false);
  const height = async () => (await bar.boundingBox())!.height;
  const high = await height();
  // One line is enough where there is room for it.
  const widen = (width: number) => page.setViewportSize({ width, height: 700 });
  await widen(790);
  await expect.poll(height).toBeLessThan(high);
  await widen(740);
  await expect.poll(height).toBe(high);
  // The blocks begin below it.
  await expect
    .poll(
      async () => (await page.locator('.jp-Jigsaw-editor').boundingBox())!.y
    )
    .toBeGreaterThanOrEqual(high);
  await widen(1280);
  await expect.poll(height).toBeLessThan(high);
  expect(await isCut()).toBe(false);
});

test('a program is stopped, and its kernel restarted, changed and shared', async ({
  app,
  page
}) => {
  await app.write(
    'loop.jigsaw',
    file([
      lines('import time', "print('begun')", 'while True: time.sleep(0.1)')
    ])
  );
  const jigsaw = await app.open('loop.jigsaw');
  await expect(app.kernel).toContainText('idle');
  await app.button('Run').click();
  await expect(jigsaw.output).toContainText('begun');
  await app.button('Stop').click();
  await expect(jigsaw.output).toContainText('KeyboardInterrupt');
  await expect(app.kernel).toContainText('idle');

  const kernelOf = async (path: string) => {
    const sessions = await (await app.ask('GET', 'sessions')).json();
    return sessions.find((one: { path: string }) => one.path === path)?.kernel;
  };
  const own = await kernelOf('loop.jigsaw');
  await app.choose('Restart Kernel…');
  await answer(page, 'Restart');
  await expect(app.kernel).toContainText('idle');
  expect((await kernelOf('loop.jigsaw')).id).toBe(own.id);

  await app.choose('Kernel', 'MetaKernel Test');
  await expect(app.kernel).toContainText(/MetaKernel Test.*idle/);

  await app.ask('POST', 'sessions', {
    path: 'book.ipynb',
    type: 'notebook',
    name: 'book.ipynb',
    kernel: { name: 'python3' }
  });
  await app.write('shared-run.jigsaw', file([lines('shared = 6 * 7')]));
  await app.open('shared-run.jigsaw');
  await app.choose('Run in the session of', 'book.ipynb');
  await expect(app.kernel).toHaveAttribute('title', /book\.ipynb/);
  await expect(app.kernel).toContainText('idle');
});

test('of two sessions of a workspace it is asked which', async ({
  app,
  page
}) => {
  await app.write('two.jigsaw', file([print('which')]));
  for (const path of ['two.jigsaw', 'other.jigsaw']) {
    const made = await app.ask('POST', 'sessions', {
      path,
      type: 'file',
      name: path,
      kernel: { name: 'python3' }
    });
    const { id } = await made.json();
    await app.ask('PATCH', `sessions/${id}`, { path: 'two.jigsaw' });
  }
  const jigsaw = await app.open('two.jigsaw');
  await expect(page.locator('.jp-Dialog')).toContainText(
    'More than one session is of this workspace'
  );
  await answer(page, 'Cancel');
  await jigsaw.expectNotice('More than one session could run this code');
  await app.button('Choose Session…').click();
  await answer(page, 'OK');
  await expect(app.kernel).toContainText('idle');
  await app.button('Run').click();
  await expect(jigsaw.output).toHaveText('which');
});

test('who is logged out, or without a server, keeps the work and goes on', async ({
  app,
  context,
  page
}) => {
  await app.write('kept.jigsaw', file([print('old')]));
  const jigsaw = await app.open('kept.jigsaw');
  await expect(app.kernel).toContainText('idle');
  // All that comes late is there.
  await jigsaw.expectCode("print('old')", '');

  await context.setOffline(true);
  await jigsaw.type('old', 'new');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.locator('.jp-Dialog')).toContainText(
    'File Save Error for kept.jigsaw'
  );
  await page.locator('.jp-Dialog').getByRole('button').last().click();
  await jigsaw.expectNotice('The server cannot be reached.');
  await context.setOffline(false);
  await app.button('Save Again').click();
  await expect(app.name).not.toHaveClass(/jp-mod-dirty/);
  expect(await app.read('kept.jigsaw')).toContain('"new"');

  await jigsaw.type('new', 'newest');
  await context.clearCookies();
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.jp-Dialog').getByRole('button').last().click();
  await jigsaw.expectNotice('The server does not know you any more.');
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    app.button('Log In in a New Tab').first().click()
  ]);
  await other.locator('#password_input').fill('secret of bob');
  await other.locator('#login_submit').click();
  await expect(other).toHaveURL(`${HUB_URL}jigsaw`);
  await app.button('Save Again').click();
  await expect(app.name).not.toHaveClass(/jp-mod-dirty/);
  expect(await app.read('kept.jigsaw')).toContain('"newest"');
});
