import type { TranslationBundle } from '@jupyterlab/translation';
import * as Blockly from 'blockly/core';

import { cullBlocks } from './culling';
import { useLabDialogs } from './dialogs';
import type { BlocklyEditor } from './editor';
import { FittingFlyout } from './flyout';
import { placePopups, withOwnPopups } from './popups';
import { adaptShortcuts } from './shortcuts';

/**
 * What a workspace is made of, beside what all have in common.
 */
export interface IInjectOptions {
  look: BlocklyEditor.ILook;
  /**
   * Where Blockly's sprites and cursors lie, ending in a slash.
   */
  mediaUrl: string;
  oneBasedIndex: boolean;
  readOnly: boolean;
  theme: Blockly.Theme;
  toolbox: Blockly.utils.toolbox.ToolboxDefinition;
  trans: TranslationBundle;
}

/**
 * Make a workspace in an element that is on the page and has a size.
 */
export function injectWorkspace(
  node: HTMLElement,
  options: IInjectOptions
): Blockly.WorkspaceSvg {
  const { look, mediaUrl, oneBasedIndex, readOnly, theme, toolbox } = options;
  Private.prepareOnce(options.trans);
  const workspace = withOwnPopups(() =>
    Blockly.inject(node, {
      media: mediaUrl,
      plugins: { flyoutsVerticalToolbox: FittingFlyout },
      renderer: look.renderer,
      theme,
      toolbox: readOnly ? undefined : toolbox,
      readOnly,
      oneBasedIndex,
      sounds: false,
      trashcan: true,
      comments: true,
      collapse: true,
      disable: true,
      grid: {
        spacing: 20,
        length: look.grid ? 2 : 0,
        colour: 'currentColor',
        snap: look.snap
      },
      move: { scrollbars: true, drag: true, wheel: true },
      zoom: {
        controls: true,
        // With Ctrl, or Cmd; without, it scrolls.
        wheel: true,
        pinch: true,
        startScale: 0.9,
        maxScale: 3,
        minScale: 0.3
      }
    })
  );
  // With the window it is resized behind another tab, too, where it has no size
  // and would forget where it was scrolled to.
  const resize = workspace.resize.bind(workspace);
  const cull = cullBlocks(workspace);
  workspace.resize = () => {
    if (node.clientWidth && node.clientHeight) {
      resize();
      cull();
    }
  };
  return workspace;
}

namespace Private {
  let prepared = false;

  /**
   * What Blockly has once for all workspaces.
   */
  export function prepareOnce(trans: TranslationBundle): void {
    if (!prepared) {
      prepared = true;
      useLabDialogs(trans);
      adaptShortcuts();
      placePopups();
    }
  }
}
