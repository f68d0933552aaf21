import type { CommandRegistry } from '@lumino/commands';

/**
 * Let JupyterLab's shortcuts work while a field or menu of Blockly has the
 * keyboard, such as saving while a number is being typed.
 *
 * Blockly stops all keys at its pop-ups, and JupyterLab listens for keys
 * further out; so keys with a modifier are offered to the commands first.
 *
 * @param isPopup - whether an element lies in one of the pop-ups
 */
export function hearPopups(
  commands: CommandRegistry,
  isPopup: (target: Element) => boolean
): void {
  if (Private.heard.has(commands)) {
    return;
  }
  Private.heard.add(commands);
  document.addEventListener(
    'keydown',
    event => {
      const { ctrlKey, metaKey, altKey, shiftKey, key, target } = event;
      const offered =
        ctrlKey || metaKey || altKey || (shiftKey && key === 'Enter');
      if (offered && target instanceof Element && isPopup(target)) {
        commands.processKeydownEvent(event);
      }
    },
    true
  );
}

namespace Private {
  export const heard = new WeakSet<CommandRegistry>();
}
