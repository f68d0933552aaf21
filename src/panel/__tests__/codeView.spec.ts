import { nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { random } from '../../document/__tests__/samples';
import { createEditorServices } from '../../testutils/panelServices';
import { CodeView } from '../codeView';

const MIME = 'text/x-python';

/**
 * Texts that have much in common, as two versions of a program do.
 */
function pair(seed: number): [string, string] {
  const next = random(seed);
  const text = (length: number) =>
    Array.from(
      { length: Math.floor(next() * length) },
      () => ['a', 'b', '\n', '變', '😀', '\u0301'][Math.floor(next() * 6)]
    ).join('');
  const [start, end] = [text(6), text(6)];
  return [start + text(4) + end, start + text(4) + end];
}

describe('CodeView.difference', () => {
  it('makes the one text of the other, for any two', () => {
    for (let seed = 0; seed < 5000; seed++) {
      const [old, next] = pair(seed);
      const { start, end, text } = CodeView.difference(old, next);
      expect(start).toBeLessThanOrEqual(end);
      expect(old.slice(0, start) + text + old.slice(end)).toBe(next);
    }
  });

  it('touches no more than what differs', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const [old, next] = pair(seed);
      const { start, end, text } = CodeView.difference(old, next);
      const taken = old.slice(start, end);
      // Else its edge would be the same in both.
      if (taken && text) {
        expect(taken[0]).not.toBe(text[0]);
        expect(taken.at(-1)).not.toBe(text.at(-1));
      }
    }
    expect(CodeView.difference('same', 'same')).toEqual({
      start: 4,
      end: 4,
      text: ''
    });
  });
});

describe('CodeView', () => {
  let view: CodeView;

  beforeEach(() => {
    view = new CodeView({
      editorServices: createEditorServices(),
      trans: nullTranslator.load('jupyterlab-jigsaw')
    });
    Widget.attach(view, document.body);
  });

  afterEach(() => {
    view.dispose();
  });

  const shown = () =>
    [...view.node.querySelectorAll('.cm-line')].map(line => line.textContent);

  it('shows code after code', () => {
    for (const code of ['a = 1\nb = 2\n', 'a = 1\nc = 3\nb = 2\n', '', 'x\n']) {
      view.display(code, MIME);
      expect(view.code).toBe(code);
      expect(shown()).toEqual(code.split('\n'));
    }
  });

  it('replaces only what changed, so that nothing else is drawn anew', () => {
    view.display('a = 1\nb = 2\nc = 3\n', MIME);
    const [first, second, third] = view.node.querySelectorAll('.cm-line');
    view.display('a = 1\nb = 20\nc = 3\n', MIME);
    const after = view.node.querySelectorAll('.cm-line');
    expect(after[0]).toBe(first);
    expect(after[1].textContent).toBe('b = 20');
    expect(second.isConnected && third.isConnected).toBe(true);
    expect(after[2]).toBe(third);
  });

  it('says what to do while there is no code', () => {
    const hint = view.node.querySelector<HTMLElement>('.jp-Jigsaw-hint')!;
    view.display('\n', MIME);
    expect(hint.hidden).toBe(false);
    view.display('a\n', MIME);
    expect(hint.hidden).toBe(true);
  });

  const lit = () =>
    [...view.node.querySelectorAll('.jp-Jigsaw-lit')].map(
      line => line.textContent
    );

  it('lights up the lines of blocks, also when the code changes', () => {
    view.display('a\nb\nc\n', MIME, ['one', 'two', 'one', null]);
    view.light(new Set(['one']));
    expect(lit()).toEqual(['a', 'c']);

    view.display('new\na\nb\n', MIME, [null, 'one', 'two', null]);
    expect(lit()).toEqual(['a']);

    view.light(new Set(['gone']));
    expect(lit()).toEqual([]);
    view.light(new Set(['two']));
    // A language of another extension may say nothing of lines.
    view.display('b\n', MIME);
    expect(lit()).toEqual([]);
    view.display('b\n', MIME, ['two', 'two', 'two', 'two']);
    expect(lit()).toEqual(['b', '']);
  });

  it('says why there is no code, until there is some', () => {
    const hint = view.node.querySelector<HTMLElement>('.jp-Jigsaw-hint')!;
    view.display('a\n', MIME);
    view.say('Too deep.');
    expect(hint.textContent).toBe('Too deep.');
    expect(hint.hidden).toBe(false);
    expect(view.code).toBe('');
    view.display('', MIME);
    expect(hint.textContent).toContain('Drag blocks');
  });

  it('takes no typing', () => {
    view.display('a\n', MIME);
    const content = view.node.querySelector('.cm-content')!;
    expect(content.getAttribute('aria-readonly')).toBe('true');
  });
});
