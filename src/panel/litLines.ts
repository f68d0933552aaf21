import { StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet
} from '@codemirror/view';

/**
 * Lights up lines of a CodeMirror editor, and hears clicks on lines.
 */
export class LitLines {
  /**
   * @param _onClick - called with the number of a line, from 0 on, on which
   *   there was a click that selects nothing
   */
  constructor(private readonly _onClick: (line: number) => void) {
    const plugin = ViewPlugin.define(view => {
      this._view = view;
      return {};
    });
    this.extension = [
      plugin,
      lit,
      EditorView.domEventHandlers({
        // A press that draws what is under it anew, as marked brackets are,
        // is followed by no `click`; one that began elsewhere is not meant.
        mousedown: ({ button }, view) => {
          const page = view.dom.ownerDocument.defaultView;
          if (button === 0 && page) {
            const done = new AbortController();
            // After the editor, which by then selects nothing any more.
            page.addEventListener(
              'mouseup',
              event => {
                done.abort();
                this._onPressed(event, view);
              },
              done
            );
            page.addEventListener('dragend', () => done.abort(), done);
          }
        }
      })
    ];
  }

  /**
   * What the editor is to be made with.
   */
  readonly extension: Extension;

  /**
   * Light up lines and no others.
   *
   * @param lines - their numbers, from 0 on
   * @param isNew - whether the first is to come into sight
   */
  show(lines: readonly number[], isNew: boolean): void {
    const view = this._view;
    if (!view) {
      return;
    }
    const { doc } = view.state;
    const places = lines
      .filter(line => line < doc.lines)
      .map(line => doc.line(line + 1).from);
    view.dispatch({
      effects: [
        setLit.of(places),
        ...places
          .slice(0, isNew ? 1 : 0)
          .map(place => EditorView.scrollIntoView(place, { y: 'nearest' }))
      ]
    });
  }

  private _onPressed({ clientX, clientY }: MouseEvent, view: EditorView): void {
    const place = view.posAtCoords({ x: clientX, y: clientY });
    if (place !== null && view.state.selection.main.empty) {
      this._onClick(view.state.doc.lineAt(place).number - 1);
      // The block takes the keyboard, with which one copies code.
      view.focus();
    }
  }

  private _view: EditorView | null = null;
}

const setLit = StateEffect.define<readonly number[]>();

const decoration = Decoration.line({ class: 'jp-Jigsaw-lit' });

const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, { changes, effects }) => {
    const [effect] = effects.filter(one => one.is(setLit)).slice(-1);
    return effect
      ? Decoration.set(
          (effect.value as readonly number[]).map(at => decoration.range(at))
        )
      : value.map(changes);
  },
  provide: field => EditorView.decorations.from(field)
});
