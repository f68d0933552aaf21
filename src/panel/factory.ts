import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { ABCWidgetFactory } from '@jupyterlab/docregistry';

import type { JigsawModel } from '../document';
import { guardSaves } from './saving';
import type { IPanelServices, IPanelSettings } from './tokens';
import { JigsawShell, JigsawWidget } from './widget';

/**
 * Makes the tabs of `.jigsaw` documents.
 */
export class JigsawWidgetFactory extends ABCWidgetFactory<
  JigsawWidget,
  JigsawModel
> {
  constructor(options: JigsawWidgetFactory.IOptions) {
    super(options);
    this._services = options.services;
    this._settings = options.settings;
  }

  protected createNewWidget(
    context: DocumentRegistry.IContext<JigsawModel>
  ): JigsawWidget {
    const trans = this._services.translator.load('jupyterlab-jigsaw');
    guardSaves(context);
    const content = new JigsawShell({
      load: async () => {
        const [{ JigsawPanel }] = await Promise.all([
          import('./panel'),
          context.ready
        ]);
        return JigsawPanel.create({
          context,
          services: this._services,
          settings: this._settings(),
          close: () => widget.dispose()
        });
      },
      trans
    });
    const widget = new JigsawWidget({ content, context });
    void content.start();
    return widget;
  }

  private _services: IPanelServices;
  private _settings: () => IPanelSettings;
}

export namespace JigsawWidgetFactory {
  export interface IOptions extends DocumentRegistry.IWidgetFactoryOptions<JigsawWidget> {
    services: IPanelServices;
    /**
     * The settings of the moment.
     */
    settings: () => IPanelSettings;
  }
}
