import { type IReport, sorted } from './findings';

/**
 * A report as text, to be sent to somebody; it is that of `jupyter jigsaw doctor`.
 */
export function reportText({ findings, fine }: IReport): string {
  const lines = sorted(findings).flatMap(found => [
    `${found.severity.toUpperCase()}  ${found.system}: ${found.seen}`,
    `  ${found.advice}`,
    ...found.changes.flatMap(({ where, line }) => [
      `  ${where}:`,
      ...line.split('\n').map(text => `      ${text}`)
    ]),
    `  (${found.id})`,
    ''
  ]);
  return [...lines, 'Fine:', ...fine.map(text => `  ${text}`), ''].join('\n');
}
