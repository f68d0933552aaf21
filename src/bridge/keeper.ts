/**
 * The least time between two messages, in milliseconds: far fewer than a frame
 * may send.
 */
const INTERVAL = 500;

/**
 * A script for a page that we write into a frame: it sends the blocks after
 * each edit, so that they are kept when the frame is drawn anew.
 *
 * As text, since it runs in the page, beside whatever Blockly that has.
 *
 * @param workspace - the name of the workspace's file
 */
export const KEEPER = (workspace: string): string => `
(function () {
  var Blockly = window.Blockly;
  var main = Blockly && (Blockly.getMainWorkspace ? Blockly.getMainWorkspace() : Blockly.mainWorkspace);
  if (!main) {
    return;
  }
  var text = function () {
    return Blockly.Xml.domToText(Blockly.Xml.workspaceToDom(main));
  };
  var last = text();
  var count = 0;
  var timer;
  var send = function () {
    timer = undefined;
    var xml = text();
    if (xml === last) {
      return;
    }
    last = xml;
    timer = setTimeout(send, ${INTERVAL});
    window.parent.postMessage({
      type: 'jigsaw',
      version: 2,
      action: 'keep',
      workspace_filename: ${JSON.stringify(workspace).replaceAll('<', '\\u003c')},
      save_xml: xml,
      msg_id: 'keep-' + ++count + '-' + Math.random()
    }, '*');
  };
  main.addChangeListener(function () {
    if (timer === undefined) {
      send();
    }
  });
})();`;

/**
 * What a page adds to its messages in the place of its key while nobody has
 * clicked or typed in it.
 */
export const UNTOUCHED = 'untouched';

/**
 * A script for a page that we write into a frame: it adds a key to what the
 * page sends to the one around it, and which of its lives it is that speaks. No
 * other page has the key, whatever comes to be shown in the frame; and the same
 * page, shown once more, begins with the blocks that it had first.
 *
 * Nor has the page itself, until somebody has clicked or typed in it: its file
 * may have been replaced since its cell was run, and would run code as soon as
 * the notebook is opened. So this has to be the first script of the page, which
 * it leaves at once, and keeps what it needs for the browser's own answer: that
 * can't be faked. Which element of the page around it has the focus says
 * nothing, since a frame can take it.
 */
export const SPEAKER = (key: string): string => `
(function () {
  'use strict';
  document.currentScript.remove();
  var outside = window.parent;
  // Not in a function that the page can see the text of.
  var key = ${JSON.stringify(`${key}/`)} + Math.random();
  var isTouched = false;
  var activation = navigator.userActivation;
  var ask = activation
    ? Object.getOwnPropertyDescriptor(UserActivation.prototype, 'hasBeenActive').get.bind(activation)
    : function () { return isTouched; };
  ['pointerdown', 'keydown'].forEach(function (type) {
    // For browsers that don't tell.
    window.addEventListener(type, function (event) {
      isTouched = isTouched || event.isTrusted;
    }, true);
  });
  window.parent = {
    postMessage: function (message) {
      var rest = Array.prototype.slice.call(arguments, 1);
      var sent = message;
      if (message && message.type === 'jigsaw') {
        var touched = ask();
        if (!touched && message.action === 'keep') {
          // What the page itself has tidied up while it loaded.
          return;
        }
        sent = Object.assign({}, message, { page_key: touched ? key : '${UNTOUCHED}' });
      }
      outside.postMessage.apply(outside, [sent].concat(rest));
    }
  };
})();`;
