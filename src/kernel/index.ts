/**
 * Running code on kernels.
 */
export * from './errors';
export * from './executor';
export * from './outputs';
export * from './sessionExecutor';
export * from './tokens';
