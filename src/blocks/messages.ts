import type { TranslationBundle } from '@jupyterlab/translation';
import { Msg } from 'blockly/core';

/**
 * Put the texts of our blocks where Blockly looks for texts.
 */
export function setMessages(trans: TranslationBundle): void {
  Msg['JIGSAW_IMPORT'] = trans.__('import');
  Msg['JIGSAW_IMPORT_TOOLTIP'] = trans.__(
    'Imports a Python module. Write "numpy as np" to give it a short name.'
  );
  Msg['JIGSAW_EXPRESSION'] = trans.__('expression');
  Msg['JIGSAW_EXPRESSION_STATEMENT_TOOLTIP'] = trans.__(
    'Runs what you type as a line of Python.'
  );
  Msg['JIGSAW_EXPRESSION_VALUE_TOOLTIP'] = trans.__(
    'The value of what you type as Python.'
  );
  const processing: Record<string, string> = {
    arc: trans.__(
      'Draws a part of an ellipse around (x, y), between two angles.'
    ),
    background: trans.__('Fills the whole canvas with a colour.'),
    ellipse: trans.__('Draws an ellipse around (x, y).'),
    fill: trans.__('Sets the colour that the next shapes are filled with.'),
    line: trans.__('Draws a line from (x1, y1) to (x2, y2).'),
    mousex: trans.__('How far the mouse is from the left edge.'),
    mousey: trans.__('How far the mouse is from the upper edge.'),
    nofill: trans.__('Leaves the next shapes empty inside.'),
    nostroke: trans.__('Draws the next shapes without an outline.'),
    point: trans.__('Draws a point at (x, y).'),
    quad: trans.__('Draws a shape with four corners.'),
    random: trans.__('A random number from 0 up to high.'),
    rect: trans.__('Draws a rectangle with a corner at (x, y).'),
    size: trans.__('Sets the size of the canvas, in pixels.'),
    stroke: trans.__('Sets the colour of the next outlines and lines.'),
    triangle: trans.__('Draws a triangle.')
  };
  for (const [name, tooltip] of Object.entries(processing)) {
    Msg[`JIGSAW_PROCESSING_${name.toUpperCase()}_TOOLTIP`] = tooltip;
  }
  Msg['JIGSAW_UNKNOWN_TOOLTIP'] = trans.__(
    'This block, or a value of it, is not known here. It is kept and saved unchanged, but has no code.'
  );
  // The places stay as they are, for the generators to fill.
  Msg['JIGSAW_NO_CODE'] = trans.__('Block "%1" has no code in %2.', '%1', '%2');
  Msg['JIGSAW_NO_ADDED_CODE'] = trans.__(
    'The extension that it comes from has no code for it in %1.',
    '%1'
  );
  Msg['JIGSAW_CANNOT'] = trans.__('%2 cannot do "%1". %3', '%1', '%2', '%3');
  Msg['JIGSAW_NO_PROMPT_IN_SKETCH'] = trans.__(
    'A sketch cannot ask for an answer in words: it has the mouse and the keys.'
  );
  const bash: Record<string, string> = {
    FRACTIONS: trans.__('Bash knows whole numbers alone.'),
    NESTING: trans.__('Bash has no lists in lists.'),
    KINDS: trans.__(
      'Bash has to know whether it is a number, a text, a condition or a list of one of them.'
    ),
    NOTHING: trans.__('Bash has no value for nothing.'),
    LISTS_IN_FUNCTIONS: trans.__(
      'Bash gives no lists to functions, nor back from them.'
    ),
    EFFECTS: trans.__(
      'A function of Bash that gives something back cannot print, or change variables of others.'
    ),
    PLACE: trans.__('Bash can do this only in a statement of its own.'),
    ASKING: trans.__('A kernel of Bash cannot ask.')
  };
  for (const [reason, text] of Object.entries(bash)) {
    Msg[`JIGSAW_BASH_${reason}`] = text;
  }
  Msg['JIGSAW_CPP_KINDS'] = trans.__(
    'In C++ it has to be known whether it is a number, a text, a condition or a list of one of them.'
  );
  Msg['JIGSAW_CPP_NOTHING'] = trans.__('C++ has no value for nothing.');
  Msg['JIGSAW_CPP_CHANGE'] = trans.__(
    'C++ can change only a list that is in a variable.'
  );
  Msg['JIGSAW_CPP_ORDER'] = trans.__(
    'C++ does not say which of its values is found first, and one changes another. Put it into a variable before.'
  );
  Msg['JIGSAW_TOO_DEEP'] = trans.__(
    'The blocks are nested too deeply to be turned into code. Move inner blocks into a function.'
  );
}
