import { Blocks, Msg, type Block } from 'blockly/core';

/**
 * The type of the placeholder for a block that isn't known here.
 */
export const UNKNOWN_TYPE = 'jigsaw_unknown';

/**
 * What a placeholder keeps of the block that it stands for.
 */
export interface IUnknownBlockState {
  /**
   * The type of the block that isn't known.
   */
  type: string;
  /**
   * What it can be connected to.
   */
  shape: {
    output: boolean;
    previous: boolean;
    next: boolean;
    inputs: { name: string; kind: 'value' | 'statement' }[];
  };
  /**
   * The block's own JSON other than inputs, next, x, y and id.
   */
  state: { [key: string]: unknown };
}

/**
 * The type of the block that a placeholder stands for.
 */
export function unknownType(block: Block): string {
  return (block as UnknownBlock).original_?.type ?? block.type;
}

type UnknownBlock = Block & { original_?: IUnknownBlockState };

/**
 * Define the placeholder.
 */
export function defineUnknownBlock(): void {
  Blocks[UNKNOWN_TYPE] = DEFINITION;
}

/**
 * Also what the fields hold: a value that one can't have is looked for there.
 */
function tooltip(unknown: IUnknownBlockState | undefined): string {
  const fields = unknown?.state.fields;
  return [
    Msg['JIGSAW_UNKNOWN_TOOLTIP'],
    ...(fields ? [short(JSON.stringify(fields))] : [])
  ].join('\n');
}

/**
 * As much of a name as anybody reads; a file may hold any.
 */
function short(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

// Not in the function, as in `python.ts`.
const DEFINITION = {
  init(this: UnknownBlock): void {
    this.appendDummyInput('JIGSAW_LABEL').appendField('?', 'JIGSAW_TYPE');
    this.setStyle('unknown_blocks');
    this.setTooltip(() => tooltip(this.original_));
  },

  loadExtraState(this: UnknownBlock, state: IUnknownBlockState): void {
    this.original_ = state;
    const { type, shape } = state;
    this.setFieldValue(short(type), 'JIGSAW_TYPE');
    this.setOutput(shape.output);
    this.setPreviousStatement(shape.previous);
    this.setNextStatement(shape.next);
    // Undo loads the state into a block that has its inputs.
    for (const { name, kind } of shape.inputs.filter(
      input => !this.getInput(input.name)
    )) {
      const input =
        kind === 'value'
          ? this.appendValueInput(name)
          : this.appendStatementInput(name);
      input.appendField(short(name));
    }
  },

  saveExtraState(this: UnknownBlock): IUnknownBlockState | null {
    return this.original_ ?? null;
  }
};
