import type { PartialJSONObject } from '@lumino/coreutils';

import { isPlainPath } from '../protocol';
import { DEFAULT_HEIGHT, MAX_HEIGHT, MIN_HEIGHT } from './heights';

/**
 * The version of the bundle that this code writes, and the newest it reads.
 */
export const BUNDLE_VERSION = 1;

/**
 * What `%jigsaw` puts out under our own type, as `magic/bundle.py` makes it.
 */
export interface IBundle {
  readonly version: number;
  /**
   * The id of a language, or a kernel's own name of its language.
   */
  readonly language: string;
  /**
   * The id of the toolbox; empty for the default one.
   */
  readonly toolbox: string;
  /**
   * In pixels.
   */
  readonly height: number;
  /**
   * The path, from the notebook's folder and without an ending, of the file in
   * which the blocks are kept, too; null for none.
   */
  readonly workspace: string | null;
  /**
   * What tells one workspace that was given in the cell from another; empty if
   * none was.
   */
  readonly given: string;
  /**
   * The workspace as text: a `.jigsaw` document, Blockly's JSON, or its XML;
   * empty for no blocks.
   */
  readonly state: string;
  /**
   * There, if the blocks were put into the cell by hand, so that no code of it
   * puts them out.
   */
  readonly inserted?: true;
  /**
   * There, if the file of the workspace could not be saved with these blocks.
   */
  readonly unsaved?: true;
  /**
   * There, if the blocks were in step with the file of the workspace: the mark
   * of what was in it then.
   */
  readonly seen?: string;
}

/**
 * Read a bundle, which may come from anybody's notebook; null if it is none.
 * What it lacks has its usual value, and what it has too much is left out.
 */
export function readBundle(value: unknown): IBundle | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const data = value as PartialJSONObject;
  const text = (key: string) => {
    const found = data[key];
    return typeof found === 'string' ? found : '';
  };
  const { height, version, workspace } = data;
  if (typeof version !== 'number') {
    return null;
  }
  return {
    version,
    language: text('language').slice(0, 100),
    toolbox: text('toolbox').slice(0, 100),
    height:
      typeof height === 'number' && Number.isFinite(height)
        ? Math.max(MIN_HEIGHT, Math.min(MAX_HEIGHT, height))
        : DEFAULT_HEIGHT,
    workspace:
      typeof workspace === 'string' && isPlainPath(workspace)
        ? workspace
        : null,
    given: text('given').slice(0, 100),
    state: text('state'),
    ...(data.inserted === true ? { inserted: true } : {}),
    ...(data.unsaved === true ? { unsaved: true } : {}),
    ...(text('seen') ? { seen: text('seen').slice(0, 100) } : {})
  };
}
