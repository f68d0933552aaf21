/**
 * Stands in the bundle for the renderers that JupyterLab's document context
 * imports for the sake of a resolver of links, which `editorPage.ts` gives it
 * itself (`rspack.page.config.js`). What they bring along, such as a parser of
 * style sheets, is a sixth of all that moves a block; it comes with the outputs.
 */
export const RenderMimeRegistry = null;
