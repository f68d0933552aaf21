import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import { defineBlocks } from '../blocks';
import type { INativeBlocks } from '../bridge';
import { importXml, knowsBlock } from '../editor';
import { walkBlocks, type WorkspaceState } from '../document';
import type { BlocksView } from './blocksView';
import { FrameView } from './frameView';

/**
 * Blocks of our own in the place of frames of `%jigsaw`.
 */
export class FrameBlocks implements INativeBlocks {
  constructor(private readonly _options: BlocksView.IServices) {
    this._trans = _options.translator.load('jupyterlab-jigsaw');
    defineBlocks(this._trans);
  }

  canShow(xml: string, types: readonly string[]): boolean {
    const workspace = this._import(xml);
    return (
      workspace !== null &&
      types.every(knowsBlock) &&
      Array.from(walkBlocks(workspace)).every(({ type }) => knowsBlock(type))
    );
  }

  canKeep(xml: string): boolean {
    return this._import(xml) !== null;
  }

  hasCode(language: string | null): boolean {
    return (
      language !== null &&
      this._options.registry.languages.get(language) !== undefined
    );
  }

  create(options: INativeBlocks.IOptions): Widget {
    return new FrameView({ ...this._options, ...options });
  }

  /**
   * A workspace that was read with nothing lost, or null.
   */
  private _import(xml: string): WorkspaceState | null {
    const { notes, workspace } = { notes: [], ...importXml(xml, this._trans) };
    return workspace && notes.length === 0 ? workspace : null;
  }

  private readonly _trans: TranslationBundle;
}
