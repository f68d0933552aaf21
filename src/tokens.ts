import type { IWidgetTracker } from '@jupyterlab/apputils';
import { Token } from '@lumino/coreutils';

import type { LanguageRegistry } from './languages';
import type { JigsawWidget } from './panel/widget';
import type { IJigsawBlock, IJigsawToolbox, Registry } from './registry';

/**
 * What other extensions can add to Jigsaw, and take away again: each `add`
 * gives what to dispose of for that.
 */
export interface IJigsawRegistry {
  /**
   * The languages that blocks can be turned into, by their ids.
   */
  readonly languages: LanguageRegistry;
  /**
   * Categories of the toolbox, by their ids; ours are not among them.
   */
  readonly toolboxes: Registry<IJigsawToolbox>;
  /**
   * Blocks, by their types; ours are not among them. One that is broken is
   * left out, and the browser's console says why. Where a workspace is open, a
   * grey block becomes what it is when its definition comes, and grey again
   * when that goes, and is saved as it was.
   */
  readonly blocks: Registry<IJigsawBlock>;
}

export const IJigsawRegistry = new Token<IJigsawRegistry>(
  'jupyterlab-jigsaw:IJigsawRegistry',
  'The languages, blocks and toolboxes of Jigsaw; others can add theirs.'
);

/**
 * The open Jigsaw panels.
 */
export type IJigsawTracker = IWidgetTracker<JigsawWidget>;

export const IJigsawTracker = new Token<IJigsawTracker>(
  'jupyterlab-jigsaw:IJigsawTracker',
  'The open Jigsaw panels, and the one in use.'
);
