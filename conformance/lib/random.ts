/**
 * Random programs, in the notation of the cases, that mean the same in every
 * language: each variable keeps its type, no list has two names, numbers stay
 * small and are halved at most, places are in their lists, and what is called
 * inside an expression changes nothing.
 *
 * A program is read off a list of numbers, choice by choice; where the list
 * ends, the simplest is chosen. So a list that is shorter or has smaller
 * numbers makes a simpler program, which is how a failure is made small.
 */
export function programOf(choices: readonly number[]): string {
  return new Writer(choices).program();
}

/** What is inside what, at most: statements, and values. */
const DEEPEST = { statement: 3, value: 3 };

interface IScope {
  readonly depth: number;
  /** Variables of loops, and parameters, which are read only. */
  readonly numbers: readonly string[];
  /** A list that is gone through must not change. */
  readonly fixed: readonly string[];
  readonly isLoop: boolean;
  /** Functions that may be called. */
  readonly functions: readonly string[];
}

class Writer {
  constructor(private readonly _choices: readonly number[]) {}

  program(): string {
    const functions: string[] = [];
    const definitions: string[] = [];
    for (let n = this._pick(3); n > 0; n--) {
      const name = `f${functions.length}`;
      definitions.push(this._definition(name, functions));
      functions.push(name);
    }
    const scope: IScope = {
      depth: 0,
      numbers: [],
      fixed: [],
      isLoop: false,
      functions
    };
    const starts = [
      ...NUMBERS.map(name => `${name} = ${this._constant()}`),
      ...TEXTS.map(name => `${name} = ${this._literalText()}`),
      ...LISTS.map(name => `${name} = ${this._literalList()}`),
      'b = true'
    ];
    const body = this._statements(scope, 2 + this._pick(6));
    const ends = [...NUMBERS, ...TEXTS, 'b'].map(name => `print ${name}`);
    const lists = LISTS.map(
      name => `print lists_split(MODE=JOIN, INPUT: ${name}, DELIM: ",")`
    );
    return [...definitions, ...starts, ...body, ...ends, ...lists, ''].join(
      '\n'
    );
  }

  private _definition(name: string, functions: readonly string[]): string {
    // Its values are those of its parameters alone, so that it can be called
    // anywhere.
    const scope: IScope = {
      depth: 2,
      numbers: ['p', 'q'],
      fixed: [],
      isLoop: false,
      functions
    };
    const own = (depth: number) => this._own(scope, depth);
    const leave = this._pick(2)
      ? `  leave (${own(1)} ${this._of(ORDERS)} ${own(1)}) with ${own(1)}\n`
      : '';
    return `def ${name}(p, q) {\n${leave}  return ${own(2)}\n}`;
  }

  /** A number of parameters and constants alone. */
  private _own(scope: IScope, depth: number): string {
    if (depth === 0 || !this._pick(2)) {
      return this._of([...scope.numbers, this._constant()]);
    }
    const [a, b] = [this._own(scope, depth - 1), this._own(scope, depth - 1)];
    return this._of([
      `(${a} + ${b})`,
      `(${a} - ${b})`,
      `math_modulo(DIVIDEND: (${a} * ${b}), DIVISOR: 997)`,
      ...scope.functions.map(name => `${name}(${a}, ${b})`)
    ]);
  }

  private _statements(scope: IScope, count: number): string[] {
    return Array.from({ length: count }, () => this._statement(scope));
  }

  private _block(scope: IScope): string {
    const inner = { ...scope, depth: scope.depth + 1 };
    return `{\n${this._statements(inner, 1 + this._pick(3)).join('\n')}\n}`;
  }

  private _statement(scope: IScope): string {
    const simple = [
      () => `print ${this._any(scope)}`,
      () => `${this._of(NUMBERS)} = ${this._bounded(scope)}`,
      () => `${this._of(NUMBERS)} += ${this._growth(scope)}`,
      () =>
        `${this._of(TEXTS)} = ${this._text(scope, 2, scope.isLoop ? [] : TEXTS)}`,
      () => `b = ${this._condition(scope)}`,
      () =>
        `text_append(VAR=${this._of(TEXTS)}, TEXT: ${this._of([this._literalText(), ...NUMBERS, ...scope.numbers])})`,
      () => this._listStatement(scope)
    ];
    const nested = [
      () => this._if(scope),
      () =>
        `controls_repeat_ext(TIMES: ${1 + this._pick(4)}) ${this._block({ ...scope, isLoop: true })}`,
      () => this._for(scope),
      () => this._forEach(scope)
    ];
    const flow = scope.isLoop
      ? [
          () =>
            `if ${this._condition(scope)} { controls_flow_statements(FLOW=${this._of(['BREAK', 'CONTINUE'])}) }`
        ]
      : [];
    const all =
      scope.depth < DEEPEST.statement
        ? [...simple, ...flow, ...nested]
        : [...simple, ...flow];
    return all[this._pick(all.length)]();
  }

  private _if(scope: IScope): string {
    let code = `if ${this._condition(scope)} ${this._block(scope)}`;
    for (let n = this._pick(3); n > 0; n--) {
      code += ` else if ${this._condition(scope)} ${this._block(scope)}`;
    }
    return this._pick(2) ? `${code} else ${this._block(scope)}` : code;
  }

  private _for(scope: IScope): string {
    const name = `i${scope.depth}`;
    const [from, to] = [this._small(scope), this._small(scope)];
    const head = `controls_for(VAR=${name}, FROM: ${from}, TO: ${to}, BY: ${1 + this._pick(3)})`;
    const inner = {
      ...scope,
      numbers: [...scope.numbers, name],
      isLoop: true
    };
    return `${head} ${this._block(inner)}`;
  }

  private _forEach(scope: IScope): string {
    const name = `x${scope.depth}`;
    const list = this._of(LISTS);
    const inner = {
      ...scope,
      numbers: [...scope.numbers, name],
      fixed: [...scope.fixed, list],
      isLoop: true
    };
    return `controls_forEach(VAR=${name}, LIST: ${list}) ${this._block(inner)}`;
  }

  private _listStatement(scope: IScope): string {
    const free = LISTS.filter(list => !scope.fixed.includes(list));
    if (!free.length) {
      return `print ${this._any(scope)}`;
    }
    const list = this._of(free);
    const value = this._number(scope, 1);
    const where = this._where(scope, list);
    const size = `lists_length(VALUE: ${list})`;
    const change = this._of([
      `lists_setIndex(MODE=INSERT, WHERE=${this._of(['LAST', 'FIRST'])}, LIST: ${list}, TO: ${value})`,
      `lists_setIndex(MODE=SET, ${where('LIST')}, TO: ${value})`,
      `lists_setIndex(MODE=INSERT, ${where('LIST')}, TO: ${value})`,
      `lists_getIndex(MODE=REMOVE, ${where('VALUE')})`,
      `n0 = lists_getIndex(MODE=GET_REMOVE, ${where('VALUE')})`,
      `${list} = ${this._list(list)}`
    ]);
    // No list grows without end.
    return change.includes('INSERT')
      ? `if ((${size} > 0) and (${size} < 12)) { ${change} }`
      : change.startsWith(`${list} =`)
        ? change
        : `if (${size} > 0) { ${change} }`;
  }

  /** A place that is in a list, if anything is. */
  private _where(
    scope: IScope,
    list: string
  ): (input: 'LIST' | 'VALUE') => string {
    const where = this._of(['FIRST', 'LAST', 'FROM_START', 'FROM_END']);
    const at = `(math_modulo(DIVIDEND: ${this._number(scope, 1)}, DIVISOR: lists_length(VALUE: ${list})) + 1)`;
    const has = where.startsWith('FROM');
    return input =>
      `WHERE=${where}, ${input}: ${list}${has ? `, AT: ${at}` : ''}`;
  }

  /** A list that has no other name: made of itself, or new. */
  private _list(list: string): string {
    return this._of([
      this._literalList(),
      `lists_reverse(LIST: ${list})`,
      `lists_sort(TYPE=NUMERIC, DIRECTION=${this._of(['1', '-1'])}, LIST: ${list})`,
      `lists_repeat(ITEM: ${this._constant()}, NUM: ${this._pick(4)})`
    ]);
  }

  private _any(scope: IScope): string {
    return [
      () => this._number(scope),
      () => this._text(scope),
      () => this._condition(scope),
      () => `(${this._number(scope, 1)} / ${this._of(['2', '4', '8'])})`,
      () =>
        `math_on_list(OP=${this._of(['AVERAGE', 'MEDIAN'])}, LIST: [${this._number(scope, 1)}, ${this._number(scope, 1)}])`
    ][this._pick(5)]();
  }

  private _number(scope: IScope, depth = DEEPEST.value): string {
    if (depth === 0 || !this._pick(3)) {
      return this._of([this._constant(), ...NUMBERS, ...scope.numbers]);
    }
    const inner = () => this._number(scope, depth - 1);
    const made = [
      () => `(${inner()} + ${inner()})`,
      () => `(${inner()} - ${inner()})`,
      () => `math_modulo(DIVIDEND: (${inner()} * ${inner()}), DIVISOR: 997)`,
      () =>
        `math_modulo(DIVIDEND: ${inner()}, DIVISOR: ${this._of(['7', '-3', '10'])})`,
      () => `math_single(OP=${this._of(['ABS', 'NEG'])}, NUM: ${inner()})`,
      () =>
        `math_round(OP=${this._of(['ROUNDDOWN', 'ROUNDUP'])}, NUM: (${inner()} / 4))`,
      () =>
        `math_constrain(VALUE: ${inner()}, LOW: ${this._of(['-5', '0'])}, HIGH: 50)`,
      () =>
        `logic_ternary(IF: ${this._condition(scope, depth - 1)}, THEN: ${inner()}, ELSE: ${inner()})`,
      () => `text_length(VALUE: ${this._text(scope, depth - 1)})`,
      () =>
        `text_indexOf(END=${this._of(['FIRST', 'LAST'])}, VALUE: ${this._of(TEXTS)}, FIND: ${this._literalText()})`,
      () => `lists_length(VALUE: ${this._of(LISTS)})`,
      () =>
        `lists_indexOf(END=${this._of(['FIRST', 'LAST'])}, VALUE: ${this._of(LISTS)}, FIND: ${inner()})`,
      () =>
        `math_on_list(OP=${this._of(['SUM', 'MIN', 'MAX'])}, LIST: [${inner()}, ${inner()}, ${inner()}])`,
      ...scope.functions.map(name => () => `${name}(${inner()}, ${inner()})`)
    ];
    return made[this._pick(made.length)]();
  }

  private _condition(scope: IScope, depth = 2): string {
    const number = () => this._number(scope, 1);
    if (depth <= 0) {
      return this._of(['b', 'true', 'false']);
    }
    const inner = () => this._condition(scope, depth - 1);
    const made = [
      () => `(${number()} ${this._of(ORDERS)} ${number()})`,
      () => this._of(['b', 'true', 'false']),
      () => `not ${inner()}`,
      () => `(${inner()} ${this._of(['and', 'or'])} ${inner()})`,
      () =>
        `math_number_property(PROPERTY=${this._of(['EVEN', 'ODD', 'PRIME', 'WHOLE', 'POSITIVE', 'NEGATIVE'])}, NUMBER_TO_CHECK: ${number()})`,
      () =>
        `(${this._of(TEXTS)} ${this._of(['==', '!='])} ${this._literalText()})`,
      () => `text_isEmpty(VALUE: ${this._of(TEXTS)})`,
      () => `lists_isEmpty(VALUE: ${this._of(LISTS)})`
    ];
    return made[this._pick(made.length)]();
  }

  private _text(scope: IScope, depth = 2, names = TEXTS): string {
    if (depth <= 0 || !this._pick(3)) {
      return this._of([this._literalText(), ...names]);
    }
    const inner = () => this._text(scope, depth - 1, names);
    const word = this._of(WORDS.filter(one => /^\w{2,}$/.test(one)));
    const made = [
      () => `text_join(ADD0: ${inner()}, ADD1: ${inner()})`,
      () => `text_join(ADD0: ${inner()}, ADD1: ${this._number(scope, 1)})`,
      () => `text_reverse(TEXT: ${inner()})`,
      () =>
        `text_trim(MODE=${this._of(['BOTH', 'LEFT', 'RIGHT'])}, TEXT: ${inner()})`,
      () =>
        `text_replace(TEXT: ${inner()}, FROM: ${this._of(['"a"', '"oo"'])}, TO: ${this._literalText()})`,
      () =>
        `text_changeCase(CASE=${this._of(['UPPERCASE', 'LOWERCASE', 'TITLECASE'])}, TEXT: "${word}")`,
      () =>
        `text_charAt(WHERE=${this._of(['FROM_START', 'FROM_END'])}, VALUE: "${word}", AT: ${1 + this._pick(2)})`,
      () =>
        `text_getSubstring(WHERE1=FROM_START, WHERE2=${this._of(['FROM_START', 'FROM_END'])}, STRING: "${word}x", AT1: ${1 + this._pick(2)}, AT2: 2)`,
      () => `lists_split(MODE=JOIN, INPUT: ${this._of(LISTS)}, DELIM: "-")`
    ];
    return made[this._pick(made.length)]();
  }

  /** A number that does not double in every round of a loop. */
  private _bounded(scope: IScope): string {
    const number = this._number(scope);
    return scope.isLoop
      ? `math_modulo(DIVIDEND: ${number}, DIVISOR: 9973)`
      : number;
  }

  private _growth(scope: IScope): string {
    return this._of([this._constant(), ...scope.numbers]);
  }

  private _literalText(): string {
    return JSON.stringify(this._of(WORDS));
  }

  private _literalList(): string {
    const items = Array.from({ length: this._pick(5) }, () => this._constant());
    return `[${items.join(', ')}]`;
  }

  private _constant(): string {
    const size = this._pick(21);
    return String(this._pick(2) ? -size : size);
  }

  private _small(scope: IScope): string {
    return this._pick(3)
      ? String(this._pick(9) - 3)
      : `math_modulo(DIVIDEND: ${this._number(scope, 1)}, DIVISOR: 5)`;
  }

  private _of(all: readonly string[]): string {
    return all[this._pick(all.length)];
  }

  private _pick(count: number): number {
    const choice = this._choices[this._at] ?? 0;
    this._at += 1;
    return choice % count;
  }

  private _at = 0;
}

const NUMBERS = ['n0', 'n1', 'n2'];
const TEXTS = ['t0', 't1'];
const LISTS = ['l0', 'l1'];
const ORDERS = ['==', '!=', '<', '<=', '>', '>='];
const WORDS = ['a', '', 'moon', 'Zoo', 'grün', 'a b', ' x ', '日本'];
