import { Blocks, Msg, type Block } from 'blockly/core';

/**
 * A block that calls a function of Processing, or reads one of its variables.
 */
interface IProcessingBlock {
  /**
   * What it is called in Processing, which is what the block says.
   */
  readonly name: string;
  /**
   * Its inputs, all for numbers, with what they have in the toolbox.
   */
  readonly inputs: Readonly<Record<string, number>>;
  readonly isValue?: boolean;
}

const SHAPE = { x: 0, y: 0, width: 50, height: 50 };
const COLOUR = { red: 0, green: 0, blue: 0 };

/**
 * The blocks of MetaKernel's Processing page, in the order of its toolbox.
 *
 * Types and input names are those of `jigsaw/Processing.html` on
 * https://calysto.github.io, so that workspaces saved there load.
 */
export const PROCESSING_BLOCKS: Readonly<Record<string, IProcessingBlock>> = {
  processing_size: { name: 'size', inputs: { width: 100, height: 100 } },
  processing_background: { name: 'background', inputs: COLOUR },
  processing_fill: { name: 'fill', inputs: COLOUR },
  processing_nofill: { name: 'noFill', inputs: {} },
  processing_stroke: { name: 'stroke', inputs: COLOUR },
  processing_nostroke: { name: 'noStroke', inputs: {} },
  processing_arc: { name: 'arc', inputs: { ...SHAPE, start: 0, stop: 3 } },
  processing_ellipse: { name: 'ellipse', inputs: SHAPE },
  processing_line: { name: 'line', inputs: { x1: 0, y1: 0, x2: 50, y2: 50 } },
  processing_point: { name: 'point', inputs: { x: 0, y: 0 } },
  processing_quad: {
    name: 'quad',
    inputs: { x1: 0, y1: 0, x2: 50, y2: 0, x3: 50, y3: 50, x4: 0, y4: 50 }
  },
  processing_rect: { name: 'rect', inputs: SHAPE },
  processing_triangle: {
    name: 'triangle',
    inputs: { x1: 0, y1: 50, x2: 50, y2: 50, x3: 25, y3: 0 }
  },
  processing_mousex: { name: 'mouseX', inputs: {}, isValue: true },
  processing_mousey: { name: 'mouseY', inputs: {}, isValue: true },
  processing_random: { name: 'random', inputs: { high: 1 }, isValue: true }
};

/**
 * Define the blocks of MetaKernel's Processing page. Their code comes with the
 * language.
 */
export function defineProcessingBlocks(): void {
  for (const [type, description] of Object.entries(PROCESSING_BLOCKS)) {
    Blocks[type] = definitionOf(type, description);
  }
}

function definitionOf(
  type: string,
  { name, inputs, isValue }: IProcessingBlock
) {
  return {
    init(this: Block): void {
      this.appendDummyInput().appendField(name);
      for (const input of Object.keys(inputs)) {
        this.appendValueInput(input).appendField(input).setCheck('Number');
      }
      this.setInputsInline(true);
      if (isValue) {
        this.setOutput(true, 'Number');
      } else {
        this.setPreviousStatement(true);
        this.setNextStatement(true);
      }
      this.setStyle('processing_blocks');
      this.setTooltip(() => Msg[`JIGSAW_${type.toUpperCase()}_TOOLTIP`]);
    }
  };
}
