import type {
  IMimeBundle,
  IOutput,
  OutputMetadata
} from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';

import type { OutputChange } from './tokens';

/**
 * How much of a run's text is kept, in characters, how many of its outputs, and
 * how large they are together. A program may print and draw without end.
 */
export const KEPT_TEXT = 2_000_000;
export const KEPT_OUTPUTS = 2_000;
export const KEPT_SIZE = 50_000_000;

/**
 * Stands in the place of an output that is not kept.
 */
const LEFT_OUT: IOutput = Object.freeze({
  output_type: 'stream',
  name: 'stdout',
  text: ''
});

/**
 * Turns a run's messages into its outputs, with no side effect on anything else.
 *
 * It does what JupyterLab's output area does with the same messages, in time
 * linear in their number. Backspaces and carriage returns stay in the text: the
 * renderer's model (`OutputAreaModel`) applies them, and twice would be wrong.
 *
 * An output that was handed out is never modified; a new object takes its place.
 */
export class OutputReducer {
  /**
   * The outputs so far; the same array throughout, growing in place. Of very
   * many the first are left empty, and of very much text its beginning is cut
   * off; the changes hold all of it.
   */
  get outputs(): readonly IOutput[] {
    return this._outputs;
  }

  /**
   * Take in a message of the IOPub channel.
   *
   * @returns What changed, in order; nothing for a message that is no output
   * or that is malformed.
   */
  handle(msg: KernelMessage.IIOPubMessage): OutputChange[] {
    const content: unknown = msg.content;
    if (!Private.isObject(content)) {
      return [];
    }
    switch (msg.header.msg_type) {
      case 'stream':
        return this._stream(content);
      case 'display_data':
        return this._append(Private.toDisplayData(content));
      case 'execute_result':
        return this._append(Private.toExecuteResult(content));
      case 'error':
        return this._append(Private.toError(content));
      case 'update_display_data':
        return this._update(content);
      case 'clear_output':
        return this._clear(content.wait === true);
      default:
        return [];
    }
  }

  /**
   * Take in the reply: help pages (`len?`) come in its payload, not on IOPub.
   */
  handleReply(msg: KernelMessage.IExecuteReplyMsg): OutputChange[] {
    const content: unknown = msg.content;
    if (!Private.isObject(content) || !Array.isArray(content.payload)) {
      return [];
    }
    const page = content.payload.find(
      item => Private.isObject(item) && item.source === 'page'
    );
    return page ? this._append(Private.toDisplayData({ data: page.data })) : [];
  }

  private _stream(content: Private.IContent): OutputChange[] {
    const text = Private.toText(content.text);
    if (!text) {
      return [];
    }
    // Kernels have been seen to invent names; notebooks know these two.
    const name = content.name === 'stderr' ? 'stderr' : 'stdout';
    const index = this._outputs.length - 1;
    const last = this._outputs[index];
    if (
      !this._clearNext &&
      last?.output_type === 'stream' &&
      last.name === name
    ) {
      // Engines concatenate by reference, so this does not copy the old text.
      let all = `${last.text}${text}`;
      if (all.length > 2 * KEPT_TEXT) {
        all = all.slice(-KEPT_TEXT);
      }
      this._outputs[index] = { ...last, text: all };
      this._leaveOut(all.length - sizeOf(last));
      return [{ type: 'stream', name, text }];
    }
    return this._append({ output_type: 'stream', name, text });
  }

  private _append(output: IOutput | null): OutputChange[] {
    if (!output) {
      return [];
    }
    const changes = this._clearNext ? this._clear(false) : [];
    const id = Private.displayId(output);
    if (id !== null) {
      const indices = this._displayIds.get(id) ?? [];
      indices.push(this._outputs.length);
      this._displayIds.set(id, indices);
    }
    this._outputs.push(output);
    this._leaveOut(sizeOf(output));
    changes.push({ type: 'append', output });
    return changes;
  }

  /**
   * Empty the first outputs when they are too many, or hold too much.
   *
   * @param added - how much they have grown, in characters
   */
  private _leaveOut(added: number): void {
    this._size += added;
    const last = this._outputs.length - 1;
    while (
      this._first < last &&
      (last - this._first >= KEPT_OUTPUTS || this._size > KEPT_SIZE)
    ) {
      const output = this._outputs[this._first];
      this._size -= sizeOf(output);
      const id = Private.displayId(output);
      if (id !== null) {
        // Those of an id are in the order in which they came.
        this._displayIds.get(id)?.shift();
      }
      this._outputs[this._first++] = LEFT_OUT;
    }
  }

  /**
   * Update every output of a display id.
   *
   * Unknown ids are ignored, as in a notebook: the kernel connection routes an
   * update to the runs that showed the id, so one that is unknown here belongs
   * to an output that was cleared. A waiting clear goes on waiting.
   */
  private _update(content: Private.IContent): OutputChange[] {
    const update = Private.toDisplayData(content);
    const id = update && Private.displayId(update);
    if (!update || id === null) {
      return [];
    }
    const { data, metadata } = update;
    return (this._displayIds.get(id) ?? []).map(index => {
      const output = { ...this._outputs[index], data, metadata };
      this._size += sizeOf(output) - sizeOf(this._outputs[index]);
      this._outputs[index] = output;
      return { type: 'set', index, output };
    });
  }

  private _clear(wait: boolean): OutputChange[] {
    this._clearNext = wait;
    if (wait) {
      return [];
    }
    this._outputs.length = 0;
    this._displayIds.clear();
    this._first = 0;
    this._size = 0;
    return [{ type: 'clear' }];
  }

  private readonly _outputs: IOutput[] = [];
  private readonly _displayIds = new Map<string, number[]>();
  private _clearNext = false;
  /**
   * The first output that is kept.
   */
  private _first = 0;
  private _size = 0;
}

/**
 * How large an output is: the characters of its texts.
 */
export function sizeOf({ data, text }: IOutput): number {
  return data && typeof data === 'object'
    ? Object.values(data).reduce<number>((sum, part) => sum + lengthOf(part), 0)
    : lengthOf(text);
}

function lengthOf(text: unknown): number {
  return typeof text === 'string'
    ? text.length
    : Array.isArray(text)
      ? text.reduce<number>((sum, part) => sum + lengthOf(part), 0)
      : 0;
}

/**
 * Apply a change to a list of outputs, in place.
 */
export function applyOutputChange(
  outputs: IOutput[],
  change: OutputChange
): void {
  switch (change.type) {
    case 'append':
      outputs.push(change.output);
      break;
    case 'stream': {
      const index = outputs.length - 1;
      const last = outputs[index];
      outputs[index] = { ...last, text: `${last.text}${change.text}` };
      break;
    }
    case 'set':
      outputs[change.index] = change.output;
      break;
    case 'clear':
      outputs.length = 0;
      break;
  }
}

/**
 * Readers of message content, which nobody has checked before.
 */
namespace Private {
  export type IContent = Record<string, unknown>;

  export function isObject(value: unknown): value is IContent {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  export function toText(value: unknown): string {
    if (Array.isArray(value)) {
      return value.filter(item => typeof item === 'string').join('');
    }
    return typeof value === 'string' ? value : '';
  }

  export function displayId(output: IOutput): string | null {
    const transient = output.transient;
    const id = isObject(transient) ? transient.display_id : null;
    return typeof id === 'string' && id ? id : null;
  }

  export function toDisplayData(content: IContent): IOutput | null {
    return toBundle('display_data', content);
  }

  export function toExecuteResult(content: IContent): IOutput | null {
    const output = toBundle('execute_result', content);
    const count = content.execution_count;
    return (
      output && {
        ...output,
        execution_count: typeof count === 'number' ? count : null
      }
    );
  }

  export function toError(content: IContent): IOutput {
    const { traceback } = content;
    return {
      output_type: 'error',
      ename: toText(content.ename),
      evalue: toText(content.evalue),
      traceback: Array.isArray(traceback)
        ? traceback.filter(line => typeof line === 'string')
        : []
    };
  }

  function toBundle(type: string, content: IContent): IOutput | null {
    if (!isObject(content.data)) {
      return null;
    }
    const { metadata, transient } = content;
    const output: IOutput = {
      output_type: type,
      data: content.data as IMimeBundle,
      metadata: (isObject(metadata) ? metadata : {}) as OutputMetadata
    };
    if (isObject(transient) && typeof transient.display_id === 'string') {
      output.transient = { display_id: transient.display_id };
    }
    return output;
  }
}
