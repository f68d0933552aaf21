import { PageConfig, URLExt } from '@jupyterlab/coreutils';

/**
 * Where Blockly's sprites and cursors lie, ending in a slash.
 */
export function mediaUrl(): string {
  return URLExt.join(
    PageConfig.getOption('fullLabextensionsUrl'),
    'jupyterlab-jigsaw/static/media/'
  );
}
