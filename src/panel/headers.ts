import { copyIcon, type LabIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';
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
 *
 * @param others - buttons that stand before that
 */
export function createCodeHeader(
  panel: IHeaderOwner,
  trans: TranslationBundle,
  makeButton: MakeHeaderButton,
  ...others: Widget[]
): Widget {
  const header = createHeader(trans.__('Code'));
  header.addWidget(languageSelect(panel, trans));
  header.addWidget(
    new CodeNote(panel.language.changed, () => {
      const { fits, kernelLanguage } = panel.language;
      return fits
        ? ''
        : trans.__('Only shown: the kernel speaks %1.', kernelLanguage);
    })
  );
  const copy = makeButton({
    icon: copyIcon,
    tooltip: trans.__('Copy the code'),
    onClick: () => void panel.copyCode()
  });
  const [first, ...rest] = [...others, copy];
  header.addWidget(atEnd(first));
  rest.forEach(button => header.addWidget(button));
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

export function atEnd(button: Widget): Widget {
  button.addClass('jp-Jigsaw-paneButton');
  return button;
}

/**
 * Not a toolbar of JupyterLab's: its element outlives it, and keeps all that is
 * near it on the page.
 */
export function createHeader(title: string): Panel {
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
function languageSelect(panel: IHeaderOwner, trans: TranslationBundle): Widget {
  const { language, context } = panel;
  return new Select(language.changed, trans.__('Language of the code'), {
    choose: value => {
      context.model.language = value || null;
    },
    isDisabled: () => context.model.readOnly,
    options: () => {
      const automatic = language.forKernel ?? language.current;
      return [
        ['', trans.__('%1 (as the kernel)', automatic.displayName)],
        ...panel.languages.map(
          ({ id, displayName }) => [id, displayName] as const
        )
      ];
    },
    value: () => context.model.language ?? ''
  });
}

/**
 * What is to be known of the code beside it; empty when it is plain.
 */
export class CodeNote extends Widget {
  constructor(
    private readonly _changed: ISignal<unknown, void>,
    private readonly _text: () => string
  ) {
    super();
    this.addClass('jp-Jigsaw-codeNote');
    this._changed.connect(this._update, this);
    this._update();
  }

  override dispose(): void {
    this._changed.disconnect(this._update, this);
    super.dispose();
  }

  private _update(): void {
    // Where there is no room for all of it, it can be read in its tooltip.
    this.node.textContent = this.node.title = this._text();
  }
}

/**
 * Chooses a language.
 */
export class Select extends Widget {
  constructor(
    private readonly _changed: ISignal<unknown, void>,
    label: string,
    private readonly _options: Select.IOptions
  ) {
    super();
    this.addClass('jp-Jigsaw-language');
    this._select.className = 'jp-mod-styled';
    this._select.setAttribute('aria-label', label);
    this.node.append(this._select);
    this._changed.connect(this._update, this);
    this._update();
  }

  override dispose(): void {
    this._changed.disconnect(this._update, this);
    super.dispose();
  }

  handleEvent(event: Event): void {
    if (event.type === 'change') {
      this._options.choose(this._select.value);
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
    const { isDisabled, options, value } = this._options;
    this._select.replaceChildren(
      ...options().map(([id, text]) => option(id, text))
    );
    this._select.value = value();
    this._select.disabled = isDisabled?.() ?? false;
  }

  private _select = document.createElement('select');
}

export namespace Select {
  export interface IOptions {
    choose(value: string): void;
    isDisabled?(): boolean;
    /**
     * Values with what they are called.
     */
    options(): (readonly [string, string])[];
    value(): string;
  }
}

function option(value: string, text: string): HTMLOptionElement {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}
