import type { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { Panel } from '@lumino/widgets';

import type { JigsawWidget } from '../panel/widget';

/**
 * The parts of a panel's toolbar that are more than a command's button, which
 * come with the panel; their places are in `schema/panel.json`.
 */
export function addToolbarItems(
  registry: IToolbarWidgetRegistry,
  factory: string
): void {
  for (const name of ['kernel', 'session', 'elapsed'] as const) {
    registry.addFactory<JigsawWidget>(factory, name, widget => {
      const place = new Panel();
      void widget.content.ready.then(panel => {
        if (!place.isDisposed) {
          place.addWidget(panel.toolbarItem(name));
        }
      });
      return place;
    });
  }
}
