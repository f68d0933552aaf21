import type { NotebookPanel } from '@jupyterlab/notebook';
import type { KernelMessage } from '@jupyterlab/services';

declare global {
  interface Window {
    frameRuns: IFrameRuns;
  }
}

export interface IFrameRuns {
  /**
   * Open a notebook and run all of its cells.
   *
   * @returns the id of its kernel
   */
  open(path: string): Promise<string>;
  /**
   * Have the frame of the open notebook send its message, and wait until the
   * run has ended.
   *
   * @returns milliseconds from the message to its first output
   */
  viaBridge(): Promise<number>;
  /**
   * Run code by the connection that the open notebook has to its kernel, as
   * its cells do.
   *
   * @returns milliseconds from the call to the first output
   */
  viaNotebook(code: string): Promise<number>;
  /**
   * Run code as MetaKernel's own script does it: look the session up, open a
   * WebSocket, send, and close it.
   *
   * @returns milliseconds from the call to the first output
   */
  viaLookup(path: string, code: string): Promise<number>;
}

/**
 * Run in JupyterLab before its own scripts, so it stands alone.
 */
export function installFrameRuns(): void {
  let panel: NotebookPanel;
  let sent = NaN;
  // Before every listener of the page.
  window.addEventListener(
    'message',
    ({ data }) => {
      if (data?.type === 'jigsaw') {
        sent = performance.now();
      }
    },
    { capture: true }
  );

  window.frameRuns = {
    open: async path => {
      const { commands } = window.jupyterapp;
      panel = await commands.execute('docmanager:open', { path });
      await panel.sessionContext.ready;
      await commands.execute('notebook:run-all-cells');
      return panel.sessionContext.session!.kernel!.id;
    },
    viaBridge: () => {
      const { kernel } = panel.sessionContext.session!;
      const frame = panel.node.querySelector('iframe')!;
      return new Promise(resolve => {
        let first = NaN;
        const onMessage = (
          _: unknown,
          { content, header }: KernelMessage.IIOPubMessage
        ) => {
          if (header.msg_type === 'stream' && Number.isNaN(first)) {
            first = performance.now() - sent;
          }
          if (
            header.msg_type === 'status' &&
            (content as { execution_state: string }).execution_state ===
              'idle' &&
            !Number.isNaN(first)
          ) {
            kernel!.iopubMessage.disconnect(onMessage);
            resolve(first);
          }
        };
        kernel!.iopubMessage.connect(onMessage);
        frame.contentWindow!.postMessage('go', '*');
      });
    },
    viaNotebook: async code => {
      const { kernel } = panel.sessionContext.session!;
      const began = performance.now();
      const future = kernel!.requestExecute({ code });
      let first = NaN;
      future.onIOPub = ({ header }) => {
        if (header.msg_type === 'stream' && Number.isNaN(first)) {
          first = performance.now() - began;
        }
      };
      await future.done;
      return first;
    },
    viaLookup: async (path, code) => {
      const { baseUrl, token, wsUrl } =
        window.jupyterapp.serviceManager.serverSettings;
      const began = performance.now();
      const response = await fetch(`${baseUrl}api/sessions`, {
        headers: token ? { Authorization: `token ${token}` } : {}
      });
      const sessions: { path: string; kernel: { id: string } }[] =
        await response.json();
      const { id } = sessions.find(session => session.path === path)!.kernel;
      const socket = new WebSocket(
        `${wsUrl}api/kernels/${id}/channels${token ? `?token=${token}` : ''}`
      );
      const msgId = crypto.randomUUID();
      socket.onopen = () =>
        socket.send(
          JSON.stringify({
            channel: 'shell',
            header: {
              msg_id: msgId,
              msg_type: 'execute_request',
              username: '',
              session: msgId,
              date: new Date().toISOString(),
              version: '5.3'
            },
            parent_header: {},
            metadata: {},
            buffers: [],
            content: {
              code,
              silent: false,
              store_history: true,
              user_expressions: {},
              allow_stdin: false
            }
          })
        );
      return new Promise((resolve, reject) => {
        let first = NaN;
        let replied = false;
        socket.onerror = reject;
        socket.onmessage = ({ data }) => {
          const { header, parent_header: parent } = JSON.parse(data);
          if (parent.msg_id !== msgId) {
            return;
          }
          if (header.msg_type === 'stream' && Number.isNaN(first)) {
            first = performance.now() - began;
          }
          replied ||= header.msg_type === 'execute_reply';
          if (replied && !Number.isNaN(first)) {
            socket.close();
            resolve(first);
          }
        };
      });
    }
  };
}
