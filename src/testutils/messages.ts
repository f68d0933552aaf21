import type { KernelMessage } from '@jupyterlab/services';

/**
 * A message of the IOPub channel, with content as a kernel might send it.
 */
export function iopub(
  type: KernelMessage.IOPubMessageType | 'unheard_of',
  content: unknown
): KernelMessage.IIOPubMessage {
  const msg: unknown = {
    header: {
      msg_id: 'id',
      msg_type: type,
      session: 'session',
      username: '',
      date: '2000-01-01T00:00:00Z',
      version: '5.3'
    },
    parent_header: {},
    metadata: {},
    content,
    channel: 'iopub'
  };
  return msg as KernelMessage.IIOPubMessage;
}
