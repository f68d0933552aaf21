import { Msg } from 'blockly/core';

/**
 * The blocks that a sketch cannot do, with the reasons.
 */
export function cannot(): Record<string, string> {
  const noPrompt =
    Msg['JIGSAW_NO_PROMPT_IN_SKETCH'] ??
    'A sketch cannot ask for an answer in words.';
  return { text_prompt: noPrompt, text_prompt_ext: noPrompt };
}
