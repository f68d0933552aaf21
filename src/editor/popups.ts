import * as Blockly from 'blockly/core';

/**
 * Blockly's drop-down and tooltip live once a page, found by class name: the
 * first copy of Blockly to inject makes them, every other copy finds them there
 * and takes them for its own without having created them, so that its
 * drop-downs fail (`DropDownDiv.createDom` and `Tooltip.createDom` of the
 * core). Ours are therefore only visible under those names while they are
 * made, and those of another copy are out of sight meanwhile.
 *
 * The drop-down is made anew with each opening and each closing
 * (`DropDownDiv.clearContent`), not only with a workspace.
 */
const SHARED = ['blocklyDropDownDiv', 'blocklyTooltipDiv'] as const;

/**
 * The class that an element of ours keeps in place of the shared one.
 */
const OURS: Record<(typeof SHARED)[number], string> = {
  blocklyDropDownDiv: 'jp-Jigsaw-dropDownDiv',
  blocklyTooltipDiv: 'jp-Jigsaw-tooltipDiv'
};

const PLACE = 'jp-Jigsaw-popups';

const ASIDE = 'jp-Jigsaw-mod-aside';

/**
 * Give Blockly's pop-ups a place outside the panels: by default they lie in
 * the workspace that had the focus last, and are cut off at its edges.
 */
export function placePopups(): void {
  const place = document.createElement('div');
  place.className = PLACE;
  document.body.append(place);
  Blockly.common.setParentContainer(place);
  // Blockly closes a pop-up when the focus leaves the workspace that was used
  // last, where pop-ups no longer lie: they count as a part of it.
  const focus = Blockly.getFocusManager();
  const setRoot = focus.setPopoverFocusRoot.bind(focus);
  focus.setPopoverFocusRoot = root => setRoot(joined(root, place));
  keepDropDown(place);
}

/**
 * Two elements as one, for as much as the focus manager asks of a root: to
 * listen on it, and whether something lies in it.
 */
function joined(one: HTMLElement, other: HTMLElement): HTMLElement {
  const both = [one, other];
  const root: Pick<
    HTMLElement,
    'addEventListener' | 'contains' | 'removeEventListener'
  > = {
    addEventListener: (type: string, listener: EventListener) =>
      both.forEach(element => element.addEventListener(type, listener)),
    removeEventListener: (type: string, listener: EventListener) =>
      both.forEach(element => element.removeEventListener(type, listener)),
    contains: node => both.some(element => element.contains(node))
  };
  return root as HTMLElement;
}

/**
 * Let fields open in a drop-down of ours, whoever else has one on the page,
 * and let none that is made on closing keep the shared name.
 */
function keepDropDown(place: HTMLElement): void {
  const { showEditor } = Blockly.Field.prototype;
  Blockly.Field.prototype.showEditor = function (event?: Event) {
    withOwnPopups(() => {
      Blockly.DropDownDiv.clearContent();
      showEditor.call(this, event);
    });
  };
  new MutationObserver(() => {
    for (const name of SHARED) {
      swap(name, OURS[name], place);
    }
  }).observe(place, { childList: true });
}

/**
 * Whether an element lies in a pop-up.
 */
export function isPopup(target: Element): boolean {
  return target.closest(`.${PLACE}`) !== null;
}

/**
 * Let Blockly make pop-ups, and make them ours.
 *
 * @param make - calls `Blockly.inject`, or what else makes pop-ups
 */
export function withOwnPopups<T>(make: () => T): T {
  for (const name of SHARED) {
    swap(name, `${name}-${ASIDE}`);
    swap(OURS[name], name);
  }
  try {
    return make();
  } finally {
    for (const name of SHARED) {
      swap(name, OURS[name]);
      swap(`${name}-${ASIDE}`, name);
    }
  }
}

function swap(from: string, to: string, within: ParentNode = document): void {
  within.querySelectorAll(`.${from}`).forEach(element => {
    element.classList.replace(from, to);
  });
}
