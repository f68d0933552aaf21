import { createElement } from 'react';

import type * as lateReact from '../lateReact';

let late: typeof lateReact;

/** As when the page has just been loaded. */
beforeEach(() => {
  jest.resetModules();
  late = jest.requireActual<typeof lateReact>('../lateReact');
});

/** Wait until something comes to be so in a container. */
function becomes(container: Element, text: string): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (container.textContent === text) {
        observer.disconnect();
        resolve();
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(container, {
      characterData: true,
      childList: true,
      subtree: true
    });
    look();
  });
}

it('draws what was to be drawn before React’s renderer was there, the last of it', async () => {
  const container = document.createElement('div');
  const root = late.createRoot(container);
  root.render(createElement('b', null, 'first'));
  root.render(createElement('b', null, 'last'));
  expect(container.innerHTML).toBe('');
  await becomes(container, 'last');
  expect(container.innerHTML).toBe('<b>last</b>');
  root.unmount();
  await becomes(container, '');
});

it('draws nothing of what is gone before that', async () => {
  const [gone, other] = [0, 1].map(() => document.createElement('div'));
  const root = late.createRoot(gone);
  root.render(createElement('b', null, 'gone'));
  root.unmount();
  late.createRoot(other).render(createElement('b', null, 'other'));
  await becomes(other, 'other');
  expect(gone.innerHTML).toBe('');
});

it('is React’s own once that was loaded', async () => {
  await late.loadReact();
  const root = late.createRoot(document.createElement('div'));
  expect(root.constructor.name).toBe('ReactDOMRoot');
});
