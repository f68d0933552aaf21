import { Msg } from 'blockly/core';

/**
 * From English to the user's language.
 */
export type Translate = (text: string) => string;

/**
 * Put the texts of our blocks where Blockly looks for texts.
 */
export function setMessages(trans: Translate): void {
  Msg['JIGSAW_IMPORT'] = trans('import');
  Msg['JIGSAW_IMPORT_TOOLTIP'] = trans(
    'Imports a Python module. Write "numpy as np" to give it a short name.'
  );
  Msg['JIGSAW_EXPRESSION'] = trans('expression');
  Msg['JIGSAW_EXPRESSION_STATEMENT_TOOLTIP'] = trans(
    'Runs what you type as a line of Python.'
  );
  Msg['JIGSAW_EXPRESSION_VALUE_TOOLTIP'] = trans(
    'The value of what you type as Python.'
  );
  Msg['JIGSAW_UNKNOWN_TOOLTIP'] = trans(
    'This block is not known here. It is kept and saved unchanged, but has no code.'
  );
  Msg['JIGSAW_NO_CODE'] = trans('Block "%1" has no code in %2.');
  Msg['JIGSAW_TOO_DEEP'] = trans(
    'The blocks are nested too deeply to be turned into code. Move inner blocks into a function.'
  );
}
