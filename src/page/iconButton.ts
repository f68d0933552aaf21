import type { LabIcon } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

/**
 * A button with nothing but an icon.
 */
export function iconButton(props: IIconButtonProps): Widget {
  return new IconButton(props);
}

export interface IIconButtonProps {
  icon: LabIcon;
  /**
   * What it does, as its title and for those who don't see the icon.
   */
  tooltip: string;
  onClick: () => void;
}

class IconButton extends Widget {
  constructor(private readonly _props: IIconButtonProps) {
    super();
    const { icon, tooltip } = this._props;
    this._button.className = 'jp-JigsawPage-button';
    this._button.title = tooltip;
    this._button.setAttribute('aria-label', tooltip);
    this._button.append(icon.element({ tag: 'span' }));
    this.node.append(this._button);
  }

  handleEvent(event: Event): void {
    if (event.type === 'click') {
      this._props.onClick();
    }
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this._button.addEventListener('click', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    this._button.removeEventListener('click', this);
    super.onBeforeDetach(msg);
  }

  private readonly _button = document.createElement('button');
}
