export * from './tokens';
export { Trust } from './trust';
