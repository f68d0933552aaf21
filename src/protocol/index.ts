export { claimsToBeJigsaw } from './claim';
export { isPlainPath, isWorkspaceFilename } from './filename';
export { guardRequest, type Guarded } from './guard';
export * from './limits';
export * from './tokens';
