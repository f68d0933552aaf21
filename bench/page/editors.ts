import type { BlocklyEditor as Editor } from '../../src/editor';
import type { WorkspaceState } from '../../src/document';

declare global {
  interface Window {
    editors: IEditors;
  }
}

/**
 * What a workspace looks like and offers, to make another like it.
 */
export interface ILook {
  renderer: string;
  toolbox: object;
  theme: {
    name: string;
    blockStyles: object;
    categoryStyles: object;
    componentStyles: object;
    fontStyle: object;
  };
  /**
   * What Blockly made of the options: two workspaces must agree on it.
   */
  parsed: object;
}

export interface IEditors {
  /**
   * The look of an editor of ours, the last that was opened.
   */
  look(): ILook;
  /**
   * Open a state in an editor of ours, in a box of its own; an open file lends
   * the editor's class and services.
   *
   * @returns milliseconds from making the editor to the blocks on the screen
   */
  openOurs(path: string, state: WorkspaceState): Promise<number>;
  /**
   * Open a state in a bare Blockly, in a box of its own.
   *
   * @returns milliseconds from `inject` to the blocks on the screen
   */
  openBare(look: ILook, state: WorkspaceState): Promise<number>;
  /**
   * Whether the blocks of what was opened are all drawn; and close it.
   *
   * @returns what Blockly made of the options
   */
  close(): object;
}

/**
 * Run in a page before its own scripts, so it stands alone.
 */
export function installEditors(): void {
  type Workspace = NonNullable<Editor['workspace']>;
  /**
   * What the bench must know of an editor that is nobody else's business.
   */
  interface IPrivate {
    constructor: typeof Editor;
    _media: string;
    _toolbox: Editor.IOptions['toolbox'];
    _look: Editor.IOptions['look'];
    _themeManager: Editor.IOptions['themeManager'];
  }
  let host: HTMLDivElement;
  let editor: Editor | null = null;
  let workspace: Workspace | null = null;

  const current = () => {
    if (!workspace) {
      throw new Error('Nothing is open');
    }
    return workspace;
  };
  const parsed = (): object => {
    const { options } = current();
    const { collapse, comments, disable, hasTrashcan, hasSounds } = options;
    const { gridOptions, moveOptions, zoomOptions } = options;
    return JSON.parse(
      JSON.stringify({
        ...{ collapse, comments, disable, hasTrashcan, hasSounds },
        ...{ gridOptions, moveOptions, zoomOptions }
      })
    );
  };

  window.editors = {
    look: () => {
      const { options } = current();
      const { name, blockStyles, categoryStyles, componentStyles, fontStyle } =
        current().getTheme();
      return {
        renderer: options.renderer,
        toolbox: (editor as unknown as IPrivate)._toolbox as object,
        theme: {
          ...{ name, blockStyles, categoryStyles },
          ...{ componentStyles, fontStyle }
        },
        parsed: parsed()
      };
    },
    openOurs: async (path, state) => {
      const lender = window.panels.get(path).editor as unknown as IPrivate;
      const BlocklyEditor = lender.constructor;
      host = window.bench.addHost();
      const began = performance.now();
      editor = new BlocklyEditor({
        mediaUrl: lender._media,
        toolbox: lender._toolbox,
        look: lender._look,
        themeManager: lender._themeManager
      });
      editor.node.style.cssText = 'width: 100%; height: 100%';
      editor.load(state);
      BlocklyEditor.attach(editor, host);
      await editor.ready;
      const time = (await window.bench.nextPaint()) - began;
      workspace = editor.workspace;
      return time;
    },
    openBare: async (look, state) => {
      const { Blockly, bench } = window;
      host = bench.addHost();
      const began = performance.now();
      workspace = Blockly.inject(host, {
        media: 'media/',
        renderer: look.renderer,
        theme: look.theme as never,
        toolbox: look.toolbox as Editor.IOptions['toolbox'],
        sounds: false,
        trashcan: true,
        comments: true,
        collapse: true,
        disable: true,
        grid: { spacing: 20, length: 2, colour: 'currentColor', snap: false },
        move: { scrollbars: true, drag: true, wheel: true },
        zoom: {
          controls: true,
          wheel: true,
          pinch: true,
          startScale: 0.9,
          maxScale: 3,
          minScale: 0.3
        }
      });
      Blockly.serialization.workspaces.load(state, workspace);
      return (await bench.nextPaint()) - began;
    },
    close: () => {
      const options = parsed();
      const drawn = host.querySelectorAll(
        '.blocklyBlockCanvas .blocklyDraggable > .blocklyPath[d]'
      ).length;
      const made = current().getAllBlocks().length;
      if (editor) {
        editor.dispose();
      } else {
        current().dispose();
      }
      host.remove();
      workspace = null;
      if (!made || drawn !== made) {
        throw new Error(`${drawn} of ${made} blocks were drawn`);
      }
      return options;
    }
  };
}
