import { PROCESSING_BLOCKS } from '../../blocks';
import type { Emit } from '../kit';
import type { ProcessingGenerator } from './generator';

/**
 * The blocks that draw, each of which is called as in Processing.
 */
export const drawing: Record<
  string,
  Emit<ProcessingGenerator>
> = Object.fromEntries(
  Object.entries(PROCESSING_BLOCKS).map(([type, { name, inputs, isValue }]) => [
    type,
    (block, generator) => {
      const names = Object.keys(inputs);
      // Processing.js takes `a < b, c > d` for types of Java.
      const order = names.length > 1 ? 'COMPARE' : 'NONE';
      const values = names.map(input =>
        generator.asNumber(block, input, order)
      );
      const isVariable = isValue && !names.length;
      const code = isVariable ? name : `${name}(${values.join(', ')})`;
      return isValue
        ? [code, generator.order(isVariable ? 'ATOMIC' : 'CALL')]
        : `${code};\n`;
    }
  ])
);
