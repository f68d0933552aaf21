import { nullTranslator } from '@jupyterlab/translation';

import { LanguageRegistry, languages } from '../../languages';
import {
  Registry,
  type IJigsawBlock,
  type IJigsawToolbox
} from '../../registry';
import { FrameBlocks } from '../frameBlocks';

const around = (inner: string) => `<xml>${inner}</xml>`;

describe('FrameBlocks', () => {
  const registry = {
    languages: new LanguageRegistry(),
    toolboxes: new Registry<IJigsawToolbox>('toolbox', 'id'),
    blocks: new Registry<IJigsawBlock>('block', 'type')
  };
  const blocks = new FrameBlocks({
    mediaUrl: '',
    registry,
    themeManager: null,
    translator: nullTranslator
  });

  it('has code of languages that are registered', () => {
    languages.forEach(language => registry.languages.add(language));
    expect(blocks.hasCode('python')).toBe(true);
    expect(blocks.hasCode('robot')).toBe(false);
    expect(blocks.hasCode(null)).toBe(false);
  });

  it('keeps blocks that it does not know, which it does not show for another reason', () => {
    const xml = around(
      '<block type="robot_set"><field name="VAR" id="v">speed</field></block>'
    );
    expect(blocks.canKeep(xml)).toBe(true);
    expect(blocks.canShow(xml, [])).toBe(false);
  });

  it.each(['<block type="robot_walk" robot="r2"/>', '<block'])(
    'does not keep what would be lost: %s',
    inner => {
      expect(blocks.canKeep(around(inner))).toBe(false);
    }
  );

  it('shows blocks that it knows, in a page that offers no others', () => {
    const xml = around('<block type="text_print"/>');
    expect(blocks.canShow(xml, ['text'])).toBe(true);
    expect(blocks.canShow(xml, ['robot_walk'])).toBe(false);
    expect(blocks.canShow('<xml', [])).toBe(false);
  });
});
