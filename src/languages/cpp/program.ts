import { unmarked } from '../sourceMarks';

/**
 * Puts a program together: what it includes, the helpers, the variables that
 * functions share, the functions, and the statements.
 */
export class Program {
  /**
   * Note that the program names a variable.
   */
  use(id: string): void {
    this._used.add(id);
  }

  isUsed(id: string): boolean {
    return this._used.has(id);
  }

  /**
   * A statement that gives a variable a value that says all by itself, and that
   * may stand as its declaration.
   */
  static first(id: string, type: string, code: string): string {
    return `${FIRST}${id}${BETWEEN}${type}${END}${code}`;
  }

  /**
   * A declaration with a value that says all by itself, before which others may
   * be put.
   */
  static fixed(code: string): string {
    return `${FIXED}${code}`;
  }

  /**
   * Note that something is printed as it is only if the stream is told so.
   */
  show(kind: 'boolalpha' | 'setprecision(15)'): void {
    this._shown.add(kind);
  }

  /**
   * A function's definition.
   *
   * @param name - its name
   * @param head - what it is declared by
   */
  declare(name: string, head: string): void {
    this._heads.set(name, head);
  }

  /**
   * What is written in the definition of a function.
   */
  within<T>(name: string, write: () => T): T {
    const around = this._caller;
    this._caller = new Set();
    this._calls.set(name, this._caller);
    try {
      return write();
    } finally {
      this._caller = around;
    }
  }

  /**
   * Note that a function is called.
   */
  call(name: string): void {
    this._caller?.add(name);
  }

  /**
   * The program.
   *
   * @param code - its statements
   * @param definitions - its functions, with a `%` before their names, the
   *   helpers, and what blocks of other extensions need
   * @param variables - the lines that declare those at the top: what functions
   *   use, by the ids, and what only the statements use
   */
  put(
    code: string,
    definitions: Readonly<Record<string, string>>,
    variables: { shared: ReadonlyMap<string, string>; own: readonly string[] }
  ): string {
    const helpers: string[] = [];
    const includes: string[] = [];
    for (const [key, part] of Object.entries(definitions)) {
      const isFunction = key.startsWith('%') && this._heads.has(key.slice(1));
      if (!isFunction && part) {
        const lines = part.trimEnd().split('\n');
        includes.push(...lines.filter(isDirective));
        helpers.push(lines.filter(line => !isDirective(line)).join('\n'));
      }
    }
    const names = this._sorted();
    const { lifted, ids, rest } = lift(code);
    const shared = [...variables.shared]
      .filter(([id]) => !ids.has(id))
      .map(([, line]) => line);
    const body = this._statements(rest, variables.own);
    const parts = [
      ...helpers,
      [...lifted, ...shared].join('\n'),
      this._prototypes(names),
      ...names.map(name => definitions[`%${name}`] ?? ''),
      body
    ].filter(part => part.trim());
    const program = parts.map(part => part.trimEnd()).join('\n\n') + '\n';
    const head = [...new Set([...headersOf(program), ...includes])];
    return head.length ? `${head.join('\n')}\n\n${program}` : program;
  }

  private _statements(code: string, variables: readonly string[]): string {
    const shown = [...this._shown].sort().map(kind => ` << std::${kind}`);
    const first = [
      ...(shown.length ? [`std::cout${shown.join('')};`] : []),
      ...variables
    ];
    return code.trim() && first.length ? `${first.join('\n')}\n${code}` : code;
  }

  /**
   * The functions in an order in which each comes after those that it calls, as
   * far as there is one.
   */
  private _sorted(): string[] {
    const sorted = new Set<string>();
    const seen = new Set<string>();
    const add = (name: string) => {
      if (!seen.has(name) && this._heads.has(name)) {
        seen.add(name);
        this._calls.get(name)?.forEach(add);
        sorted.add(name);
      }
    };
    [...this._heads.keys()].forEach(add);
    return [...sorted];
  }

  /**
   * What has to be said of functions that are called before they are defined.
   */
  private _prototypes(names: readonly string[]): string {
    return names
      .filter((name, n) =>
        names.slice(0, n).some(other => this._calls.get(other)?.has(name))
      )
      .map(name => `${this._heads.get(name)};`)
      .join('\n');
  }

  private readonly _calls = new Map<string, Set<string>>();
  private _caller: Set<string> | null = null;
  private readonly _heads = new Map<string, string>();
  private readonly _shown = new Set<string>();
  private readonly _used = new Set<string>();
}

// Unicode has these for a program's own use; no font shows them.
const FIRST = '\uFDD2';
const FIXED = '\uFDD3';
const END = '\uFDD4';
const BETWEEN = '\uFDD5';
const MARKED = /\uFDD3|\uFDD2[^\uFDD4]*\uFDD4/g;

/**
 * Take the statements with which a program begins, and that give variables that
 * functions share their first values, out of it: they can stand as the
 * declarations of them.
 */
function lift(code: string): {
  lifted: string[];
  ids: Set<string>;
  rest: string;
} {
  const lifted: string[] = [];
  const ids = new Set<string>();
  const rest: string[] = [];
  let isStart = true;
  for (const line of code.split('\n')) {
    const text = unmarked(line).trim();
    const [, id, type] = /^\uFDD2(.*)\uFDD5(.*)\uFDD4/.exec(text) ?? [];
    // A comment goes with what it stands above, which may stay.
    isStart &&= text.startsWith(FIRST) || text.startsWith(FIXED);
    if (isStart && id !== undefined && !ids.has(id)) {
      ids.add(id);
      lifted.push(line.replace(MARKED, () => `${type} `));
    } else {
      rest.push(line.replace(MARKED, ''));
    }
  }
  return { lifted, ids, rest: rest.join('\n') };
}

const isDirective = (line: string) => /^#\s*include\b/.test(line);

/** Where the names are that programs use. */
const HEADERS: Record<string, string> = {
  algorithm:
    'count find max min reverse sort stable_sort max_element min_element',
  cctype: 'isspace tolower toupper',
  cmath:
    'abs acos asin atan atan2 ceil cos exp floor fmod log log10 lround llround pow round sin sqrt tan',
  iomanip: 'setfill setprecision setw',
  iostream: 'cin cout',
  numeric: 'accumulate',
  random:
    'mt19937 random_device uniform_int_distribution uniform_real_distribution',
  sstream: 'ostringstream',
  stdexcept: 'domain_error out_of_range',
  string: 'getline stod stoi string to_string',
  vector: 'vector'
};

/**
 * The lines that include what a program uses.
 */
export function headersOf(program: string): string[] {
  const plain = unmarked(program)
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/\/\/.*/g, '');
  const used = new Set(
    [...plain.matchAll(/\bstd::(\w+)/g)].map(([, name]) => name)
  );
  if (/\bINFINITY\b/.test(plain)) {
    used.add('abs');
  }
  return Object.entries(HEADERS)
    .filter(([, names]) => names.split(' ').some(name => used.has(name)))
    .map(([header]) => `#include <${header}>`);
}
