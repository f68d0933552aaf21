/**
 * What a frame asks for: run the code, put it into the notebook, take away
 * what runs have shown; or, from version 2 on, keep blocks that were edited
 * and not saved yet, or know that its page does not show all blocks that it was
 * given.
 */
export type FrameAction =
  'execute' | 'insert' | 'clear' | 'keep' | 'incomplete';

/**
 * A message of a frame that passed the guard.
 *
 * Version 1 is what MetaKernel's pages send; version 2 is that with
 * `version: 2`, and its frames get answers.
 */
export interface IFrameRequest {
  readonly version: 1 | 2;
  readonly action: FrameAction;
  /**
   * The workspace's file: relative to the notebook's folder, of plain names
   * joined by slashes, ending in `.xml`.
   */
  readonly filename: string;
  /**
   * The program; null when the message has none, never so for `execute` and
   * `insert`.
   */
  readonly code: string | null;
  /**
   * The workspace as XML, to be saved first; null when the message has none.
   */
  readonly xml: string | null;
  /**
   * The message's own id: a second one with it is a copy of the first. Empty
   * when the message has none.
   */
  readonly id: string;
  /**
   * What a page that was written by us adds to its messages, to show that it
   * is still there; empty when the message has none.
   */
  readonly key: string;
}

/**
 * Why a message was not taken for what it claims to be.
 */
export type GuardReason =
  | 'not-an-object'
  | 'unknown-version'
  | 'unknown-action'
  | 'bad-filename'
  | 'bad-code'
  | 'bad-xml'
  | 'bad-id'
  | 'too-large';

/**
 * Why a message was refused, by the guard or by the rules of trust.
 */
export type RefusalReason =
  | GuardReason
  | 'not-a-frame'
  | 'nested'
  | 'unknown-place'
  | 'untrusted'
  | 'no-magic'
  | 'untouched'
  | 'foreign-page'
  | 'too-early'
  | 'foreign-origin'
  | 'wrong-file'
  | 'too-many'
  | 'replayed';

/**
 * What a frame is told, if it speaks version 2.
 *
 * - `accepted`: the run waits for those before it;
 * - `busy`: the kernel is at work on it;
 * - `output-summary`: what has come so far;
 * - `done`: it is over, well or not;
 * - `rejected`: nothing was done, and why.
 */
export type FrameAnswer = IAnswerTo &
  (
    | { readonly status: 'accepted' | 'busy' }
    | { readonly status: 'output-summary'; readonly outputs: number }
    | {
        readonly status: 'done';
        readonly result: 'ok' | 'error' | 'aborted' | 'failed';
        /**
         * The kernel's or our own sentence about what went wrong.
         */
        readonly message: string | null;
      }
    | { readonly status: 'rejected'; readonly reason: RefusalReason }
  );

interface IAnswerTo {
  readonly type: 'jigsaw-answer';
  readonly version: 2;
  /**
   * The `msg_id` of the message that is answered.
   */
  readonly msg_id: string;
}
