import { notebookTest as test } from '../fixtures';
import {
  EVIL,
  expectToldOnce,
  expectUnharmed,
  hearNoFrame,
  hearNoMessage,
  MESSAGE,
  sender,
  serveEvil
} from '../hostileRows';
import { FrameBook } from '../metakernel';

test('in Notebook 7 no hostile window is heard', async ({
  context,
  page,
  tmpPath
}) => {
  await serveEvil(context, { 'a.html': sender(MESSAGE) });
  const made = await FrameBook.makeAlone(page, `${tmpPath}/a.ipynb`);
  const tab = made.book.page;
  const popup = tab.waitForEvent('popup');
  await tab.evaluate(address => void window.open(address), `${EVIL}a.html`);
  await (await popup).locator('body[data-sent]').waitFor();
  await expectToldOnce(tab);
  await expectUnharmed(made, tmpPath);
});

test('in Notebook 7 no hostile frame or message is heard', async ({
  page,
  tmpPath
}) => {
  const made = await FrameBook.makeAlone(page, `${tmpPath}/a.ipynb`);
  await hearNoFrame(made, tmpPath);
  await hearNoMessage(made, tmpPath);
});
