import * as Blockly from 'blockly/core';

import type { IBlockShape } from '../document';

/**
 * The beginning of the types of stand-ins; no block of anybody's is called so.
 */
const PREFIX = 'jigsaw_stand_in_';

/**
 * Block types that exist for a moment: each holds the place of one block whose
 * type is not known, while Blockly reads or writes the blocks around it.
 */
export class StandIns {
  /**
   * Define a type with a shape; its name.
   */
  define(shape: IBlockShape): string {
    const type = `${PREFIX}${this._types.length}`;
    this._types.push(type);
    Blockly.Blocks[type] = {
      init(this: Blockly.Block): void {
        this.setOutput(shape.output);
        this.setPreviousStatement(shape.previous);
        this.setNextStatement(shape.next);
        for (const { name, kind } of shape.inputs) {
          if (kind === 'value') {
            this.appendValueInput(name);
          } else {
            this.appendStatementInput(name);
          }
        }
      }
    };
    return type;
  }

  /**
   * Whether a type is that of a stand-in.
   */
  has(type: string): boolean {
    return type.startsWith(PREFIX);
  }

  dispose(): void {
    for (const type of this._types) {
      delete Blockly.Blocks[type];
    }
  }

  private readonly _types: string[] = [];
}
