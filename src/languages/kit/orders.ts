/**
 * The pairs of orders that need no parentheses in a language whose operators are
 * taken from the left: sums in sums, products in products, and on the left of
 * an operator what binds as it does.
 *
 * @param orders - the language's table
 * @returns outer and inner order, for Blockly's `ORDER_OVERRIDES`
 */
export function leftToRight(
  orders: Readonly<
    Record<
      'LEFT_MULTIPLY' | 'MULTIPLY' | 'DIVIDE' | 'LEFT_ADD' | 'ADD' | 'SUBTRACT',
      number
    >
  >
): [number, number][] {
  return [
    [orders.MULTIPLY, orders.MULTIPLY],
    [orders.LEFT_MULTIPLY, orders.MULTIPLY],
    [orders.LEFT_MULTIPLY, orders.DIVIDE],
    [orders.ADD, orders.ADD],
    [orders.LEFT_ADD, orders.ADD],
    [orders.LEFT_ADD, orders.SUBTRACT]
  ];
}
