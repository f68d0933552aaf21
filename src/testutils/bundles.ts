import type { IBundle } from '../cell/bundle';

/**
 * What `%jigsaw` puts out of blocks that are new.
 */
export const NEW_BUNDLE: IBundle = {
  version: 1,
  language: 'python',
  toolbox: '',
  height: 350,
  workspace: null,
  given: '',
  state: ''
};
