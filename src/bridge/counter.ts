import { MAIN_WORKSPACE } from './keeper';
import { literal } from './literal';

/**
 * How many blocks there are of each type.
 */
export type BlockCounts = Readonly<Record<string, number>>;

/**
 * The blocks in a workspace's XML, also if that is not well-formed: then a page
 * shows none of them.
 */
export function countBlocks(xml: string): BlockCounts {
  const page = new DOMParser().parseFromString(xml, 'text/html');
  const counts = new Map<string, number>();
  for (const block of page.querySelectorAll('block[type]')) {
    const type = block.getAttribute('type')!;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

/**
 * A script for a page that we write into a frame: it says so when the page does
 * not show all blocks that it was given. Blockly stops at the first that it
 * can't load, and MetaKernel's pages say nothing of it: what they send later is
 * the rest.
 *
 * Asked once the page has loaded, or as soon as somebody presses something in
 * it if that is earlier: what is gone later, the user has deleted. A page that
 * has all of them before is not asked again.
 *
 * @param workspace - the name of the workspace's file
 */
export const COUNTER = (workspace: string, given: BlockCounts): string =>
  Object.keys(given).length === 0
    ? ''
    : `
(function () {
  var given = ${literal(Object.entries(given))};
  var isWhole = function (main) {
    var shown = {};
    var blocks = window.Blockly.Xml.workspaceToDom(main).getElementsByTagName('block');
    for (var i = 0; i < blocks.length; i++) {
      var key = 'of ' + blocks[i].getAttribute('type');
      shown[key] = (shown[key] || 0) + 1;
    }
    return given.every(function (entry) {
      return (shown['of ' + entry[0]] || 0) >= entry[1];
    });
  };
  var find = function () {
    return ${MAIN_WORKSPACE};
  };
  var main = find();
  if (main && isWhole(main)) {
    return;
  }
  var TOUCHES = ['pointerdown', 'keydown'];
  var isAsked = false;
  var ask = function () {
    var main = find();
    if (isAsked) {
      return;
    }
    isAsked = true;
    TOUCHES.forEach(function (type) {
      window.removeEventListener(type, ask, true);
    });
    if (main && !isWhole(main)) {
      window.parent.postMessage({
        type: 'jigsaw',
        version: 2,
        action: 'incomplete',
        workspace_filename: ${literal(workspace)},
        msg_id: 'incomplete-' + Math.random()
      }, '*');
    }
  };
  TOUCHES.forEach(function (type) {
    window.addEventListener(type, ask, true);
  });
  window.addEventListener('load', function () {
    // The page's own listeners may load the blocks.
    setTimeout(ask);
  });
})();`;
