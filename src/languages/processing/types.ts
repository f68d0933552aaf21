import { isList, isPrimitive, itemOf, type Type } from '../kit';

const BOXES: Record<string, string> = {
  int: 'Integer',
  float: 'Float',
  boolean: 'Boolean'
};

/**
 * A type as Java writes it, for a variable.
 */
export function javaType(type: Type): string {
  return isPrimitive(type) ? type : boxed(type);
}

/**
 * A type as Java writes it, for the items of a list.
 */
export function boxed(type: Type): string {
  if (isList(type)) {
    return `ArrayList<${boxed(itemOf(type))}>`;
  }
  return BOXES[type] ?? (type === 'String' ? type : 'Object');
}
