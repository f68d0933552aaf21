/**
 * Finds what stands between this browser and its kernels.
 */
export * from './connectionCheck';
export * from './findings';
export * from './reportText';
export * from './reportView';
