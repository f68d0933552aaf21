/**
 * Take MetaKernel's own listener out of action, which runs in the notebook's
 * kernel whatever any window sends it.
 *
 * A window calls its listeners in the order in which they came, and a notebook
 * that is opened may draw its outputs, with that listener in one of them, before
 * this page's extensions are loaded. It looks up what it calls each time:
 * `metakernel/magics/jigsaw_magic.py`.
 */
export function silenceMetaKernel(): void {
  Object.defineProperty(document, 'jigsaw_handle_message', {
    get: () => undefined,
    // Each run of the magic sets it anew.
    set: () => undefined
  });
}
