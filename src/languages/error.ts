/**
 * Blocks that cannot be turned into code; the message is for the user.
 */
export class GenerationError extends Error {
  /**
   * @param message - what is the matter, and what to do
   * @param cause - what it came from
   */
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'GenerationError';
  }
}
