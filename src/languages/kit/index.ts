export { defaultOf, type DefaultKind } from './defaults';
export { TableGenerator, type Code, type Emit } from './generator';
export {
  countingHead,
  hasEffects,
  isKept,
  mayChange,
  oppositeOf,
  repeatHead
} from './loops';
export { ReadableNames, UNICODE_LETTERS } from './names';
export { leftToRight } from './orders';
export { placeParts } from './places';
export { StartValues } from './startValues';
export { VariableFacts } from './variableFacts';
export { typeOfValue } from './variableTypes';
export { Survey, type IPlace } from './survey';
export { takenItem } from './taken';
export { byField, statement, value } from './templates';
export { Inference } from './inference';
export { nameOf, resultKey } from './keys';
export { itemInputs } from './items';
export { TypedGenerator, isEmptyList } from './typed';
export {
  UNKNOWN,
  isList,
  isNumber,
  isPrimitive,
  itemOf,
  join,
  type Type
} from './types';
export { isSetIn, writtenBy } from './writes';
