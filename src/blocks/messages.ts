import type { TranslationBundle } from '@jupyterlab/translation';
import { Msg } from 'blockly/core';

/**
 * Put the texts of our blocks where Blockly looks for texts.
 */
export function setMessages(trans: TranslationBundle): void {
  Msg['JIGSAW_IMPORT'] = trans.__('import');
  Msg['JIGSAW_IMPORT_TOOLTIP'] = trans.__(
    'Imports a Python module. Write "numpy as np" to give it a short name.'
  );
  Msg['JIGSAW_EXPRESSION'] = trans.__('expression');
  Msg['JIGSAW_EXPRESSION_STATEMENT_TOOLTIP'] = trans.__(
    'Runs what you type as a line of Python.'
  );
  Msg['JIGSAW_EXPRESSION_VALUE_TOOLTIP'] = trans.__(
    'The value of what you type as Python.'
  );
  Msg['JIGSAW_UNKNOWN_TOOLTIP'] = trans.__(
    'This block is not known here. It is kept and saved unchanged, but has no code.'
  );
  // The places stay as they are, for the generators to fill.
  Msg['JIGSAW_NO_CODE'] = trans.__('Block "%1" has no code in %2.', '%1', '%2');
  Msg['JIGSAW_TOO_DEEP'] = trans.__(
    'The blocks are nested too deeply to be turned into code. Move inner blocks into a function.'
  );
}
