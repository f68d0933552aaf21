import { Msg, type Block } from 'blockly/core';

/**
 * Blocks that cannot be turned into code; the message is for the user.
 */
export class GenerationError extends Error {
  /**
   * @param message - what is the matter, and what to do
   */
  constructor(message: string) {
    super(message);
    this.name = 'GenerationError';
  }
}

/**
 * A block that a language cannot do.
 */
export class CannotError extends GenerationError {
  /**
   * @param language - its name for people
   * @param reason - a sentence that says why
   */
  constructor(
    block: Block,
    language: string,
    readonly reason: string
  ) {
    super(
      (Msg['JIGSAW_CANNOT'] ?? '%2 cannot do "%1". %3')
        .replace('%1', () => block.toString(30))
        .replace('%2', () => language)
        .replace('%3', () => reason)
    );
    this.name = 'CannotError';
    this.block = { id: block.id, type: block.type };
  }

  /**
   * The block that is the reason.
   */
  readonly block: { readonly id: string; readonly type: string };
}
