import type { IDisposable } from '@lumino/disposable';
import { DisposableDelegate } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';

import type { IInputRequest } from '../kernel';
import type { ILifetime, IOutputList, IRunHost } from '../notebook';
import type { IClassicCell, IClassicNotebook, IClassicOutputArea } from './api';
import { ClassicOutputs } from './outputList';

/**
 * A code cell of the classic notebook, as what runs write into.
 */
export class ClassicCell implements IRunHost, ILifetime {
  constructor(
    private readonly _notebook: IClassicNotebook,
    private readonly _cell: IClassicCell,
    private readonly _area: IClassicOutputArea
  ) {
    _notebook.events.on('delete.Cell', (_, data) => {
      if ((data as { cell?: unknown } | undefined)?.cell === _cell) {
        this._isDisposed = true;
        this._disposed.emit();
      }
    });
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  outputs(): IOutputList {
    return (this._outputs ??= new ClassicOutputs(this._area, () =>
      this._notebook.set_dirty(true)
    ));
  }

  /**
   * A star in the place of the cell's number, as while its own code runs.
   */
  setRunning(isRunning: boolean): void {
    const cell = this._cell;
    cell.element.toggleClass('running', isRunning);
    if (isRunning && cell.input_prompt_number !== RUNNING) {
      this._number = cell.input_prompt_number;
      cell.set_input_prompt(RUNNING);
    } else if (!isRunning && cell.input_prompt_number === RUNNING) {
      cell.set_input_prompt(this._number);
    }
  }

  /**
   * Ask at the end of the output. The page's own prompt gives the answer to its
   * own connection.
   */
  ask(request: IInputRequest): IDisposable {
    const node = document.createElement('div');
    node.className = 'output_area';
    const prompt = document.createElement('div');
    prompt.className = 'prompt';
    const text = document.createElement('pre');
    text.className = 'raw_input_prompt';
    text.textContent = request.prompt;
    const input = document.createElement('input');
    input.className = 'raw_input';
    input.type = request.password ? 'password' : 'text';
    input.setAttribute('aria-label', request.prompt);
    text.append(input);
    const area = document.createElement('div');
    area.className = 'output_subarea raw_input_container';
    area.append(text);
    node.append(prompt, area);
    this._area.element[0].append(node);
    this._cell.keyboard_manager.register_events(input);
    input.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        event.stopPropagation();
        node.remove();
        const shown = request.password ? HIDDEN : input.value;
        this.outputs().add({
          output_type: 'stream',
          name: 'stdout',
          text: `${request.prompt}${shown}\n`
        });
        request.reply(input.value);
      }
    });
    input.focus();
    return new DisposableDelegate(() => node.remove());
  }

  private readonly _disposed = new Signal<this, void>(this);
  private _isDisposed = false;
  private _outputs: IOutputList | null = null;
  private _number: IClassicCell['input_prompt_number'] = null;
}

const RUNNING = '*';

const HIDDEN = '········';
