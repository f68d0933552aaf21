import type { IFrameRequest, RefusalReason } from '../protocol';

/**
 * Where a frame stands, if we look there.
 */
export interface IPlace {
  /**
   * The path of the document, from the server's root.
   */
  readonly path: string;
  /**
   * Whether the user trusts what the place shows.
   */
  readonly isTrusted: boolean;
}

/**
 * Finds the places of one kind.
 */
export type FindPlace<P extends IPlace> = (
  frame: HTMLIFrameElement
) => P | null;

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
      /** Of the document in which the frame stands, if we look there. */
      readonly path: string | null;
    };
