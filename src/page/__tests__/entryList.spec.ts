import type { Contents } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { EntryList } from '../entryList';

const model = (path: string, type: Contents.ContentType = 'file') =>
  ({ name: path.split('/').pop(), path, type }) as Contents.IModel;

const folder = model('in/lessons', 'directory');
const [one, two, three] = ['one', 'two', 'three'].map(name =>
  model(`in/${name}.jigsaw`)
);

const onDelete = jest.fn();
const onRename = jest.fn();
let list: EntryList;

beforeEach(() => {
  jest.clearAllMocks();
  list = new EntryList({
    baseUrl: '/jupyter/',
    onDelete,
    onRename,
    trans: nullTranslator.load('jupyterlab-jigsaw')
  });
  Widget.attach(list, document.body);
});

afterEach(() => list.dispose());

const button = (name: string) =>
  list.node.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`);

const focused = () => document.activeElement?.getAttribute('aria-label');

it('leads to each, by its whole name', () => {
  list.display([folder, one], true);
  expect(
    [...list.node.querySelectorAll('a')].map(({ textContent, pathname }) => [
      textContent,
      pathname
    ])
  ).toEqual([
    ['lessons/', '/jupyter/jigsaw/in/lessons'],
    ['one.jigsaw', '/jupyter/jigsaw/in/one.jigsaw']
  ]);
});

it('has buttons for workspaces alone, where the server lets them be changed', () => {
  list.display([folder, one], true);
  expect(list.node.querySelectorAll('button')).toHaveLength(2);
  button('Rename one.jigsaw…')!.click();
  expect(onRename.mock.calls).toEqual([['in/one.jigsaw']]);
  button('Delete one.jigsaw…')!.click();
  expect(onDelete.mock.calls).toEqual([['in/one.jigsaw']]);
  list.display([folder, one], false);
  expect(list.node.querySelectorAll('button')).toHaveLength(0);
});

describe('the keyboard', () => {
  it('stays at an entry that moves', () => {
    list.display([one, two], true);
    button('Delete two.jigsaw…')!.focus();
    expect(list.display([two, folder, one], true)).toBe(false);
    expect(focused()).toBe('Delete two.jigsaw…');
  });

  it('goes with an entry that gets another name', () => {
    list.display([one, two, three], true);
    button('Rename two.jigsaw…')!.focus();
    list.rename('in/two.jigsaw', 'in/zwei.jigsaw');
    list.display([one, three, model('in/zwei.jigsaw')], true);
    expect(focused()).toBe('Rename zwei.jigsaw…');
  });

  it('goes to what comes in the place of an entry that has gone, or before it', () => {
    list.display([folder, one, two, three], true);
    button('Delete two.jigsaw…')!.focus();
    list.display([folder, one, three], true);
    expect(focused()).toBe('Delete three.jigsaw…');
    list.display([folder, one], true);
    expect(focused()).toBe('Delete one.jigsaw…');
    // A folder has no such button.
    list.display([folder], true);
    expect(document.activeElement?.textContent).toBe('lessons/');
    expect(list.display([], true)).toBe(true);
  });

  it('stays where it is when it is elsewhere', () => {
    list.display([one], true);
    expect(list.display([], true)).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });
});
