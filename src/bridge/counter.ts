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
 * How long a page may still load blocks when all else has loaded, and how long
 * that may take, in milliseconds.
 */
const REST = 1_000;
const PATIENCE = 10_000;

/**
 * A script for a page that we write into a frame: it says so when the page does
 * not show all blocks that it was given. Blockly stops at the first that it
 * can't load, and MetaKernel's pages say nothing of it: what they send later is
 * the rest.
 *
 * A page may load its blocks late, so it is given time. What it sends before it
 * has had all of them goes without blocks, and an edit not at all. Once it has
 * had all, what is gone the user has deleted.
 *
 * @param workspace - the name of the workspace's file
 */
export const COUNTER = (workspace: string, given: BlockCounts): string =>
  Object.keys(given).length === 0
    ? ''
    : `
(function () {
  var given = ${literal(Object.entries(given))};
  var showsAll = function (main) {
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
  var watched;
  var wasWhole = false;
  // Whether something is missing that has never been there.
  var lacks = function () {
    if (wasWhole) {
      return false;
    }
    var main = ${MAIN_WORKSPACE};
    if (!main) {
      return false;
    }
    wasWhole = showsAll(main);
    if (!wasWhole && main !== watched) {
      watched = main;
      main.addChangeListener(lacks);
    }
    return !wasWhole;
  };
  lacks();
  if (wasWhole) {
    return;
  }
  var speaker = window.parent;
  var post = speaker.postMessage;
  speaker.postMessage = function (message, ...rest) {
    if (message && message.type === 'jigsaw' && message.save_xml && lacks()) {
      if (message.action === 'keep') {
        return;
      }
      message = { ...message, save_xml: null };
    }
    post(message, ...rest);
  };
  var isTold = false;
  var tell = function () {
    if (!isTold && lacks()) {
      isTold = true;
      post({
        type: 'jigsaw',
        version: 2,
        action: 'incomplete',
        workspace_filename: ${literal(workspace)},
        msg_id: 'incomplete-' + Math.random()
      }, '*');
    }
  };
  window.addEventListener('load', function () {
    // The page's own listeners may load the blocks.
    setTimeout(lacks);
    setTimeout(tell, ${REST});
  });
  // Something that never comes would keep the page from it.
  setTimeout(tell, ${PATIENCE});
})();`;
