import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import { defineBlocks } from '../blocks';
import type { INativeBlocks } from '../bridge';
import { importXml, keepsXml, knowsBlock } from '../editor';
import { walkBlocks } from '../document';
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
    const { notes, workspace } = { notes: [], ...importXml(xml, this._trans) };
    return (
      workspace !== undefined &&
      notes.length === 0 &&
      types.every(knowsBlock) &&
      Array.from(walkBlocks(workspace)).every(({ type }) => knowsBlock(type))
    );
  }

  canKeep(xml: string): boolean {
    return keepsXml(xml, this._trans);
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

  private readonly _trans: TranslationBundle;
}
