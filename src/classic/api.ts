/**
 * What is used of the classic notebook's own objects, which have no types:
 * https://github.com/jupyter/nbclassic, `static/notebook/js`.
 */
import type { IOutput } from '@jupyterlab/nbformat';

declare global {
  interface Window {
    Jupyter?: { readonly notebook?: IClassicNotebook };
  }
}

/**
 * What nbclassic leaves in `document`.
 */
export interface IClassicDocument extends Document {
  /**
   * Where it is below the server's base URL; empty in Notebook 6.
   */
  readonly nbclassicPath?: string;
}

/**
 * `IPython.notebook`.
 */
export interface IClassicNotebook {
  /**
   * From the server's root, without a slash before it.
   */
  readonly notebook_path: string;
  /**
   * The path of the server, ending in a slash.
   */
  readonly base_url: string;
  readonly dirty: boolean;
  readonly events: IClassicEvents;
  readonly metadata: {
    readonly kernelspec?: { readonly display_name: string };
  };
  /**
   * Null until there is one, and while none is wanted.
   */
  readonly session: IClassicSession | null;
  get_cells(): readonly IClassicCell[];
  find_cell_index(cell: IClassicCell): number;
  focus_cell(): void;
  insert_cell_below(type: 'code', index: number): IClassicCell | null;
  select(index: number): void;
  set_dirty(value: boolean): void;
}

export interface IClassicSession {
  /**
   * Null while it is being made.
   */
  readonly id: string | null;
  readonly kernel: { readonly id: string | null } | null;
}

/**
 * Those of the page, by jQuery.
 */
export interface IClassicEvents {
  on(names: string, handler: (event: unknown, data?: unknown) => void): void;
}

export interface IClassicCell {
  readonly cell_id: string;
  readonly element: IQuery;
  readonly input_prompt_number: number | string | null | undefined;
  readonly keyboard_manager: { register_events(elements: Element): void };
  /**
   * None where the cell has no code.
   */
  readonly output_area?: IClassicOutputArea;
  get_text(): string;
  set_text(text: string): void;
  set_input_prompt(number: number | string | null | undefined): void;
}

export interface IClassicOutputArea {
  readonly element: IQuery;
  /**
   * As nbformat has them, texts in one piece.
   */
  readonly outputs: IOutput[];
  readonly trusted: boolean;
  append_output(output: IOutput): void;
  append_mime_type(output: IOutput, element: IQuery): unknown;
  clear_output(wait: boolean, ignoreQueue: boolean): void;
  create_output_area(): IQuery;
}

/**
 * A list of elements, by jQuery.
 */
export interface IQuery {
  readonly [index: number]: HTMLElement;
  toggleClass(name: string, isOn: boolean): void;
}
