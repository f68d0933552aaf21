import { PathExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { LabIcon } from '@jupyterlab/ui-components';

/**
 * The name of the file type, and of the model factory for it.
 */
export const FILE_TYPE = 'jigsaw';

/**
 * The name of the widget factory, which the user sees in _Open With_.
 */
export const FACTORY = 'Jigsaw';

/**
 * The ending of the files, with its dot.
 */
export const FILE_EXTENSION = '.jigsaw';

/**
 * The MIME type of the files.
 */
export const MIME_TYPE = 'application/vnd.jupyterlab-jigsaw+json';

/**
 * What the document registry needs to know of `.jigsaw` files.
 */
export function createFileType(
  trans: TranslationBundle,
  icon?: LabIcon
): DocumentRegistry.IFileType {
  return {
    name: FILE_TYPE,
    displayName: trans.__('Jigsaw File'),
    extensions: [FILE_EXTENSION],
    mimeTypes: [MIME_TYPE],
    contentType: 'file',
    fileFormat: 'text',
    ...(icon ? { icon } : {})
  };
}

/**
 * A path with another ending.
 */
export function withExtension(path: string, extension: string): string {
  return path.slice(0, path.length - PathExt.extname(path).length) + extension;
}
