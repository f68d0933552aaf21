import type { Context } from '@jupyterlab/docregistry';

import type { JigsawModel } from '../../document';
import { codec, emptyContent, stringify } from '../../document';
import { FakeServer } from '../../testutils/fakeServer';
import { createPanelServices, openFile } from '../../testutils/panelServices';
import { blocklyEvents, imitateBrowser, show } from '../../testutils/screen';
import { until } from '../../testutils/signals';
import { JigsawPanel } from '../panel';
import { DEFAULT_SETTINGS, type IPanelServices } from '../tokens';

const PROGRAM = stringify({
  ...emptyContent(),
  workspace: {
    blocks: {
      languageVersion: 0,
      blocks: [
        {
          type: 'text_print',
          id: 'print',
          inputs: {
            TEXT: { shadow: { type: 'text', fields: { TEXT: 'hi' } } }
          }
        }
      ]
    }
  }
});

describe('SecondCode', () => {
  let server: FakeServer;
  let context: Context<JigsawModel>;
  let services: IPanelServices;
  let panel: JigsawPanel;

  beforeAll(imitateBrowser);

  beforeEach(async () => {
    server = new FakeServer({ python3: 'python', node: 'javascript' });
    await server.write('a.jigsaw', PROGRAM);
    context = await openFile(server, 'a.jigsaw');
    services = createPanelServices(server);
    await open();
  });

  afterEach(() => {
    panel.dispose();
    context.dispose();
  });

  async function open(): Promise<void> {
    context.model.read(codec);
    panel = await JigsawPanel.create({
      context,
      services,
      settings: DEFAULT_SETTINGS,
      close: () => undefined
    });
    for (const name of ['clientWidth', 'clientHeight']) {
      Object.defineProperty(panel.editor.node, name, { value: 600 });
    }
    show(panel);
    await panel.editor.ready;
    await blocklyEvents();
    await panel.start();
    await until(panel.changed, () => panel.language.kernelLanguage !== null);
  }

  const pane = () => panel.node.querySelector('.jp-Jigsaw-secondPane');
  const text = (selector: string) => pane()?.querySelector(selector);
  const note = () => text('.jp-Jigsaw-codeNote')?.textContent;
  const select = () => text('select') as HTMLSelectElement;

  /** The code, when it is no other's. */
  async function code(part: string): Promise<void> {
    const found = () => text('.cm-content')?.textContent?.includes(part);
    while (!found()) {
      await blocklyEvents();
    }
  }

  it('shows the program in another language, and runs the first', async () => {
    expect(pane()).toBeNull();
    panel.second.toggle();
    await code("console.log('hi')");
    expect(select().value).toBe('javascript');
    expect(note()).toBe('Only shown: what runs is the Python code.');

    select().value = 'lua';
    select().dispatchEvent(new Event('change'));
    await code("print('hi')");
    expect(panel.second.current.id).toBe('lua');
    expect(context.model.dirty).toBe(false);
    expect((await panel.run())?.code).toBe("print('hi')\n");
    expect(panel.language.current.id).toBe('python');
  });

  it('follows the blocks until it is hidden', async () => {
    panel.second.show('lua');
    await code("print('hi')");
    panel.editor
      .workspace!.getBlocksByType('text')[0]
      .setFieldValue('new', 'TEXT');
    await code("print('new')");
    panel.second.hide();
    expect(pane()).toBeNull();
    expect(panel.second.shown).toBe(false);
    panel.second.hide();
    panel.second.toggle();
    expect(panel.second.current.id).toBe('lua');
    await code("print('new')");
  });

  it('says that nothing runs where the first is not the kernel’s', async () => {
    panel.second.show('python');
    context.model.language = 'lua';
    expect(note()).toBe('Only shown: it never runs.');
    expect(
      panel.node.querySelector('.jp-Jigsaw-codePane .jp-Jigsaw-codeNote')
        ?.textContent
    ).toBe('Only shown: the kernel speaks python.');
  });

  it('is there again with its language when the file is opened', async () => {
    panel.second.show('lua');
    panel.dispose();
    context.dispose();
    context = await openFile(server, 'a.jigsaw');
    await open();
    expect(panel.second.current.id).toBe('lua');
    await code("print('hi')");

    panel.second.hide();
    panel.dispose();
    context.dispose();
    context = await openFile(server, 'a.jigsaw');
    await open();
    expect(pane()).toBeNull();
  });

  it('comes into sight when the code was hidden', () => {
    panel.layoutParts.codeShown = false;
    panel.second.toggle();
    expect(panel.layoutParts.codeShown).toBe(true);
  });

  it('takes another language when its own goes', async () => {
    const { languages } = services.registry;
    const added = languages.add({
      ...languages.get('lua')!,
      id: 'luna',
      kernelLanguages: []
    });
    panel.second.show('luna');
    added.dispose();
    expect(panel.second.current.id).toBe('javascript');
    await code("console.log('hi')");
  });

  it('says why there is no code in its language', async () => {
    services.registry.languages.add({
      id: 'broken',
      displayName: 'Broken',
      mimeType: 'text/plain',
      fileExtension: '.x',
      kernelLanguages: [],
      oneBasedIndex: false,
      load: () => Promise.reject(new Error('no such file'))
    });
    panel.second.show('broken');
    const hint = text('.jp-Jigsaw-hint') as HTMLElement;
    while (hint.hidden || !hint.textContent?.includes('no such file')) {
      await blocklyEvents();
    }
    expect(panel.notices.node.textContent).toBe('');
    panel.second.choose('lua');
    await code("print('hi')");
    expect(hint.hidden).toBe(true);
  });

  it('lights up the lines of the selected block, in both', async () => {
    panel.second.show('lua');
    await code("print('hi')");
    const lit = () =>
      [...panel.node.querySelectorAll('.jp-Jigsaw-lit')].map(
        line => line.textContent
      );
    expect(lit()).toEqual([]);
    panel.editor.select('print');
    await blocklyEvents();
    while (lit().length < 2) {
      await blocklyEvents();
    }
    expect(lit()).toEqual(["print('hi')", "print('hi')"]);
  });
});
