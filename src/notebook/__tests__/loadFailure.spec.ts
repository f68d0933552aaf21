import { nullTranslator } from '@jupyterlab/translation';
import { Panel, Widget } from '@lumino/widgets';

import { loadFailure } from '../loadFailure';

describe('loadFailure', () => {
  it('says what to do, tells the console why, and goes when it tries again', () => {
    const said = jest.spyOn(console, 'error').mockImplementation();
    const reason = new Error('it did not arrive');
    const retry = jest.fn();
    const panel = new Panel();
    panel.addWidget(loadFailure(reason, nullTranslator.load(''), retry));
    Widget.attach(panel, document.body);
    expect(said).toHaveBeenCalledWith(reason);
    expect(panel.node.textContent).toContain('Check the connection');
    // Before the next try, which may fail at once and be said again.
    retry.mockImplementation(() => expect(panel.widgets).toHaveLength(0));
    const button = panel.node.querySelector('button')!;
    expect(button.textContent).toBe('Try Again');
    button.click();
    expect(retry).toHaveBeenCalledTimes(1);
    expect(panel.node.textContent).toBe('');
    panel.dispose();
    said.mockRestore();
  });
});
