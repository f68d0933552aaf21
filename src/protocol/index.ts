export { isWorkspaceFilename } from './filename';
export { claimsToBeJigsaw, guardRequest, type Guarded } from './guard';
export * from './limits';
export * from './tokens';
