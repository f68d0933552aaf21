import { copyIcon, type LabIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';

import type { JigsawModel } from '../document';
import { clearIcon } from '../editor';
import type { IJigsawLanguage } from '../languages';
import type { LanguageChoice } from './language';

/**
 * What a header needs of the view that it stands in.
 */
export interface IHeaderOwner {
  readonly context: { readonly model: JigsawModel };
  readonly language: LanguageChoice;
  readonly languages: readonly IJigsawLanguage[];
  copyCode(): Promise<void>;
  clearOutput(): void;
}

/**
 * Makes a button of a header; JupyterLab's brings a library of web components
 * along, which is there in JupyterLab only.
 */
export type MakeHeaderButton = (props: {
  icon: LabIcon;
  tooltip: string;
  onClick: () => void;
}) => Widget;

/**
 * The line above the code: its language, and a way to copy it.
 */
export function createCodeHeader(
  panel: IHeaderOwner,
  trans: TranslationBundle,
  makeButton: MakeHeaderButton
): Widget {
  const header = createHeader(trans.__('Code'));
  header.addWidget(new LanguageSelect(panel, trans));
  header.addWidget(
    atEnd(
      makeButton({
        icon: copyIcon,
        tooltip: trans.__('Copy the code'),
        onClick: () => void panel.copyCode()
      })
    )
  );
  return header;
}

/**
 * The line above the output.
 */
export function createOutputHeader(
  panel: IHeaderOwner,
  trans: TranslationBundle,
  makeButton: MakeHeaderButton
): Widget {
  const header = createHeader(trans.__('Output'));
  header.addWidget(
    atEnd(
      makeButton({
        icon: clearIcon,
        tooltip: trans.__('Clear the output'),
        onClick: () => panel.clearOutput()
      })
    )
  );
  return header;
}

function atEnd(button: Widget): Widget {
  button.addClass('jp-Jigsaw-paneButton');
  return button;
}

/**
 * Not a toolbar of JupyterLab's: its element outlives it, and keeps all that is
 * near it on the page.
 */
function createHeader(title: string): Panel {
  const header = new Panel();
  header.node.setAttribute('role', 'toolbar');
  header.node.setAttribute('aria-label', title);
  const label = new Widget();
  label.addClass('jp-Jigsaw-paneTitle');
  label.node.textContent = title;
  header.addWidget(label);
  return header;
}

/**
 * Chooses the language of the code; the first choice is the kernel's own.
 */
class LanguageSelect extends Widget {
  constructor(panel: IHeaderOwner, trans: TranslationBundle) {
    super();
    this.addClass('jp-Jigsaw-language');
    this._panel = panel;
    this._trans = trans;
    this._select.className = 'jp-mod-styled';
    this._select.setAttribute('aria-label', trans.__('Language of the code'));
    this.node.append(this._select);
    panel.language.changed.connect(this._update, this);
    this._update();
  }

  override dispose(): void {
    this._panel.language.changed.disconnect(this._update, this);
    super.dispose();
  }

  handleEvent(event: Event): void {
    if (event.type === 'change') {
      this._panel.context.model.language = this._select.value || null;
    }
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this._select.addEventListener('change', this);
  }

  protected override onBeforeDetach(msg: Message): void {
    this._select.removeEventListener('change', this);
    super.onBeforeDetach(msg);
  }

  private _update(): void {
    const { language, context, languages } = this._panel;
    const automatic = language.forKernel ?? language.current;
    const options = [
      option('', this._trans.__('%1 (as the kernel)', automatic.displayName)),
      ...languages.map(({ id, displayName }) => option(id, displayName))
    ];
    this._select.replaceChildren(...options);
    this._select.value = context.model.language ?? '';
    this._select.disabled = context.model.readOnly;
  }

  private _panel: IHeaderOwner;
  private _trans: TranslationBundle;
  private _select = document.createElement('select');
}

function option(value: string, text: string): HTMLOptionElement {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}
