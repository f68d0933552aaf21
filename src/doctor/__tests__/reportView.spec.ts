import { ServerConnection } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { ExaminedServer } from '../../testutils/examinedServer';
import { finding, type IFinding } from '../findings';
import { ReportView } from '../reportView';

let server: ExaminedServer;
let view: ReportView;

beforeEach(async () => {
  server = new ExaminedServer();
  // What takes its time is not asked about here.
  server.answers['GET jigsaw/api/stream'] = { status: 204, body: '' };
  server.webSockets = 'lose';
  await server.listen();
});

afterEach(async () => {
  view.dispose();
  await server.close();
});

const make = (id: string) => finding(id, 'Seen.', { prefix: '/', proxy: null });

const button = (name: string) =>
  [...view.node.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name
  )!;

const status = () => view.node.querySelector('[role="status"]')!.textContent;

/** Resolves once the check that goes on is over. */
const checked = () =>
  new Promise<void>(resolve => {
    const again = button('Check Again');
    const observer = new MutationObserver(() => {
      if (!again.disabled) {
        observer.disconnect();
        resolve();
      }
    });
    observer.observe(again, { attributes: true });
  });

/** Show what a server reports beside what is found of its WebSockets. */
async function show(findings: IFinding[]): Promise<void> {
  server.answers['GET jigsaw/api/report'] = {
    body: { findings, fine: ['Told.'], facts: {} }
  };
  view = new ReportView({
    pageUrl: `${server.url}lab`,
    settings: ServerConnection.makeSettings({
      baseUrl: server.url,
      wsUrl: server.url.replace('http', 'ws')
    }),
    trans: nullTranslator.load('jigsaw')
  });
  await checked();
}

const shown = () =>
  [...view.node.querySelectorAll('article')].map(
    ({ className, dataset }) => `${className} ${dataset.finding}`
  );

it('shows the worst first, and counts no notes', async () => {
  await show(['frame-src', 'buffering', 'no-kernels'].map(make));
  expect(shown()).toEqual([
    'jp-mod-broken no-kernels',
    'jp-mod-broken websocket-refused',
    'jp-mod-warning buffering',
    'jp-mod-note frame-src'
  ]);
  expect(status()).toBe('3 things are not as they should be.');
});

it('shows of each the line to change, and what is fine', async () => {
  await show([make('no-kernels')]);
  const [article] = view.node.querySelectorAll('article');
  expect(article.querySelector('h3')!.textContent).toBe(
    'Broken kernels: Seen.'
  );
  expect(article.querySelector('figcaption')!.textContent).toBe(
    'a shell, in the environment of the server'
  );
  expect(article.querySelector('code')!.textContent).toBe(
    'python -m pip install ipykernel'
  );
  const fine = [...view.node.querySelectorAll('details li')];
  expect(fine.map(({ textContent }) => textContent)).toContain('Told.');
  expect(view.node.querySelector('summary')!.textContent).toBe(
    `What is fine (${fine.length})`
  );
});

it('says so where nothing is in the way, or one thing', async () => {
  server.webSockets = 'refuse';
  await show([make('frame-src')]);
  expect(status()).toBe('One thing is not as it should be.');
  server.answers['GET jigsaw/api/echo'] = { status: 404 };
  server.webSockets = 'hold';
  button('Check Again').click();
  await checked();
  expect(shown()).toEqual(['jp-mod-warning extension-off']);
});

it('checks once at a time, and has nothing to copy meanwhile', async () => {
  await show([]);
  const before = server.opened.length;
  expect(button('Copy Report').disabled).toBe(false);
  const ended = checked();
  button('Check Again').click();
  expect(button('Copy Report').disabled).toBe(true);
  expect(shown()).toEqual([]);
  await view.check();
  await ended;
  expect(server.opened.length).toBe(before + 1);
  expect(button('Copy Report').disabled).toBe(false);
});

it('copies the report, or a line; where a browser lets nothing be copied it says so', async () => {
  await show([make('no-kernels')]);
  const copied: string[] = [];
  const said = async (name: string) => {
    button(name).click();
    // What is said comes after what the browser answers.
    await new Promise(process.nextTick);
    return status();
  };
  expect(await said('Copy Report')).toContain('select the text');
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) }
  });
  try {
    expect(await said('Copy')).toBe('Copied.');
    expect(await said('Copy Report')).toBe('Copied.');
    expect(copied[0]).toBe('python -m pip install ipykernel');
    expect(copied[1]).toContain('(no-kernels)');
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
  }
});
