import { InputDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { JigsawPanel } from './panel';

/**
 * Let the user choose the language of the code.
 */
export async function chooseLanguage(
  panel: JigsawPanel,
  trans: TranslationBundle
): Promise<void> {
  const { languages, context } = panel;
  const names = [
    trans.__('As the kernel'),
    ...languages.map(language => language.displayName)
  ];
  const current = languages.findIndex(
    ({ id }) => id === context.model.language
  );
  const result = await InputDialog.getItem({
    title: trans.__('Language of the code'),
    items: names,
    current: current + 1
  });
  if (result.button.accept && result.value !== null) {
    const index = names.indexOf(result.value) - 1;
    context.model.language = languages[index]?.id ?? null;
  }
}
