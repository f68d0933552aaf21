import { Widget } from '@lumino/widgets';

import type { INoticeAction } from './notices';

/**
 * Stands in the place of the blocks when a file cannot be shown.
 */
export class ProblemView extends Widget {
  constructor() {
    super();
    this.addClass('jp-Jigsaw-problem');
    this.node.setAttribute('role', 'alert');
  }

  /**
   * Say what is wrong and what can be done.
   */
  display(
    title: string,
    message: string,
    actions: readonly INoticeAction[]
  ): void {
    const heading = document.createElement('h2');
    heading.textContent = title;
    const text = document.createElement('p');
    text.textContent = message;
    const buttons = document.createElement('div');
    for (const { label, execute } of actions) {
      const button = document.createElement('button');
      button.className = 'jp-mod-styled jp-mod-reject';
      button.textContent = label;
      button.addEventListener('click', execute);
      buttons.append(button);
    }
    this.node.replaceChildren(heading, text, buttons);
  }
}
