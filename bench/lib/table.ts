import type { IResult, ITarget, Unit } from './row';

const HEAD = [
  'figure',
  'ours',
  'baseline',
  'ratio',
  'p90',
  'base p90',
  'target',
  'verdict'
];

/**
 * The results as a table for people.
 */
export function table(results: readonly IResult[]): string {
  const lines = results.map(result => [
    result.figure,
    amount(result.median, result.unit),
    amount(result.baselineMedian, result.unit),
    result.ratio === null ? '' : `× ${result.ratio.toFixed(2)}`,
    amount(result.p90, result.unit),
    amount(result.baselineP90, result.unit),
    result.target ? target(result.target, result.unit) : '',
    result.verdict === 'missed' ? 'MISSED' : result.verdict
  ]);
  const widths = HEAD.map((_, column) =>
    Math.max(...[HEAD, ...lines].map(line => line[column].length))
  );
  const row = (cells: readonly string[]) =>
    `| ${cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])
      )
      .join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  const notes = results.flatMap(({ figure, note }) =>
    note ? [`${figure}: ${note}`] : []
  );
  return [row(HEAD), rule, ...lines.map(row), '', ...notes].join('\n').trim();
}

function amount(value: number | null, unit: Unit): string {
  if (value === null) {
    return '';
  }
  const digits = unit === 'count' || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit === 'count' ? '' : ` ${unit}`}`;
}

function target(goal: ITarget, unit: Unit): string {
  const name = goal.of === 'median' ? '' : `${goal.of} `;
  return goal.of === 'ratio'
    ? `ratio ≤ ${goal.atMost}`
    : `${name}≤ ${goal.atMost}${unit === 'count' ? '' : ` ${unit}`}`;
}
