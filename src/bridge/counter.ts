import { MAIN_WORKSPACE } from './keeper';
import { literal } from './literal';

/**
 * How many blocks there are of a type, shadows among them, or how many of these
 * have a field of this value.
 */
export type PartCount = readonly [
  count: number,
  type: string,
  field?: string,
  value?: string
];

/**
 * What is in a workspace's XML, of which a page may show less. If that is not
 * well-formed, a page shows none of its blocks.
 */
export function countParts(xml: string): PartCount[] {
  const parser = new DOMParser();
  const strict = parser.parseFromString(xml, 'text/xml');
  const isWhole = strict.querySelector('parsererror') === null;
  const page = isWhole ? strict : parser.parseFromString(xml, 'text/html');
  const counts = new Map<string, PartCount>();
  const add = (...part: [type: string, field?: string, value?: string]) => {
    const key = JSON.stringify(part);
    counts.set(key, [(counts.get(key)?.[0] ?? 0) + 1, ...part]);
  };
  for (const block of page.querySelectorAll('block[type], shadow[type]')) {
    const type = block.getAttribute('type')!;
    add(type);
    const values = new Map<string, string>();
    for (const child of block.children) {
      const name = child.getAttribute('name');
      if (child.localName === 'field' && name) {
        // Of two with one name, Blockly takes the second.
        values.set(name, child.textContent ?? '');
      }
    }
    values.forEach((value, name) => add(type, name, value));
  }
  return [...counts.values()];
}

/**
 * How long a page may still load blocks when all else has loaded, and how long
 * that may take, in milliseconds.
 */
const REST = 1_000;
const PATIENCE = 10_000;

/**
 * A script for a page that we write into a frame: it says so when the page does
 * not show all that it was given. Blockly stops at the first block that it can't
 * load, leaves out fields that a block does not have, and values that a field
 * can't have; and MetaKernel's pages say nothing of it: what they send later is
 * the rest.
 *
 * A page may load its blocks late, so it is given time. What it sends before it
 * has had all of them goes without blocks, and an edit not at all. Once it has
 * had all, what is gone the user has deleted. It may have more than it was given,
 * as fields that a type has got since.
 *
 * @param workspace - the name of the workspace's file
 */
export const COUNTER = (
  workspace: string,
  given: readonly PartCount[]
): string =>
  given.length === 0
    ? ''
    : `
(function () {
  var keyOf = function (type, field, value) {
    if (field === undefined) {
      return JSON.stringify([type]);
    }
    // Blockly writes numbers, colours and names in ways of its own.
    var text = value.trim().toLowerCase();
    return JSON.stringify([type, field, text === '' || isNaN(text) ? text : Number(text)]);
  };
  var add = function (counts, count, key) {
    counts[key] = (counts[key] || 0) + count;
  };
  var given = {};
  ${literal(given)}.forEach(function (part) {
    add(given, part[0], keyOf(part[1], part[2], part[3]));
  });
  var showsAll = function (main) {
    var shown = {};
    var blocks = window.Blockly.Xml.workspaceToDom(main).querySelectorAll('block, shadow');
    for (var i = 0; i < blocks.length; i++) {
      var type = blocks[i].getAttribute('type');
      add(shown, 1, keyOf(type));
      for (var child = blocks[i].firstElementChild; child; child = child.nextElementSibling) {
        if (child.localName === 'field') {
          add(shown, 1, keyOf(type, child.getAttribute('name'), child.textContent));
        }
      }
    }
    return Object.keys(given).every(function (key) {
      return shown[key] >= given[key];
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
