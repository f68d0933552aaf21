/**
 * A link.
 */
export function link(text: string, href: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}

/**
 * A button of the page.
 */
export function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.className = 'jp-JigsawPage-button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}
