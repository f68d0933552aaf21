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
 * A script for a page that we write into a frame: it adds a key to what the
 * page sends to the one around it, and which of its lives it is that speaks. No
 * other page has the key, whatever comes to be shown in the frame; and the same
 * page, shown once more, begins with the blocks that it had first.
 */
export const SPEAKER = (key: string): string => `
(function () {
  var outside = window.parent;
  var life = String(Math.random());
  window.parent = {
    postMessage: function (message) {
      var rest = Array.prototype.slice.call(arguments, 1);
      var keyed = message && message.type === 'jigsaw'
        ? Object.assign({}, message, { page_key: ${JSON.stringify(`${key}/`)} + life })
        : message;
      outside.postMessage.apply(outside, [keyed].concat(rest));
    }
  };
})();`;
