export { claimsToBeJigsaw } from './claim';
export { isWorkspaceFilename } from './filename';
export { guardRequest, type Guarded } from './guard';
export * from './limits';
export * from './tokens';
