import { installAllBlocks } from '@blockly/field-colour';
import type { TranslationBundle } from '@jupyterlab/translation';
import { nullTranslator } from '@jupyterlab/translation';
import 'blockly/blocks';
import { Blocks, Msg, setLocale } from 'blockly/core';
import * as en from 'blockly/msg/en';

import type { IJigsawBlock, Registry } from '../registry';
import { addedBlocks } from './added';
import { setMessages } from './messages';
import { defineProcessingBlocks } from './processing';
import { definePythonBlocks } from './python';
import { UNKNOWN_TYPE, defineUnknownBlock } from './unknown';

export { addedBlocks, type IBlocksChange } from './added';
export {
  STANDARD_TOOLBOX,
  buildToolbox,
  categoryIds,
  type CategoryId
} from './toolbox';
export { PROCESSING_BLOCKS } from './processing';
export { UNKNOWN_TYPE, type IUnknownBlockState } from './unknown';

/**
 * Define our blocks and those that others have added, before the first
 * workspace is drawn.
 *
 * @param registry - the blocks of others
 * @param trans - from English to the user's language
 */
export async function prepareBlocks(
  registry: Registry<IJigsawBlock>,
  trans: TranslationBundle
): Promise<void> {
  defineBlocks(trans);
  await addedBlocks.follow(registry);
}

/**
 * Define every block of ours that a workspace may hold; a second call only sets the
 * texts anew.
 *
 * @param trans - from English to the user's language
 */
export function defineBlocks(
  trans: TranslationBundle = nullTranslator.load('jupyterlab-jigsaw')
): void {
  if (!Msg['LOGIC_BOOLEAN_TRUE']) {
    setLocale({ ...en });
  }
  setMessages(trans);
  if (UNKNOWN_TYPE in Blocks) {
    return;
  }
  installAllBlocks();
  definePythonBlocks();
  defineProcessingBlocks();
  defineUnknownBlock();
}
