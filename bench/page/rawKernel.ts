declare global {
  interface Window {
    rawKernel: IRawKernel;
  }
}

export interface IRawKernel {
  /**
   * Open a WebSocket to a kernel that runs.
   */
  connect(kernelId: string): Promise<void>;
  /**
   * Send code, and wait for its first output and then for its end.
   *
   * @param onOutput - called with the text of the first stream message
   * @returns milliseconds from the call to that message
   */
  execute(code: string, onOutput?: (text: string) => void): Promise<number>;
  close(): void;
}

/**
 * The least that runs code from a page: `WebSocket`, `JSON`, and the wire
 * format `v1.kernel.websocket.jupyter.org`, which JupyterLab speaks too.
 *
 * https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
 *
 * Run in a page before its own scripts, so it stands alone.
 */
export function installRawKernel(): void {
  interface IMessage {
    header: { msg_type: string };
    parent: { msg_id?: string };
    content: { text?: string; execution_state?: string };
  }
  let socket: WebSocket;
  let onMessage: (message: IMessage) => void = () => undefined;
  const session = crypto.randomUUID();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  const encode = (type: string, content: unknown): [string, ArrayBuffer] => {
    const msgId = crypto.randomUUID();
    const header = {
      msg_id: msgId,
      msg_type: type,
      session,
      username: '',
      date: new Date().toISOString(),
      version: '5.3'
    };
    const parts = ['shell', header, {}, {}, content].map((part, index) =>
      encoder.encode(index === 0 ? (part as string) : JSON.stringify(part))
    );
    const offsets = [8 * (parts.length + 2)];
    for (const part of parts) {
      offsets.push(offsets[offsets.length - 1] + part.byteLength);
    }
    const bytes = new Uint8Array(offsets[offsets.length - 1]);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, BigInt(offsets.length), true);
    offsets.forEach((offset, index) =>
      view.setBigUint64(8 * (index + 1), BigInt(offset), true)
    );
    parts.forEach((part, index) => bytes.set(part, offsets[index]));
    return [msgId, bytes.buffer];
  };

  const decode = (buffer: ArrayBuffer): IMessage => {
    const view = new DataView(buffer);
    const at = (index: number) =>
      Number(view.getBigUint64(8 * (index + 1), true));
    const part = (index: number) =>
      JSON.parse(
        decoder.decode(
          new Uint8Array(buffer, at(index), at(index + 1) - at(index))
        )
      );
    return { header: part(1), parent: part(2), content: part(4) };
  };

  const open = async (id: string) => {
    const { wsUrl } = window.jupyterapp.serviceManager.serverSettings;
    socket = new WebSocket(
      `${wsUrl}api/kernels/${id}/channels?session_id=${session}`,
      'v1.kernel.websocket.jupyter.org'
    );
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => onMessage(decode(data));
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
  };

  const send = (
    type: string,
    content: unknown,
    onOutput?: (text: string) => void
  ) =>
    new Promise<number>(resolve => {
      let first = NaN;
      let replied = false;
      let idle = false;
      const began = performance.now();
      const [msgId, bytes] = encode(type, content);
      onMessage = ({ header, parent, content }) => {
        if (parent.msg_id !== msgId) {
          return;
        }
        if (header.msg_type === 'stream' && Number.isNaN(first)) {
          first = performance.now() - began;
          onOutput?.(content.text ?? '');
        }
        replied ||= header.msg_type.endsWith('_reply');
        idle ||=
          header.msg_type === 'status' && content.execution_state === 'idle';
        if (replied && idle) {
          resolve(first);
        }
      };
      socket.send(bytes);
    });

  window.rawKernel = {
    connect: async kernelId => {
      await open(kernelId);
      await send('kernel_info_request', {});
    },
    execute: (code, onOutput) =>
      send(
        'execute_request',
        {
          code,
          silent: false,
          store_history: true,
          user_expressions: {},
          allow_stdin: true,
          stop_on_error: false
        },
        onOutput
      ),
    close: () => socket.close()
  };
}
