import type { Notification } from '@jupyterlab/apputils';
import type { Widget } from '@lumino/widgets';

import type { IKernelExecutor } from '../kernel';
import type { IPlace } from '../notebook';
import type { FrameAction, IFrameRequest, RefusalReason } from '../protocol';

/**
 * What the rules of trust say of a message.
 */
export type Verdict<P extends IPlace> =
  | {
      readonly type: 'accepted';
      readonly frame: HTMLIFrameElement;
      readonly place: P;
      readonly request: IFrameRequest;
    }
  | {
      /** The second copy of a message that was judged already. */
      readonly type: 'copy';
    }
  | {
      readonly type: 'refused';
      readonly reason: RefusalReason;
      /** The frame, and where it stands, as far as they are known. */
      readonly frame: HTMLIFrameElement | null;
      readonly place: P | null;
    };

/**
 * Blocks of our own, to be shown in the place of a frame.
 */
export interface INativeBlocks {
  /**
   * Whether they know all that is in a workspace.
   *
   * @param xml - the workspace
   * @param types - of blocks that the page offers beside those
   */
  canShow(xml: string, types: readonly string[]): boolean;
  /**
   * Whether they have all that is in a workspace, though they may know nothing
   * of some blocks but that they are there.
   */
  canKeep(xml: string): boolean;
  /**
   * Whether there is code of blocks in a language.
   */
  hasCode(language: string | null): boolean;
  /**
   * Blocks that can be edited, with buttons for what a frame can ask for.
   */
  create(options: INativeBlocks.IOptions): Widget;
}

export namespace INativeBlocks {
  export interface IOptions {
    readonly language: string | null;
    readonly xml: string;
    /**
     * In pixels.
     */
    readonly height: number;
    /**
     * What runs their code; null if that is not known before they are run.
     */
    readonly executor: IKernelExecutor | null;
    /**
     * Called with what is to be said below the blocks.
     */
    readonly say: (text: string) => void;
    /**
     * Called after edits, with all blocks.
     */
    readonly edited: (xml: string) => void;
    /**
     * Called when the keyboard is to go back to the notebook.
     */
    readonly leave: () => void;
    /**
     * Called when something is asked for.
     */
    readonly act: (
      action: FrameAction,
      code: string | null,
      xml: string
    ) => void;
  }
}

/**
 * What tells the user of something: JupyterLab's notifications, or what a front
 * end has in their place.
 */
export interface INotifications {
  dismiss(id: string): void;
  readonly error: INotifications.Show;
  readonly info: INotifications.Show;
  readonly warning: INotifications.Show;
}

export namespace INotifications {
  /**
   * Show a text, with what the user can do about it.
   *
   * @returns the id by which it is dismissed
   */
  export type Show = (text: string, options?: IOptions) => string;

  export interface IOptions {
    actions?: Notification.IAction[];
    /**
     * After how many milliseconds it goes by itself; false for never.
     */
    autoClose?: number | false;
  }
}

/**
 * What a user chose for frames; see `schema/bridge.json`.
 */
export interface IBridgeSettings {
  /**
   * When blocks are shown by us and not by the frame's own page: when it
   * can't, or does not have the newest blocks; whenever we can; or never.
   */
  adopt: 'automatic' | 'always' | 'never';
  /**
   * Where code goes that is inserted: a new cell, or the frame's own output.
   */
  insert: 'cell' | 'output';
  /**
   * Origins of which pages are heard in any trusted place.
   */
  allowedOrigins: readonly string[];
}

export const DEFAULT_BRIDGE_SETTINGS: IBridgeSettings = {
  adopt: 'automatic',
  insert: 'cell',
  allowedOrigins: []
};
