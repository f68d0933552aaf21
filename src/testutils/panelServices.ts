import { SessionContextDialogs } from '@jupyterlab/apputils';
import type { IEditorServices } from '@jupyterlab/codeeditor';
import {
  CodeMirrorEditorFactory,
  CodeMirrorMimeTypeService,
  EditorExtensionRegistry,
  EditorLanguageRegistry,
  ybinding
} from '@jupyterlab/codemirror';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { Context } from '@jupyterlab/docregistry';
import { NotebookModelFactory, NotebookTracker } from '@jupyterlab/notebook';
import { NBTestUtils } from '@jupyterlab/notebook/lib/testutils';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import { defaultRenderMime } from '@jupyterlab/rendermime/lib/testutils';
import { StateDB } from '@jupyterlab/statedb';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';

import type { JigsawModel } from '../document';
import { codec, JigsawModelFactory } from '../document';
import { LanguageRegistry, languages } from '../languages';
import type { IPanelServices } from '../panel/tokens';
import { Registry, type IJigsawBlock, type IJigsawToolbox } from '../registry';
import type { FakeServer } from './fakeServer';

/**
 * What a panel takes from JupyterLab, all of it JupyterLab's own.
 */
export function createPanelServices(
  server: FakeServer
): IPanelServices & { notebooks: NotebookTracker; state: StateDB } {
  const registry = {
    languages: new LanguageRegistry(),
    toolboxes: new Registry<IJigsawToolbox>('toolbox', 'id'),
    blocks: new Registry<IJigsawBlock>('block', 'type')
  };
  languages.forEach(language => registry.languages.add(language));
  return {
    commands: new CommandRegistry(),
    contents: server.contents,
    editorServices: createEditorServices(),
    mediaUrl: 'media/',
    notebooks: new NotebookTracker({ namespace: 'notebook' }),
    registry,
    rendermime: defaultRenderMime(),
    sessionDialogs: new SessionContextDialogs(),
    state: new StateDB(),
    themeManager: null,
    translator: nullTranslator
  };
}

/**
 * CodeMirror as JupyterLab sets it up.
 */
export function createEditorServices(): IEditorServices {
  const languages = new EditorLanguageRegistry();
  EditorLanguageRegistry.getDefaultLanguages().forEach(language =>
    languages.addLanguage(language)
  );
  const extensions = new EditorExtensionRegistry();
  EditorExtensionRegistry.getDefaultExtensions().forEach(extension =>
    extensions.addExtension(extension)
  );
  extensions.addExtension({
    name: 'shared-model-binding',
    factory: ({ model }) => {
      const shared = model.sharedModel as unknown as {
        ysource: Parameters<typeof ybinding>[0]['ytext'];
      };
      return EditorExtensionRegistry.createImmutableExtension(
        ybinding({ ytext: shared.ysource })
      );
    }
  });
  return {
    factoryService: new CodeMirrorEditorFactory({ languages, extensions }),
    mimeTypeService: new CodeMirrorMimeTypeService(languages)
  };
}

/**
 * Open a `.jigsaw` file, as a document manager does.
 */
export async function openFile(
  server: FakeServer,
  path: string
): Promise<Context<JigsawModel>> {
  const context = new Context({
    manager: server.manager,
    factory: new JigsawModelFactory({ codec }),
    path,
    kernelPreference: { canStart: true, shouldStart: false }
  });
  await context.initialize(false);
  return context;
}

/**
 * Open a new notebook, with a kernel if it is to have one.
 */
export async function openNotebook(
  server: FakeServer,
  path: string,
  kernel?: string
): Promise<NotebookPanel> {
  const context = new Context<INotebookModel>({
    manager: server.manager,
    factory: new NotebookModelFactory(),
    path,
    kernelPreference: {
      canStart: !!kernel,
      shouldStart: !!kernel,
      name: kernel
    }
  });
  await context.initialize(true);
  await context.sessionContext.initialize();
  return viewNotebook(context);
}

/**
 * Another tab of a notebook.
 */
export function viewNotebook(
  context: DocumentRegistry.IContext<INotebookModel>
): NotebookPanel {
  return NBTestUtils.createNotebookPanel(context as Context<INotebookModel>);
}
