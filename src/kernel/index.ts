/**
 * Running code on kernels.
 */
export * from './errors';
export * from './executor';
export * from './outputs';
export * from './report';
export * from './serverExecutor';
export * from './sessionExecutor';
export * from './tokens';
