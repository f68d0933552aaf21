import type { ToolbarButtonComponent } from '@jupyterlab/ui-components';
import { ToolbarButton } from '@jupyterlab/ui-components';

/**
 * A button that does something and is no switch: JupyterLab's own stays
 * pressed after every second click.
 */
export function actionButton(
  props: ToolbarButtonComponent.IProps
): ToolbarButton {
  const button = new ToolbarButton({
    ...props,
    onClick: event => {
      button.pressed = false;
      props.onClick?.(event);
    }
  });
  return button;
}
