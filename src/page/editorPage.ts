import { PathExt } from '@jupyterlab/coreutils';
import { Context } from '@jupyterlab/docregistry';
import type { RenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ServiceManager } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { Widget } from '@lumino/widgets';
import { BoxLayout, BoxPanel } from '@lumino/widgets';

import { FILE_EXTENSION, JigsawModelFactory, problem } from '../document';
import { LanguageRegistry, languages } from '../languages';
import type { INoticeAction } from '../panel/notices';
import { ProblemView } from '../panel/problemView';
import { guardSaves } from '../panel/saving';
import { folderOf, pageUrl } from './addresses';
import { createCommands } from './commands';
import type { IPageConfig } from './config';
import { explainFailure, failureOf } from './failures';
import { specsByName } from './kernelLabels';
import { PageEditor } from './pageEditor';
import { store } from './store';
import type { PageTheme } from './theme';
import { createToolbar } from './toolbar';

const trans = nullTranslator.load('jupyterlab-jigsaw');

/**
 * Nobody asks the document's context where links lead to: what draws outputs has
 * a resolver of its own, and comes later.
 */
const NO_RESOLVER: RenderMimeRegistry.IUrlResolver = {
  path: '',
  getDownloadUrl: url => Promise.resolve(url),
  resolveUrl: url => Promise.resolve(url)
};

/**
 * The page of a workspace; of what is none, why it can't be shown.
 */
export async function createEditorPage(
  config: IPageConfig,
  services: ServiceManager.IManager,
  theme: PageTheme
): Promise<Widget> {
  const { path } = config;
  const name = PathExt.basename(path);
  document.title = name;
  const title = trans.__('“%1” can’t be opened', name);
  const list: INoticeAction = {
    label: trans.__('List of Workspaces'),
    execute: () =>
      window.location.assign(pageUrl(config.baseUrl, folderOf(path)))
  };
  const say = (message: string, actions: readonly INoticeAction[] = []) => {
    const view = new ProblemView();
    view.display(title, message, [...actions, list]);
    return view;
  };
  const reload: INoticeAction = {
    label: trans.__('Try Again'),
    execute: () => window.location.reload()
  };
  if (PathExt.extname(path) !== FILE_EXTENSION) {
    return say(
      trans.__(
        'Its name does not end in %1, so it is no workspace of Jigsaw. Open it in JupyterLab, which can import workspaces of MetaKernel.',
        FILE_EXTENSION
      )
    );
  }
  if (config.kind === 'missing') {
    const view: ProblemView = say(explainFailure('missing', path, trans), [
      reload,
      {
        label: trans.__('Create It'),
        execute: () =>
          void create(path, services).catch(() => {
            view.display(title, explainNotMade(path), [reload, list]);
          })
      }
    ]);
    return view;
  }
  try {
    // A context would show what went wrong in the server's words.
    await services.contents.get(path, { content: false });
  } catch (reason) {
    const failure = await failureOf(reason, services.serverSettings);
    return say(explainFailure(failure, path, trans), [reload]);
  }
  const context = new Context({
    manager: services,
    factory: new JigsawModelFactory({ translator: nullTranslator }),
    path,
    urlResolverFactory: { createResolver: () => NO_RESOLVER },
    // The page finds its session by itself.
    kernelPreference: {
      canStart: false,
      shouldReuse: false,
      shouldStart: false
    }
  });
  guardSaves(context);
  try {
    await context.initialize(false);
  } catch (reason) {
    const failure = await failureOf(reason, services.serverSettings);
    return say(explainFailure(failure, path, trans), [reload]);
  }
  const registry = new LanguageRegistry();
  languages.forEach(language => registry.add(language));
  return new EditorPage(
    {
      context,
      languages: registry,
      mediaUrl: `${config.staticUrl}media/`,
      services,
      store,
      translator: nullTranslator
    },
    theme
  );
}

function explainNotMade(path: string): string {
  return trans.__(
    '“%1” could not be made. Its folder may not be there, or the server does not let you write to it.',
    path
  );
}

/**
 * Blocks with the line above them, or what stands in their place.
 */
class EditorPage extends BoxPanel {
  constructor(options: Omit<PageEditor.IOptions, 'themes'>, theme: PageTheme) {
    super({ direction: 'top-to-bottom', spacing: 0 });
    const { context, services, translator } = options;
    this._context = context;
    this._editor = new PageEditor({ ...options, themes: theme });
    this._commands = createCommands(
      this._editor,
      theme,
      () => specsByName(services.kernelspecs.specs),
      translator
    );
    theme.themeChanged.connect(() => this._commands.notifyCommandChanged());
    this._toolbar = createToolbar({
      commands: this._commands,
      editor: this._editor,
      services,
      trans
    });
    for (const part of [this._toolbar, this._unreadable, this._editor]) {
      this.addWidget(part);
      BoxLayout.setStretch(part, part === this._toolbar ? 0 : 1);
    }
    const { model } = context;
    this._editor.failed.connect((_, { message }) =>
      model.refuse(problem('not-shown', trans, { reason: message }))
    );
    model.problemChanged.connect(this._show, this);
    this._show();
    window.addEventListener('beforeunload', event => {
      if (model.dirty) {
        event.preventDefault();
      }
    });
    void this._editor.start();
  }

  private _show(): void {
    const { localPath, model } = this._context;
    this._unreadable.setHidden(model.problem === null);
    this._editor.setHidden(model.problem !== null);
    if (model.problem) {
      this._unreadable.display(
        trans.__('%1 can’t be shown as blocks', PathExt.basename(localPath)),
        model.problem.message,
        [
          {
            label: trans.__('Try Again'),
            execute: () => void this._context.revert().catch(() => undefined)
          }
        ]
      );
    }
  }

  private readonly _commands: CommandRegistry;
  private readonly _context: PageEditor['context'];
  private readonly _editor: PageEditor;
  private readonly _toolbar: Widget;
  private readonly _unreadable = new ProblemView();
}

async function create(
  path: string,
  services: ServiceManager.IManager
): Promise<void> {
  await services.contents.save(path, {
    type: 'file',
    format: 'text',
    content: ''
  });
  window.location.reload();
}
