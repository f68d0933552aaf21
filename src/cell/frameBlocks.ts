import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import { defineBlocks } from '../blocks';
import type { INativeBlocks } from '../bridge';
import { importXml, knowsBlock } from '../editor';
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
    const imported = importXml(xml, this._trans);
    return (
      !imported.problem &&
      imported.notes.length === 0 &&
      types.every(knowsBlock) &&
      Array.from(walkBlocks(imported.workspace)).every(({ type }) =>
        knowsBlock(type)
      )
    );
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
