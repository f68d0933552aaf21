/**
 * The type of what `%jigsaw` puts out; see `docs/file-format.md`.
 */
export const BLOCKS_MIME_TYPE = 'application/vnd.jupyterlab-jigsaw.blocks+json';

/**
 * Where the blocks of a cell are while it has no output, in its metadata.
 */
export const METADATA_KEY = 'jigsaw';

/**
 * The drive of the blocks of cells, before the colon of their paths.
 */
export const DRIVE_NAME = 'JigsawCell';
