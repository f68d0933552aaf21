export { TableGenerator, type Code, type Emit } from './generator';
export { isLoopLocal } from './loops';
export { ReadableNames, UNICODE_LETTERS } from './names';
export { StartValues } from './startValues';
export { byField, statement, value } from './templates';
