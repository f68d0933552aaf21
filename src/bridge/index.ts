export { Bridge } from './bridge';
export * from './tokens';
export { Trust } from './trust';
