import catalogue from '../../jupyterlab_jigsaw/doctor/findings.json';

/**
 * How bad it is: nothing works, something may not, or it is to be known.
 */
export type Severity = 'broken' | 'warning' | 'note';

const SEVERITIES: readonly Severity[] = ['broken', 'warning', 'note'];

/**
 * A line, and the place where it belongs.
 */
export interface IChange {
  readonly where: string;
  readonly line: string;
}

/**
 * Something that is not as it should be; `docs/doctor.md` says what each field is.
 */
export interface IFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly system: string;
  readonly seen: string;
  readonly advice: string;
  readonly changes: readonly IChange[];
}

/**
 * What was found, what is fine, and what was seen on the way.
 */
export interface IReport {
  readonly findings: readonly IFinding[];
  readonly fine: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * The findings, the worst first.
 */
export function sorted(findings: readonly IFinding[]): IFinding[] {
  const rank = ({ severity }: IFinding) => SEVERITIES.indexOf(severity);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}

interface IEntry {
  readonly severity: string;
  readonly system: string;
  readonly advice: string;
  readonly changes: readonly (IChange & { readonly system?: string })[];
}

/** Its texts are the server's, too, and so are in English. */
const CATALOGUE: Readonly<Record<string, IEntry>> = catalogue;

/**
 * Make a finding.
 *
 * @param id - its name in the catalogue
 * @param seen - what was seen, as a sentence
 */
export function finding(
  id: string,
  seen: string,
  options: finding.IOptions
): IFinding {
  const { prefix, proxy } = options;
  const { severity, system, advice, changes } = CATALOGUE[id];
  const known = system === 'the proxy' ? proxy : null;
  const own = changes.filter(one => !one.system || one.system === known);
  return {
    id,
    severity: severity as Severity,
    system: known ?? system,
    seen,
    advice: advice,
    changes: (known && own.length > 0 ? own : changes).map(
      ({ where, line }) => ({
        where: put(where, prefix),
        line: put(line, prefix)
      })
    )
  };
}

export namespace finding {
  export interface IOptions {
    /**
     * The path that the proxy has, with its slashes.
     */
    prefix: string;
    /**
     * What the proxy is called, if that is known.
     */
    proxy: string | null;
  }
}

/** As the server's half does it (`_put` of `findings.py`). */
function put(text: string, prefix: string): string {
  const inner = text.replaceAll('/jupyter/', prefix);
  return prefix === '/'
    ? inner
    : inner.replace(/([ ^])\/jupyter(?=[ $])/g, `$1${prefix.slice(0, -1)}`);
}

/**
 * Whether something that came from a server is a report.
 */
export function isReport(value: unknown): value is IReport {
  const { findings, fine, facts } = (value ?? {}) as Partial<IReport>;
  return (
    Array.isArray(findings) &&
    findings.every(isFinding) &&
    isStrings(fine) &&
    typeof facts === 'object' &&
    facts !== null
  );
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string');

function isFinding(value: unknown): value is IFinding {
  const { id, severity, system, seen, advice, changes } = (value ??
    {}) as Partial<IFinding>;
  return (
    isStrings([id, system, seen, advice]) &&
    SEVERITIES.includes(severity!) &&
    Array.isArray(changes) &&
    changes.every(change => isStrings([change?.where, change?.line]))
  );
}
