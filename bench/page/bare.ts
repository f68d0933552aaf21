import type * as BlocklyModule from 'blockly/core';
import type * as PythonModule from 'blockly/python';

/**
 * The globals of the page with a Blockly of its own.
 */
declare global {
  interface Window {
    Blockly: typeof BlocklyModule;
    python: typeof PythonModule;
  }
}
