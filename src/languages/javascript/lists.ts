import type { Block } from 'blockly/core';
import { Order, javascriptGenerator } from 'blockly/javascript';

import type { KernelJavascriptGenerator } from './generator';
import { same } from './logic';

/**
 * By `indexOf`, which takes two lists for the same only if they are one; a list
 * in a list is found item by item, as in the other languages.
 */
export function listsIndexOf(
  block: Block,
  generator: KernelJavascriptGenerator
): [string, number] {
  const wanted = block.getInputTargetBlock('FIND');
  if (!wanted || generator.typeOf(wanted) !== 'Array') {
    return javascriptGenerator.forBlock[block.type](block, generator) as [
      string,
      number
    ];
  }
  const isFirst = block.getFieldValue('END') === 'FIRST';
  const name = generator.FUNCTION_NAME_PLACEHOLDER_;
  const find = isFirst ? 'findIndex' : 'findLastIndex';
  const placeOf = generator.provideFunction_(
    isFirst ? 'indexOfList' : 'lastIndexOfList',
    [
      `function ${name}(list, wanted) {`,
      `  return list.${find}(item => ${same(generator)}(item, wanted));`,
      '}'
    ]
  );
  const [list, value] = ['VALUE', 'FIND'].map(
    input => generator.valueToCode(block, input, Order.NONE) || '[]'
  );
  const place = `${placeOf}(${list}, ${value})`;
  return block.workspace.options.oneBasedIndex
    ? [`${place} + 1`, Order.ADDITION]
    : [place, Order.FUNCTION_CALL];
}
