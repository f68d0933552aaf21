import { literal } from './literal';

/**
 * The workspace of a page, as JavaScript; nothing if its Blockly is hidden.
 */
export const MAIN_WORKSPACE =
  'window.Blockly && (window.Blockly.getMainWorkspace ? window.Blockly.getMainWorkspace() : window.Blockly.mainWorkspace)';

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
  var main = ${MAIN_WORKSPACE};
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
      workspace_filename: ${literal(workspace)},
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
 * clicked in it.
 */
export const UNTOUCHED = 'untouched';

/**
 * A script for a page that we write into a frame: it adds a key to what the
 * page sends to the one around it, and which of its lives it is that speaks. No
 * other page has the key, whatever comes to be shown in the frame; and the same
 * page, shown once more, begins with the blocks that it had first.
 *
 * The page itself can't get at the key: its file may have been replaced since
 * its cell was run, and would run code as soon as the notebook is opened. So it
 * is added once somebody has clicked in the page, or has come by Tab and pressed
 * Enter or Space; a frame can take the focus, and then any key may be meant for
 * the notebook. What is edited is kept from the first click or key on. That it
 * does not show all blocks a page may say at any time, which runs and saves
 * nothing.
 *
 * This has to be the first script of the page, which it leaves at once. All
 * that it asks later it has fetched before, since the page can change it.
 */
export const SPEAKER = (key: string): string => `
(function () {
  'use strict';
  document.currentScript.remove();
  var post = window.parent.postMessage.bind(window.parent);
  // Not in a function of which the page can see the text.
  var key = ${JSON.stringify(`${key}/`)} + Math.random();
  var apply = Reflect.apply;
  var nameOf = Object.getOwnPropertyDescriptor(KeyboardEvent.prototype, 'key').get;
  var isTabbed = false;
  var isPressed = false;
  window.addEventListener('pointerdown', function (event) {
    isPressed = isPressed || event.isTrusted;
  }, true);
  // The Tab that leads here goes down elsewhere, and comes up here.
  var isTabDown = false;
  window.addEventListener('keyup', function (event) {
    if (event.isTrusted && apply(nameOf, event, []) === 'Tab') {
      isTabbed = isTabbed || !isTabDown;
      isTabDown = false;
    }
  }, true);
  window.addEventListener('keydown', function (event) {
    if (event.isTrusted) {
      var name = apply(nameOf, event, []);
      isTabDown = isTabDown || name === 'Tab';
      isPressed = isPressed || (isTabbed && (name === 'Enter' || name === ' '));
    }
  }, true);
  var activation = navigator.userActivation;
  // The browser knows what is a click; not every one tells.
  var isActive = activation
    ? Object.getOwnPropertyDescriptor(UserActivation.prototype, 'hasBeenActive').get.bind(activation)
    : function () { return isPressed; };
  window.parent = {
    postMessage: function (message, ...rest) {
      if (!message || message.type !== 'jigsaw') {
        post(message, ...rest);
        return;
      }
      // What it says later may be something else.
      var copy = { ...message };
      var isEdit = copy.action === 'keep';
      var isHeard = copy.action === 'incomplete' || (isActive() && (isEdit || isPressed));
      // What the page has tidied up while it loaded is no edit.
      if (isHeard || !isEdit) {
        post({ ...copy, page_key: isHeard ? key : '${UNTOUCHED}' }, ...rest);
      }
    }
  };
})();`;
