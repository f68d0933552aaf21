import type { WorkspaceState } from '../../src/document';

declare global {
  interface Window {
    edits: IEdits;
  }
}

export interface IEdits {
  /**
   * Edit in the panel of an open file from now on.
   */
  prepareOurs(path: string): Promise<void>;
  /**
   * Edit in a bare Blockly from now on, which makes code in a change listener,
   * as Blockly's own demos do.
   */
  prepareBare(state: WorkspaceState): Promise<void>;
  /**
   * Put a number into one of the blocks; another block each time.
   *
   * @returns milliseconds until block and code are on the screen
   */
  edit(value: number): Promise<number>;
  /**
   * The code that is shown.
   */
  code(): string;
}

/**
 * Run in a page before its own scripts, so it stands alone.
 */
export function installEdits(): void {
  type Block = ReturnType<
    NonNullable<ReturnType<IPanelsGet>['editor']['workspace']>['getAllBlocks']
  >[number];
  type IPanelsGet = typeof window.panels.get;
  let numbers: Block[] = [];
  let at = 0;
  let shown: () => string = () => '';
  let onShown: () => void = () => undefined;

  const take = (blocks: Block[]) => {
    numbers = blocks.filter(({ type }) => type === 'math_number');
    at = Math.floor(numbers.length / 2);
  };

  window.edits = {
    prepareOurs: async path => {
      const { code, editor } = window.panels.get(path);
      const display = code.display.bind(code);
      await new Promise<void>(resolve => {
        onShown = resolve;
        code.display = (...shownNow) => {
          display(...shownNow);
          onShown();
        };
        if (code.code) {
          resolve();
        }
      });
      shown = () => code.code;
      take(editor.workspace?.getAllBlocks() ?? []);
    },
    prepareBare: async state => {
      const { Blockly, bench, python } = window;
      const workspace = Blockly.inject(bench.addHost(), {
        media: 'media/',
        renderer: 'zelos',
        sounds: false
      });
      Blockly.serialization.workspaces.load(state, workspace);
      let text = '';
      // The events of loading are fired later, one for each block.
      await new Promise<void>(resolve => {
        const look = (event: { type: string }) => {
          if (event.type === Blockly.Events.FINISHED_LOADING) {
            workspace.removeChangeListener(look);
            resolve();
          }
        };
        workspace.addChangeListener(look);
      });
      workspace.addChangeListener(event => {
        if (!event.isUiEvent && !workspace.isDragging()) {
          text = python.pythonGenerator.workspaceToCode(workspace);
          onShown();
        }
      });
      await bench.nextPaint();
      shown = () => text;
      take(workspace.getAllBlocks());
    },
    edit: async value => {
      const block = numbers[at++ % numbers.length];
      const began = performance.now();
      const done = new Promise<void>(resolve => (onShown = resolve));
      block.setFieldValue(value, 'NUM');
      await done;
      return (await window.bench.nextPaint()) - began;
    },
    code: () => shown()
  };
}
