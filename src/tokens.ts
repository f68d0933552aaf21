import type { IWidgetTracker } from '@jupyterlab/apputils';
import { Token } from '@lumino/coreutils';

import type { LanguageRegistry } from './languages';
import type { JigsawWidget } from './panel/widget';

/**
 * What other extensions can add to Jigsaw.
 */
export interface IJigsawRegistry {
  /**
   * The languages that blocks can be turned into.
   */
  readonly languages: LanguageRegistry;
}

export const IJigsawRegistry = new Token<IJigsawRegistry>(
  'jupyterlab-jigsaw:IJigsawRegistry',
  'The languages that Jigsaw can turn blocks into; others can add theirs.'
);

/**
 * The open Jigsaw panels.
 */
export type IJigsawTracker = IWidgetTracker<JigsawWidget>;

export const IJigsawTracker = new Token<IJigsawTracker>(
  'jupyterlab-jigsaw:IJigsawTracker',
  'The open Jigsaw panels, and the one in use.'
);
