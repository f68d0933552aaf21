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
