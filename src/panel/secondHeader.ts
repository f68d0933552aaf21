import {
  closeIcon,
  copyIcon,
  dockRightIcon,
  ToolbarButton
} from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import { actionButton } from '../editor/actionButton';
import { atEnd, CodeNote, createHeader, Select } from './headers';
import type { LanguageChoice } from './language';
import type { SecondCode } from './secondCode';

/**
 * The line above the code in a second language.
 */
export function createSecondHeader(
  second: SecondCode,
  language: LanguageChoice,
  trans: TranslationBundle
): Widget {
  const header = createHeader(trans.__('Second Code'));
  header.addClass('jp-mod-second');
  header.addWidget(
    new Select(second.changed, trans.__('Second language of the code'), {
      choose: id => second.choose(id),
      options: () =>
        second.languages.map(({ id, displayName }) => [id, displayName]),
      value: () => second.current.id
    })
  );
  header.addWidget(
    new CodeNote(second.changed, () =>
      language.fits
        ? trans.__(
            'Only shown: what runs is the %1 code.',
            language.current.displayName
          )
        : trans.__('Only shown: it never runs.')
    )
  );
  header.addWidget(
    atEnd(
      actionButton({
        icon: copyIcon,
        tooltip: trans.__('Copy the second code'),
        onClick: () => second.copy()
      })
    )
  );
  header.addWidget(
    actionButton({
      icon: closeIcon,
      tooltip: trans.__('Hide the second code'),
      onClick: () => second.hide()
    })
  );
  return header;
}

/**
 * Shows the code in a second language, or hides it.
 */
export function secondButton(
  second: SecondCode,
  trans: TranslationBundle
): Widget {
  const button = new ToolbarButton({
    icon: dockRightIcon,
    tooltip: trans.__('Show the code in a second language'),
    pressedTooltip: trans.__('Hide the second code'),
    onClick: () => second.toggle()
  });
  second.changed.connect(() => {
    button.pressed = second.shown;
  });
  return button;
}
