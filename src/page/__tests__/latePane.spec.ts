import { nullTranslator } from '@jupyterlab/translation';

import { CodeView } from '../../panel/codeView';
import { createEditorServices } from '../../testutils/panelServices';
import { LateCode } from '../latePane';

describe('LateCode', () => {
  it('shows code as text, and hands it over to the editor that comes', () => {
    const late = new LateCode();
    late.display('x = 1', 'text/x-python');
    expect(late.node.textContent).toBe('x = 1');
    const view = new CodeView({
      editorServices: createEditorServices(),
      trans: nullTranslator.load('jupyterlab-jigsaw')
    });
    late.fill(view);
    expect(view.code).toBe('x = 1');
    expect(late.node.querySelector('pre')).toBeNull();
    late.display('x = 2', 'text/x-python');
    expect(view.code).toBe('x = 2');
    expect(late.code).toBe('x = 2');
    late.dispose();
    expect(view.isDisposed).toBe(true);
  });

  it('hands over nothing where there is no code yet', () => {
    const late = new LateCode();
    const view = new CodeView({
      editorServices: createEditorServices(),
      trans: nullTranslator.load('jupyterlab-jigsaw')
    });
    late.fill(view);
    expect(view.code).toBe('');
    late.dispose();
  });

  it('says why there is no code, also in the editor that comes', () => {
    const late = new LateCode();
    late.display('x = 1', 'text/x-python');
    late.say('It cannot be done.');
    expect(late.code).toBe('');
    expect(late.node.textContent).toBe('It cannot be done.');
    const view = new CodeView({
      editorServices: createEditorServices(),
      trans: nullTranslator.load('jupyterlab-jigsaw')
    });
    late.fill(view);
    const hint = view.node.querySelector<HTMLElement>('.jp-Jigsaw-hint')!;
    expect(hint.textContent).toBe('It cannot be done.');
    late.display('x = 2', 'text/x-python');
    expect(hint.hidden).toBe(true);
    expect(view.code).toBe('x = 2');
    late.dispose();
  });
});
