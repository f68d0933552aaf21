/**
 * The lines that include all that programs may.
 */
export const HEADERS: string;

/**
 * A program of C++ that a compiler takes.
 */
export function compilable(program: string): string;

/**
 * A program of several, without what it includes.
 */
export function together(
  programs: readonly { name: string; program: string }[]
): string;
