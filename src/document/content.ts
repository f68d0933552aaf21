import type { IJigsawContent } from './tokens';

/**
 * The content of a new file.
 */
export function emptyContent(): IJigsawContent {
  return {
    version: 1,
    language: null,
    toolbox: '',
    kernelspec: null,
    indexBase: null,
    workspace: {}
  };
}
