import { unmarked } from '../sourceMarks';
import { type StartValues, type Type } from '../kit';
import { javaType } from './types';

/**
 * Puts a sketch together: what is at its top, `setup()`, `draw()`, and the other
 * functions.
 *
 * A sketch without functions is a list of statements. In one that has some,
 * Processing allows statements only in functions: those of the program come
 * into `setup()`, before what its block has.
 */
export class Sketch {
  constructor(private readonly _names: { readonly INDENT: string }) {}

  /**
   * The type of the list that is written next.
   */
  wanted: Type | null = null;

  /**
   * Note that the program names a variable.
   */
  use(name: string): void {
    if (!this._locals.includes(name)) {
      this._used.add(name);
    }
  }

  /**
   * What is written where names are those of parameters, or of loops.
   */
  within<T>(names: readonly string[], write: () => T): T {
    this._locals.push(...names);
    try {
      return write();
    } finally {
      this._locals.length -= names.length;
    }
  }

  isUsed(name: string): boolean {
    return this._used.has(name);
  }

  /**
   * What is written before the first value of a variable, where it may stand as
   * the declaration of it.
   *
   * @param isFixed - whether the value says all by itself
   */
  declare(name: string, isFixed: boolean): string {
    if (this._declared.has(name)) {
      return '';
    }
    this._declared.add(name);
    return `${isFixed ? FIXED : FIRST}${name}${END}`;
  }

  /**
   * The sketch.
   *
   * @param code - the statements of the program
   * @param definitions - its functions, with a `%` before their names, and the
   *   helpers
   * @param variables - the types of all variables that it names
   * @param starts - what some are to begin with
   */
  put(
    code: string,
    definitions: Readonly<Record<string, string>>,
    variables: ReadonlyMap<string, Type>,
    starts: ReadonlyMap<string, StartValues.Kind>
  ): string {
    const parts = Object.entries(definitions)
      .filter(([, part]) => part)
      .map(([key, part]) => ({ key, part: part.trimEnd() }));
    const typeOf = (name: string) => javaType(variables.get(name) ?? '');
    const first = (name: string, nothing: string) => {
      const start = startOf(starts.get(name), typeOf(name)) || nothing;
      return `${typeOf(name)} ${name}${start && ` = ${start}`};`;
    };
    if (!parts.length) {
      const rest = [...variables.keys()].filter(
        name => !this._declared.has(name)
      );
      // Those in no function have nothing until they are given something.
      const lines = rest.map(name =>
        first(name, ZEROS[typeOf(name)] ?? 'null')
      );
      return [
        ...(lines.length ? [lines.join('\n')] : []),
        code.replace(DECLARATION, (_, name: string) => `${typeOf(name)} `)
      ].join('\n\n');
    }
    const { lifted, names, rest } = lift(code);
    const fields = [...variables.keys()]
      .filter(name => !names.has(name))
      .map(name => first(name, ''));
    const top = [
      lifted.replace(DECLARATION, (_, name: string) => `${typeOf(name)} `),
      fields.join('\n')
    ]
      .filter(part => part.trim())
      .map(part => part.trimEnd())
      .join('\n');
    const statements = rest.replace(DECLARATION, '').trimEnd();
    return [
      top,
      ...this._functions(parts, statements).filter(part => part.trim())
    ]
      .filter(part => part)
      .join('\n\n')
      .concat('\n');
  }

  private _functions(
    parts: readonly { key: string; part: string }[],
    statements: string
  ): string[] {
    const { INDENT } = this._names;
    const body = statements.replace(/^(?=.)/gm, INDENT);
    const of = (isOne: (key: string) => boolean) =>
      parts.filter(({ key }) => isOne(key)).map(({ part }) => part);
    const setup = of(key => key === '%setup');
    const own = setup.length
      ? setup.map(part =>
          statements
            ? part.replace(/^(.*\bvoid setup\(\) \{)$/m, (_, head: string) =>
                [head, body].join('\n')
              )
            : part
        )
      : statements
        ? [`void setup() {\n${body}\n}`]
        : [];
    return [
      ...own,
      ...of(key => key === '%draw'),
      ...of(key => key.startsWith('%') && !/^%(setup|draw)$/.test(key)),
      ...of(key => !key.startsWith('%'))
    ];
  }

  private readonly _declared = new Set<string>();
  private readonly _locals: string[] = [];
  private readonly _used = new Set<string>();
}

/** What a variable has that is changed before it is set. */
function startOf(kind: StartValues.Kind | undefined, type: string): string {
  return type === 'String' || type === 'Object'
    ? kind === 'text'
      ? '""'
      : kind === 'zero'
        ? '0'
        : ''
    : '';
}

const ZEROS: Record<string, string> = {
  int: '0',
  float: '0',
  boolean: 'false'
};

// Unicode has these for a program's own use; no font shows them.
const FIRST = '\uFDD2';
const FIXED = '\uFDD3';
const END = '\uFDD4';
const DECLARATION = /[\uFDD2\uFDD3]([^\uFDD4]*)\uFDD4/g;

/**
 * Take the statements with which a program begins, and that give variables their
 * first values, out of it.
 */
function lift(code: string): {
  lifted: string;
  names: Set<string>;
  rest: string;
} {
  const lines = code.split('\n');
  const names = new Set<string>();
  let count = 0;
  for (let n = 0; n < lines.length; n++) {
    const line = unmarked(lines[n]).trim();
    if (line.startsWith(FIXED)) {
      names.add(line.slice(1, line.indexOf(END)));
      count = n + 1;
    } else if (line && !line.startsWith('//')) {
      break;
    }
  }
  return {
    lifted: lines.slice(0, count).join('\n'),
    names,
    rest: lines.slice(count).join('\n')
  };
}
