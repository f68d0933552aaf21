import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

import type { Book } from './notebook';

/**
 * A program that asks three times, a block a line.
 */
export const ASKING: readonly string[] = ['one', 'two', 'three'].flatMap(
  name => [`${name} = input("${name}?")`, `print("so", ${name})`]
);

/**
 * What is done to a cell while its run goes on, with where it is then.
 */
const MOVES: readonly (readonly [string[], number])[] = [
  [['notebook:move-cell-up'], 0],
  [['notebook:undo-cell-action'], 1],
  [['notebook:cut-cell', 'notebook:paste-cell-below'], 1]
];

/**
 * Answer what `ASKING` asks, which the second cell of a notebook runs, and move
 * the cell before each answer.
 *
 * @param at - what the cell in a place of the notebook shows
 * @param isSaid - expects that the blocks there say whether they run
 */
export async function answerWhereMoved<
  T extends { output: Locator; printed: Locator }
>(
  book: Book,
  at: (index: number) => T,
  isSaid: (shown: T, isRunning: boolean) => Promise<void>
): Promise<void> {
  const { page } = book;
  const question = book.root.locator('.jp-Stdin-input');
  const said: string[] = [];
  let place = 1;
  for (const [index, [commands, next]] of MOVES.entries()) {
    // What was answered before stays for a moment.
    await expect(question).toHaveCount(1);
    await expect(at(place).output.locator('.jp-Stdin-input')).toBeEditable();
    await book.cells.nth(place).locator('.jp-InputPrompt').click();
    for (const id of commands) {
      await page.evaluate(name => window.jupyterapp.commands.execute(name), id);
    }
    place = next;
    const { output, printed } = at(place);
    await expect(output.locator('.jp-Stdin-input')).toBeVisible();
    await expect(question).toHaveCount(1);
    await expect(printed).toHaveText(said);
    await expect(book.cells.nth(place).locator('.jp-InputPrompt')).toHaveText(
      '[*]:'
    );
    await isSaid(at(place), true);
    await question.fill(`answer ${index}`);
    await page.keyboard.press('Enter');
    const name = ['one', 'two', 'three'][index];
    said.push(`${name}? answer ${index}`, `so answer ${index}`);
    await expect(printed).toHaveText(said);
  }
  await expect(question).toHaveCount(0);
  await isSaid(at(place), false);
  await expect(book.cells.nth(place).locator('.jp-InputPrompt')).not.toHaveText(
    '[*]:'
  );
}
