import { addBlock, CellBook } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import { reload } from '../jigsaw';

/**
 * Kernels of MetaKernel's, and how they print a text.
 */
const kernels = [
  { kernel: 'octave_with_magic', code: "disp('Hello');" },
  {
    kernel: 'calysto_scheme_with_magic',
    code: /^\(display "Hello"\)\s*\(newline\)$/
  }
];

for (const { kernel, code } of kernels) {
  test(`${kernel} shows, runs and keeps blocks`, async ({
    page,
    request,
    tmpPath
  }) => {
    let made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
      first: '%jigsaw --help',
      kernel
    });
    await addBlock(page, made.blocks);
    await made.button('Run').click();
    await expect(made.printed).toHaveText(['Hello']);
    await made.button('Insert Code').click();
    await expect(made.book.source(2)).toHaveText(code);
    await made.type('Hello', 'once more');
    await made.book.run(1);
    await expect(made.drawn).toContainText(['once more']);
    await made.save();
    await reload(page);
    made = await CellBook.find(page, 'a.ipynb');
    await made.button('Run').click();
    await expect(made.printed).toHaveText(['once more']);
    // No page, and no file beside the notebook.
    const files = await page.evaluate(
      async path =>
        (await window.jupyterapp.serviceManager.contents.get(path)).content.map(
          ({ name }: { name: string }) => name
        ),
      tmpPath
    );
    expect(files).toEqual(['a.ipynb']);
    expect(await read(request, `${tmpPath}/a.ipynb`)).not.toContain('iframe');
  });

  test(`in ${kernel} a workspace with a name is kept in a file`, async ({
    page,
    request,
    tmpPath
  }) => {
    const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, {
      first: '%jigsaw --workspace ws',
      kernel,
      magic: '%jigsaw --workspace ws'
    });
    await addBlock(page, made.blocks);
    await expect(made.at(0).drawn).toHaveCount(1);
    await made.save();
    await expect
      .poll(() => read(request, `${tmpPath}/ws.jigsaw`))
      .toContain('text_print');
  });
}
