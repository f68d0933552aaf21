import { UUID } from '@lumino/coreutils';

import '../../style/classic.css';
import type { INotifications } from '../bridge';

/**
 * What the classic notebook has in the place of JupyterLab's notifications: a
 * few lines in a corner of the page.
 */
export function createNotices(closeLabel: string): INotifications {
  const list = document.createElement('div');
  list.className = 'jp-Jigsaw-notices';
  list.setAttribute('role', 'status');
  document.body.append(list);
  const shown = new Map<string, HTMLElement>();
  const dismiss = (id: string) => {
    shown.get(id)?.remove();
    shown.delete(id);
  };
  const show: INotifications.Show = (text, options = {}) => {
    const id = UUID.uuid4();
    const notice = document.createElement('p');
    notice.append(text);
    for (const { callback, label } of [
      ...(options.actions ?? []),
      { label: closeLabel, callback: () => undefined }
    ]) {
      const button = document.createElement('button');
      button.className = 'btn btn-default btn-xs';
      button.textContent = label;
      button.addEventListener('click', event => {
        dismiss(id);
        callback(event);
      });
      notice.append(' ', button);
    }
    list.append(notice);
    shown.set(id, notice);
    if (options.autoClose) {
      setTimeout(() => dismiss(id), options.autoClose);
    }
    return id;
  };
  return { dismiss, error: show, info: show, warning: show };
}
