export { TableGenerator, type Code, type Emit } from './generator';
export { StartValues } from './startValues';
export { byField, statement, value } from './templates';
