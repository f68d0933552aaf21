import type { IBundle } from '../cell/bundle';
import { DEFAULT_HEIGHT } from '../cell/heights';

/**
 * What `%jigsaw` puts out of blocks that are new.
 */
export const NEW_BUNDLE: IBundle = {
  version: 1,
  language: 'python',
  toolbox: '',
  height: DEFAULT_HEIGHT,
  workspace: null,
  given: '',
  state: ''
};
