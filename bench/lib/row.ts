import { median, quantile } from './stats';

export type Unit = 'ms' | 'kB' | 'MB' | 'count';

/**
 * A line of the table, as a figure measured it.
 */
export interface IRow {
  /**
   * What it is called in the results: `open-1000`.
   */
  id: string;
  figure: string;
  unit: Unit;
  ours: number[];
  /**
   * The same measured without us, in the same run; none where nothing compares.
   */
  baseline?: number[];
  /**
   * What is promised; without it the row is there for information.
   */
  target?: ITarget;
  /**
   * Anything that a reader of the table must know.
   */
  note?: string;
}

export interface ITarget {
  /**
   * What is held against the limit: a quantile of ours, or the medians' ratio.
   */
  of: 'ratio' | 'median' | 'p95' | 'max';
  atMost: number;
}

/**
 * A row with what follows from its samples.
 */
export interface IResult extends IRow {
  median: number;
  p90: number;
  p95: number;
  baselineMedian: number | null;
  baselineP90: number | null;
  ratio: number | null;
  verdict: 'met' | 'missed' | 'info';
}

/**
 * Judge a row.
 */
export function judge(row: IRow): IResult {
  const { ours, baseline, target } = row;
  const ratio = baseline ? median(ours) / median(baseline) : null;
  const figures = {
    median: median(ours),
    p95: quantile(ours, 0.95),
    max: Math.max(...ours),
    ratio
  };
  const judged = target ? figures[target.of] : null;
  if (target && (judged === null || Number.isNaN(judged))) {
    throw new Error(`${row.id} has nothing to hold against its target`);
  }
  return {
    ...row,
    median: figures.median,
    p90: quantile(ours, 0.9),
    p95: figures.p95,
    baselineMedian: baseline ? median(baseline) : null,
    baselineP90: baseline ? quantile(baseline, 0.9) : null,
    ratio,
    verdict:
      !target || judged === null
        ? 'info'
        : judged <= target.atMost
          ? 'met'
          : 'missed'
  };
}
