import * as Blockly from 'blockly/core';

/**
 * Blockly's drop-down and tooltip live once a page, found by class name: the
 * first copy of Blockly to inject makes them, every other copy finds them there
 * and takes them for its own without having created them, so that its
 * drop-downs fail (`DropDownDiv.createDom` and `Tooltip.createDom` of the
 * core). Ours are therefore only visible under those names while we inject,
 * and those of another copy are out of sight meanwhile.
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
}

/**
 * Whether an element lies in a pop-up.
 */
export function isPopup(target: Element): boolean {
  return target.closest(`.${PLACE}`) !== null;
}

/**
 * Inject a workspace with pop-ups of our own.
 *
 * @param inject - calls `Blockly.inject`
 */
export function withOwnPopups<T>(inject: () => T): T {
  for (const name of SHARED) {
    swap(name, `${name}-${ASIDE}`);
    swap(OURS[name], name);
  }
  try {
    return inject();
  } finally {
    for (const name of SHARED) {
      swap(name, OURS[name]);
      swap(`${name}-${ASIDE}`, name);
    }
  }
}

function swap(from: string, to: string): void {
  document.querySelectorAll(`.${from}`).forEach(element => {
    element.classList.replace(from, to);
  });
}
