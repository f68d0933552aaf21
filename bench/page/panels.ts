import type { JigsawPanel } from '../../src/panel/panel';
import type { JigsawWidget } from '../../src/panel/widget';

declare global {
  interface Window {
    panels: IPanels;
  }
}

export interface IPanels {
  /**
   * Write a file into the server's folder.
   */
  write(path: string, text: string): Promise<void>;
  /**
   * Open a file as a user does; fulfilled when its blocks are drawn.
   *
   * @returns the milliseconds that it took
   */
  open(path: string): Promise<number>;
  /**
   * The panel of an open file.
   */
  get(path: string): JigsawPanel;
  close(path: string): Promise<void>;
  /**
   * Open any file, wait until it is shown, and close it.
   */
  openAndClose(path: string): Promise<void>;
  /**
   * Wait until the kernel of an open file has run something.
   */
  ready(path: string): Promise<void>;
}

/**
 * Run in JupyterLab before its own scripts, so it stands alone.
 */
export function installPanels(): void {
  const find = (path: string): JigsawWidget => {
    for (const widget of window.jupyterapp.shell.widgets('main')) {
      const candidate = widget as unknown as JigsawWidget;
      if (candidate.context?.path === path) {
        return candidate;
      }
    }
    throw new Error(`${path} is not open`);
  };
  const get = (path: string): JigsawPanel => {
    const { panel } = find(path);
    if (!panel) {
      throw new Error(`${path} is still on its way`);
    }
    return panel;
  };
  window.panels = {
    get,
    write: async (path, content) => {
      const { contents } = window.jupyterapp.serviceManager;
      await contents.save(path, { type: 'file', format: 'text', content });
    },
    open: async path => {
      const began = performance.now();
      const { commands } = window.jupyterapp;
      const widget: JigsawWidget = await commands.execute('docmanager:open', {
        path
      });
      const panel = await widget.content.ready;
      await panel.editor.ready;
      return (await window.bench.nextPaint()) - began;
    },
    close: async path => {
      const widget = find(path);
      const closed = new Promise<void>(resolve =>
        widget.disposed.connect(() => resolve())
      );
      widget.context.model.dirty = false;
      widget.close();
      await closed;
    },
    openAndClose: async path => {
      const { commands } = window.jupyterapp;
      const widget = await commands.execute('docmanager:open', { path });
      await widget.revealed;
      const panel: Partial<JigsawPanel> | undefined =
        await widget.content.ready;
      await panel?.editor?.ready;
      await window.bench.nextPaint();
      await window.panels.close(path);
      await window.bench.nextPaint();
    },
    ready: async path => {
      const { runner } = get(path);
      await new Promise<void>(resolve => {
        const look = () => {
          if (runner.executor?.kernel) {
            runner.changed.disconnect(look);
            resolve();
          }
        };
        runner.changed.connect(look);
        look();
      });
      // Until code has been run, a status may not have come.
      const { status } = await runner.run('pass').done;
      if (status !== 'ok') {
        throw new Error(`The kernel of ${path} answers '${status}'`);
      }
    }
  };
}
