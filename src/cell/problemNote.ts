import { Widget } from '@lumino/widgets';

/**
 * Says why the blocks of an output are not shown.
 */
export class ProblemNote extends Widget {
  constructor(text: string) {
    super();
    this.addClass('jp-Jigsaw-cellProblem');
    this.node.setAttribute('role', 'alert');
    this.node.textContent = text;
  }
}
