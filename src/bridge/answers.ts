import type { IRun } from '../kernel';
import type { FrameAnswer } from '../protocol';

/**
 * How often a frame is told of outputs, in milliseconds.
 */
const INTERVAL = 200;

/**
 * What is said of one message, which its answer names.
 */
export type Answer = FrameAnswer extends infer A
  ? A extends FrameAnswer
    ? Omit<A, 'type' | 'version' | 'msg_id'>
    : never
  : never;

/**
 * Answers one message of version 2, in the window that has sent it.
 */
export class Answerer {
  /**
   * @param id - the message's
   * @param isThere - whether the window still shows the page that has sent it
   */
  constructor(
    { origin, source }: Pick<MessageEvent, 'origin' | 'source'>,
    private readonly _id: string,
    private readonly _isThere: () => boolean = () => true
  ) {
    this._source = source;
    // A sandboxed page has no origin that could be named.
    this._origin = origin === 'null' ? '*' : origin;
  }

  say(answer: Answer): void {
    if (!this._isThere()) {
      return;
    }
    this._source?.postMessage(
      { type: 'jigsaw-answer', version: 2, msg_id: this._id, ...answer },
      { targetOrigin: this._origin }
    );
  }

  /**
   * Tell of a run from now to its end.
   *
   * @param explain - a sentence on how it ended, or null if all went well
   */
  async follow(
    run: IRun,
    explain: (result: Awaited<IRun['done']>) => string | null
  ): Promise<void> {
    const sayState = () => {
      if (run.state === 'running') {
        this.say({ status: 'busy' });
      }
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sayOutputs = () => {
      timer = undefined;
      this.say({ status: 'output-summary', outputs: run.outputs.length });
    };
    this.say({ status: 'accepted' });
    sayState();
    run.stateChanged.connect(sayState);
    run.outputChanged.connect(() => {
      timer ??= setTimeout(sayOutputs, INTERVAL);
    });
    const result = await run.done;
    if (timer !== undefined) {
      clearTimeout(timer);
      sayOutputs();
    }
    this.say({
      status: 'done',
      result: result.status,
      message: result.error
        ? `${result.error.ename}: ${result.error.evalue}`
        : explain(result)
    });
  }

  private readonly _source: MessageEventSource | null;
  private readonly _origin: string;
}
