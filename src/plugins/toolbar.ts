import type { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import type { CommandRegistry } from '@lumino/commands';

import { CommandIDs } from '../commands';
import type { IPanelServices } from '../panel/tokens';
import { ElapsedItem, KernelItem, SessionItem } from '../panel/toolbarItems';
import type { JigsawWidget } from '../panel/widget';

/**
 * The parts of a panel's toolbar that are more than a command's button; their
 * places are in `schema/panel.json`.
 */
export function addToolbarItems(
  registry: IToolbarWidgetRegistry,
  factory: string,
  commands: CommandRegistry,
  services: IPanelServices
): void {
  const { sessionDialogs, translator } = services;
  const trans = translator.load('jupyterlab-jigsaw');
  registry.addFactory<JigsawWidget>(
    factory,
    'kernel',
    widget => new KernelItem(widget, sessionDialogs, translator)
  );
  registry.addFactory<JigsawWidget>(
    factory,
    'session',
    widget =>
      new SessionItem(
        widget,
        () => void commands.execute(CommandIDs.changeSession),
        trans
      )
  );
  registry.addFactory<JigsawWidget>(
    factory,
    'elapsed',
    widget => new ElapsedItem(widget, trans)
  );
}
