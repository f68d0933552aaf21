import {
  colourBlend,
  colourPicker,
  colourRandom,
  colourRgb
} from '@blockly/field-colour';
import type { Workspace } from 'blockly/core';
import { PythonGenerator, pythonGenerator } from 'blockly/python';

import { blocks } from './blocks';

/**
 * Blockly's Python generator, for a session that others use too.
 *
 * Blockly's own writes `x = None` for every variable, which would wipe out the
 * variables of the notebook whose kernel this is.
 */
export class KernelPythonGenerator extends PythonGenerator {
  constructor() {
    super();
    Object.assign(this.forBlock, pythonGenerator.forBlock, blocks, {
      [colourBlend.BLOCK_NAME]: colourBlend.toPython,
      [colourPicker.BLOCK_NAME]: colourPicker.toPython,
      [colourRandom.BLOCK_NAME]: colourRandom.toPython,
      [colourRgb.BLOCK_NAME]: colourRgb.toPython
    });
  }

  override init(workspace: Workspace): void {
    super.init(workspace);
    delete this.definitions_['variables'];
  }
}
