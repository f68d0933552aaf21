import { button } from '../cell';
import { read } from '../disk';
import { expect, test } from '../fixtures';
import {
  BUSY,
  dieInRun,
  expectEndOf,
  expectShownAgain,
  IPYTHON,
  KEPT,
  printMuch,
  restartInRun,
  runWithoutKernel,
  showAll,
  waitInTurn
} from '../frameRows';
import { reload } from '../jigsaw';
import { FrameBook } from '../metakernel';
import { answerWhereMoved, ASKING } from '../moves';

test('what a cell can show, a frame’s run shows, and a saved notebook keeps', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await FrameBook.make(page, path, IPYTHON);
  await showAll(made);
  await made.save();
  const saved = async () => JSON.stringify(await read(request, path));
  for (const part of KEPT) {
    await expect.poll(saved).toContain(part);
  }
  await reload(page);
  await expectShownAgain(await FrameBook.find(page, 'a.ipynb'));
});

test('of 100,000 lines the end is shown, kept on save, and cleared', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/a.ipynb`;
  const made = await FrameBook.make(page, path);
  await printMuch(made);
  await made.save();
  expectEndOf(await read(request, path));
  await reload(page);
  const again = await FrameBook.find(page, 'a.ipynb');
  await expect(again.printed.last()).toContainText('99999\nthe end');
  await button(again.native, 'Clear Output').click();
  await expect(again.printed).toHaveCount(0);
});

test('clicks come one after the other, also while a cell is busy', async ({
  page,
  tmpPath
}) => {
  await waitInTurn(
    await FrameBook.make(page, `${tmpPath}/a.ipynb`, { more: [BUSY] })
  );
});

test('a run goes on, with what was answered, where its cell is moved, cut and pasted', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`, IPYTHON);
  await made.press('execute', ...ASKING);
  await answerWhereMoved(
    made.book,
    index => made.at(index),
    ({ sign }, isRunning) =>
      expect(sign).toHaveAttribute('data-state', isRunning ? 'running' : 'idle')
  );
});

test('after a restart it runs', async ({ page, tmpPath }) => {
  const made = await FrameBook.make(page, `${tmpPath}/a.ipynb`);
  await made.write('print("here")');
  await made.command('notebook:restart-kernel');
  await made.press('execute');
  await expect(made.printed).toHaveText(['here']);
});

test('a run that is restarted away ends, and says so', async ({
  page,
  tmpPath
}) => {
  await restartInRun(await FrameBook.make(page, `${tmpPath}/a.ipynb`));
});

test('a kernel that dies in mid-run is told of, and the next one works', async ({
  page,
  tmpPath
}) => {
  await dieInRun(await FrameBook.make(page, `${tmpPath}/a.ipynb`));
});

test('without a kernel it says what to do', async ({ page, tmpPath }) => {
  await runWithoutKernel(await FrameBook.make(page, `${tmpPath}/a.ipynb`));
});
