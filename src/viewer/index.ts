/**
 * Pages of `%jigsaw` that are opened as files, in JupyterLab's HTML viewer.
 */
export { findInViewers } from './places';
