import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import '../../style/doctor.css';
import { ConnectionCheck } from './connectionCheck';
import { type IChange, type IFinding, type IReport, sorted } from './findings';
import { reportText } from './reportText';

/**
 * Checks the connection, and shows what was found: the worst first, each with the
 * line to change; then what is fine.
 */
export class ReportView extends Widget {
  constructor(private readonly _options: ReportView.IOptions) {
    super();
    this.addClass('jp-Jigsaw-doctor');
    const { trans } = this._options;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Connection'));
    this._status.setAttribute('role', 'status');
    this._again = button(trans.__('Check Again'), () => void this.check());
    this._copy = button(trans.__('Copy Report'), () => {
      void this._copyText(reportText(this._report!));
    });
    const head = element('header', '');
    head.append(element('h2', trans.__('Connection')), this._again, this._copy);
    this.node.append(head, this._status, this._body);
    void this.check();
  }

  /**
   * Check everything anew, unless that is being done.
   */
  async check(): Promise<void> {
    if (this._again.disabled) {
      return;
    }
    this._again.disabled = this._copy.disabled = true;
    this._body.replaceChildren();
    const { pageUrl, settings, trans } = this._options;
    try {
      this._report = await new ConnectionCheck({
        pageUrl,
        settings,
        trans,
        progress: text => this._say(text)
      }).run();
      this._show(this._report);
      this._copy.disabled = false;
    } catch (reason) {
      console.error(reason);
      this._say(trans.__('The connection could not be checked: %1', reason));
    } finally {
      this._again.disabled = false;
    }
  }

  private _show(report: IReport): void {
    const { trans } = this._options;
    const findings = sorted(report.findings);
    const counted = findings.filter(({ severity }) => severity !== 'note');
    this._say(
      counted.length === 0
        ? trans.__('Nothing stands between this page and its kernels.')
        : trans._n(
            'One thing is not as it should be.',
            '%1 things are not as they should be.',
            counted.length
          )
    );
    const fine = element('details', '');
    const list = element('ul', '');
    list.append(...report.fine.map(text => element('li', text)));
    fine.append(
      element('summary', trans.__('What is fine (%1)', report.fine.length)),
      list
    );
    this._body.replaceChildren(
      ...findings.map(found => this._finding(found)),
      fine
    );
  }

  private _finding(found: IFinding): HTMLElement {
    const { trans } = this._options;
    const article = element('article', '');
    article.className = `jp-mod-${found.severity}`;
    article.dataset.finding = found.id;
    const kinds = {
      broken: trans.__('Broken'),
      warning: trans.__('Warning'),
      note: trans.__('Note')
    };
    const heading = element('h3', '');
    heading.append(
      element('span', kinds[found.severity]),
      ` ${found.system}: ${found.seen}`
    );
    article.append(
      heading,
      element('p', found.advice),
      ...found.changes.map(change => this._change(change))
    );
    return article;
  }

  private _change({ where, line }: IChange): HTMLElement {
    const { trans } = this._options;
    const figure = element('figure', '');
    const code = element('pre', '');
    code.append(element('code', line));
    const copy = button(trans.__('Copy'), () => void this._copyText(line));
    copy.setAttribute('aria-label', trans.__('Copy: %1', line));
    figure.append(element('figcaption', where), code, copy);
    return figure;
  }

  private async _copyText(text: string): Promise<void> {
    const { trans } = this._options;
    // Without TLS a browser has no clipboard for pages.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false
    );
    this._say(
      copied
        ? trans.__('Copied.')
        : trans.__('The browser lets nothing be copied: select the text.')
    );
  }

  private _say(text: string): void {
    this._status.textContent = text;
  }

  private _report: IReport | null = null;
  private readonly _again: HTMLButtonElement;
  private readonly _copy: HTMLButtonElement;
  private readonly _status = element('p', '');
  private readonly _body = element('div', '');
}

export namespace ReportView {
  export interface IOptions {
    /**
     * The address of the page that this runs on.
     */
    pageUrl: string;
    settings: ServerConnection.ISettings;
    trans: TranslationBundle;
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const node = element('button', text);
  node.className = 'jp-mod-styled jp-mod-reject';
  node.addEventListener('click', onClick);
  return node;
}
