import type { ISharedCell } from '@jupyter/ydoc';

/**
 * The magic, as a line or a cell of it: `%jigsaw Python --workspace ws`.
 */
const VALUE = /(?:"[^"\n]*"|'[^'\n]*'|\S+)/.source;
const OPTION = `-[\\w-]+(?:=|[ \\t]+)${VALUE}[ \\t]+`;
const MAGIC = new RegExp(
  `^\\s*%%?jigsaw[ \\t]+(?:${OPTION})*([A-Za-z]\\w*)`,
  'm'
);

/**
 * The language that a cell asks `%jigsaw` for, in lower case; null if there is
 * none to be found.
 */
export function languageOfMagic(
  cell: Pick<ISharedCell, 'getSource'>
): string | null {
  return MAGIC.exec(cell.getSource())?.[1].toLowerCase() ?? null;
}
