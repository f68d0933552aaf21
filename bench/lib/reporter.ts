import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import type {
  FullResult,
  Reporter,
  TestCase,
  TestError,
  TestResult
} from '@playwright/test/reporter';

import { ATTACHMENT, VERSIONS } from './record';
import { options } from './options';
import { type IResult, type IRow, judge } from './row';
import { table } from './table';

const FILE =
  process.env.JIGSAW_BENCH_OUTPUT ||
  join(__dirname, '..', 'results', 'latest.json');

/**
 * Gathers what the figures recorded: one table, one file, one verdict.
 */
export default class BenchReporter implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onTestBegin(test: TestCase): void {
    say(`… ${test.title}`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const seconds = (result.duration / 1000).toFixed(1);
    say(`${result.status === 'passed' ? '✓' : '✗'} ${test.title} ${seconds} s`);
    for (const error of result.errors) {
      this.onError(error);
    }
    for (const { name, body } of result.attachments) {
      if (name === ATTACHMENT && body) {
        this._results.push(judge(JSON.parse(body.toString()) as IRow));
      } else if (name === VERSIONS && body) {
        this._versions = JSON.parse(body.toString());
      }
    }
  }

  onError(error: TestError): void {
    console.error(error.stack ?? error.message ?? error.value);
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    if (this._results.length) {
      this._write();
      say(`\n${table(this._results)}\n`);
    }
    const missed = this._results.filter(({ verdict }) => verdict === 'missed');
    if (missed.length) {
      say(`Missed: ${missed.map(({ id }) => id).join(', ')}`);
    }
    const failed = options.check && missed.length > 0;
    return {
      status: failed && result.status === 'passed' ? 'failed' : result.status
    };
  }

  private _write(): void {
    mkdirSync(dirname(FILE), { recursive: true });
    const record = {
      date: new Date().toISOString(),
      quick: options.quick,
      cpus: cpus().length,
      cpu: cpus()[0]?.model,
      load: { before: this._load, after: loadavg() },
      versions: this._versions,
      results: this._results
    };
    writeFileSync(FILE, `${JSON.stringify(record, null, 1)}\n`);
  }

  private _load = loadavg();
  private _results: IResult[] = [];
  private _versions: unknown = null;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
