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
      place.addClass('jp-Jigsaw-toolbarPlace');
      void widget.content.ready.then(panel => {
        if (!place.isDisposed) {
          place.addWidget(panel.toolbarItem(name, widget.id));
        }
      });
      return place;
    });
  }
}

/**
 * A registry that makes the same items, but that the buttons of our commands
 * work on the panel that they stand above, whichever is the current one: of
 * two panels side by side both can be stopped.
 */
export function forOwnPanel(
  registry: IToolbarWidgetRegistry
): IToolbarWidgetRegistry {
  const createWidget: IToolbarWidgetRegistry['createWidget'] = (
    factory,
    widget,
    item
  ) =>
    registry.createWidget(
      factory,
      widget,
      item.command?.startsWith('jigsaw:')
        ? { ...item, args: { ...item.args, panel: widget.id } }
        : item
    );
  return Object.create(registry, { createWidget: { value: createWidget } });
}
