import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILayoutRestorer } from '@jupyterlab/application';
import {
  createToolbarFactory,
  ISessionContextDialogs,
  IThemeManager,
  IToolbarWidgetRegistry,
  WidgetTracker
} from '@jupyterlab/apputils';
import { IEditorServices } from '@jupyterlab/codeeditor';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator } from '@jupyterlab/translation';

import {
  createFileType,
  FACTORY,
  FILE_TYPE,
  JigsawModelFactory
} from '../document';
import { takeAttachment } from './attachments';
import { jigsawIcon } from './icons';
import { mediaUrl } from './mediaUrl';
import { JigsawWidgetFactory } from '../panel/factory';
import { keepMemory } from '../panel/memory';
import type { IPanelServices } from '../panel/tokens';
import type { JigsawWidget } from '../panel/widget';
import { DRIVE_NAME } from '../cell/names';
import { IJigsawRegistry, IJigsawTracker } from '../tokens';
import { readSettings } from './settings';
import { addToolbarItems, forOwnPanel } from './toolbar';

/**
 * MetaKernel keeps its workspaces as XML; any XML may be opened as one.
 */
const XML_FILE_TYPE = 'jigsaw-xml';

/**
 * Opens `.jigsaw` documents.
 */
export const panelPlugin: JupyterFrontEndPlugin<IJigsawTracker> = {
  id: 'jupyterlab-jigsaw:panel',
  description: 'Opens .jigsaw files as blocks that run in a kernel.',
  autoStart: true,
  provides: IJigsawTracker,
  requires: [
    IJigsawRegistry,
    IEditorServices,
    IRenderMimeRegistry,
    ISessionContextDialogs,
    ITranslator
  ],
  optional: [
    ILayoutRestorer,
    INotebookTracker,
    ISettingRegistry,
    IStateDB,
    IThemeManager,
    IToolbarWidgetRegistry
  ],
  activate: (
    app,
    registry: IJigsawRegistry,
    editorServices: IEditorServices,
    rendermime: IRenderMimeRegistry,
    sessionDialogs: ISessionContextDialogs,
    translator: ITranslator,
    restorer: ILayoutRestorer | null,
    notebooks: INotebookTracker | null,
    settingRegistry: ISettingRegistry | null,
    state: IStateDB | null,
    themeManager: IThemeManager | null,
    toolbarRegistry: IToolbarWidgetRegistry | null
  ) => {
    const trans = translator.load('jupyterlab-jigsaw');
    const services: IPanelServices = {
      commands: app.commands,
      contents: app.serviceManager.contents,
      editorServices,
      mediaUrl: mediaUrl(),
      notebooks,
      registry,
      rendermime,
      sessionDialogs,
      state,
      themeManager,
      translator
    };
    let settings = readSettings(null);
    const tracker = new WidgetTracker<JigsawWidget>({ namespace: 'jigsaw' });

    if (state) {
      keepMemory(app.serviceManager.contents, state);
    }
    app.docRegistry.addFileType(createFileType(trans, jigsawIcon));
    app.docRegistry.addFileType({
      name: XML_FILE_TYPE,
      displayName: trans.__('XML File'),
      extensions: ['.xml'],
      mimeTypes: ['application/xml', 'text/xml'],
      contentType: 'file',
      fileFormat: 'text'
    });
    app.docRegistry.addModelFactory(new JigsawModelFactory({ translator }));
    const factory = new JigsawWidgetFactory({
      name: FACTORY,
      label: trans.__('Jigsaw'),
      fileTypes: [FILE_TYPE, XML_FILE_TYPE],
      defaultFor: [FILE_TYPE],
      modelName: FILE_TYPE,
      canStartKernel: true,
      services,
      settings: () => settings,
      translator,
      ...(toolbarRegistry &&
        settingRegistry && {
          toolbarFactory: createToolbarFactory(
            forOwnPanel(toolbarRegistry),
            settingRegistry,
            FACTORY,
            panelPlugin.id,
            translator
          )
        })
    });
    factory.widgetCreated.connect((_, widget) => {
      const notebook = takeAttachment(
        app.serviceManager.serverSettings.baseUrl,
        widget.context.path
      );
      if (notebook !== null) {
        widget.attach(notebook);
      }
      widget.title.icon = jigsawIcon;
      widget.context.pathChanged.connect(() => void tracker.save(widget));
      // JupyterLab asks for this when another tab is shown, which for a new one
      // is before it knows whether the file may be written to.
      widget.context.fileChanged.connect(() =>
        app.commands.notifyCommandChanged('docmanager:save')
      );
      void tracker.add(widget);
    });
    app.docRegistry.addWidgetFactory(factory);
    if (toolbarRegistry) {
      addToolbarItems(toolbarRegistry, FACTORY);
    }
    void restorer?.restore(tracker, {
      command: 'docmanager:open',
      args: widget => ({ path: widget.context.path, factory: FACTORY }),
      // Blocks of a cell are opened from there.
      name: ({ context: { path } }) =>
        path.startsWith(`${DRIVE_NAME}:`) ? '' : path
    });
    void settingRegistry
      ?.load(panelPlugin.id)
      .then(loaded => {
        const take = () => {
          settings = readSettings(loaded);
          tracker.forEach(widget => widget.panel?.setSettings(settings));
        };
        loaded.changed.connect(take);
        take();
      })
      .catch(reason => {
        console.error('Jigsaw works with its default settings:', reason);
      });
    return tracker;
  }
};
