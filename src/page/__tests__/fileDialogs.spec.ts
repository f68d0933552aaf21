import { nullTranslator } from '@jupyterlab/translation';

import { waitForDialog } from '../../testutils/dialogs';
import { askName, confirmDelete } from '../fileDialogs';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const dialog = () => document.querySelector('.jp-Dialog')!;
const press = (name: string) =>
  [...dialog().querySelectorAll('button')]
    .find(({ textContent }) => textContent === name)!
    .click();

afterEach(() => dialog()?.remove());

describe('askName', () => {
  /** Type a name in the place of `plan.jigsaw`. */
  async function type(text: string) {
    const asked = askName('plan.jigsaw', trans);
    await waitForDialog();
    const input = dialog().querySelector('input')!;
    expect(input.value).toBe('plan');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return { asked, input };
  }

  it.each([
    ['tour', 'tour.jigsaw'],
    [' tour ', 'tour.jigsaw'],
    ['tour.jigsaw', 'tour.jigsaw'],
    ['a.b', 'a.b.jigsaw'],
    ['grün & 50%', 'grün & 50%.jigsaw'],
    ['plan', null],
    ['plan.jigsaw', null]
  ])('gives %j as %j', async (text, name) => {
    const { asked, input } = await type(text);
    expect(input.validity.valid).toBe(true);
    press('Rename');
    expect(await asked).toBe(name);
  });

  it.each(['', '  ', 'a/b', '/', 'a\\b', 'a:b', '.hidden', ' .hidden'])(
    'does not take %j',
    async text => {
      const { asked, input } = await type(text);
      expect(input.validity.valid).toBe(false);
      press('Cancel');
      expect(await asked).toBeNull();
    }
  );
});

describe('confirmDelete', () => {
  it.each([
    [true, 'Delete', true],
    [false, 'Cancel', false]
  ])('of what runs (%s), %s: %s', async (isRunning, name, answer) => {
    const asked = confirmDelete('plan.jigsaw', isRunning, trans);
    await waitForDialog();
    expect(dialog().textContent).toContain('Delete “plan.jigsaw”?');
    expect(dialog().textContent!.includes('its kernel')).toBe(isRunning);
    expect(document.activeElement?.textContent).toBe('Cancel');
    press(name);
    expect(await asked).toBe(answer);
  });
});
