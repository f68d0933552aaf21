import type { serialization } from 'blockly/core';

type State = serialization.blocks.State;

/**
 * A program of blocks, written down.
 *
 * ```
 * x = 5                         sets a variable
 * x += 1                        changes it by a number
 * print (x * 2)                 operators stand in parentheses, two sides each
 * if (x > 3) { … } else if … { … } else { … }
 * def double(a) { return (a * 2) }
 * double(4)                     a call, as a statement or a value
 * math_single(OP=ROOT, NUM: 9)  any block: fields with =, inputs with :
 * controls_repeat_ext(TIMES: 3) { … }
 * ```
 *
 * Values are numbers, texts in double quotes, `true`, `false`, `null`, lists
 * in brackets, and variables. A name with other signs than letters and digits
 * stands in backquotes. `#` begins a comment.
 */
export function parse(source: string): State[] {
  return new Parser(source).program();
}

const TOKEN =
  /\s+|#[^\n]*|(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<text>"(?:[^"\\]|\\.)*")|(?<name>[\p{L}_][\p{L}\p{N}_]*|`[^`]+`)|(?<sign>\+=|==|!=|<=|>=|[-+*/^<>(){}[\],:=])/uy;

interface IToken {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  text: string;
}

const ARITHMETIC: Record<string, string> = {
  '+': 'ADD',
  '-': 'MINUS',
  '*': 'MULTIPLY',
  '/': 'DIVIDE',
  '^': 'POWER'
};

const COMPARISON: Record<string, string> = {
  '==': 'EQ',
  '!=': 'NEQ',
  '<': 'LT',
  '<=': 'LTE',
  '>': 'GT',
  '>=': 'GTE'
};

class Parser {
  constructor(source: string) {
    let at = 0;
    while (at < source.length) {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(source);
      if (!match) {
        throw new Error(`Not understood: ${source.slice(at, at + 20)}`);
      }
      at = TOKEN.lastIndex;
      for (const kind of ['number', 'text', 'name', 'sign'] as const) {
        const text = match.groups?.[kind];
        if (text !== undefined) {
          this._tokens.push({ kind, text });
        }
      }
    }
    for (let i = 0; i < this._tokens.length; i++) {
      if (this._tokens[i].text === 'def') {
        this._functions.set(this._nameOf(this._tokens[i + 1]), []);
      }
    }
  }

  /**
   * The stacks of a program: its functions, then its statements.
   */
  program(): State[] {
    const statements: State[] = [];
    const definitions: State[] = [];
    while (this._peek().kind !== 'end') {
      if (this._peek().text === 'def') {
        definitions.push(this._definition());
      } else {
        statements.push(this._statement());
      }
    }
    const main = chain(statements);
    return main ? [...definitions, main] : definitions;
  }

  private _definition(): State {
    this._expect('def');
    const name = this._name();
    const params: string[] = [];
    this._expect('(');
    while (!this._take(')')) {
      params.push(this._name());
      this._take(',');
    }
    this._functions.get(name)!.push(...params);
    this._expect('{');
    const body: State[] = [];
    let result: State | undefined;
    const returns = this._hasResult();
    while (!this._take('}')) {
      if (this._peek().text === 'return') {
        this._next();
        result = this._value();
        this._expect('}');
        break;
      }
      body.push(this._statement(returns));
    }
    return {
      type: returns ? 'procedures_defreturn' : 'procedures_defnoreturn',
      fields: { NAME: name },
      extraState: { params: params.map(name => ({ name, id: idOf(name) })) },
      inputs: inputs({ STACK: chain(body), RETURN: result })
    };
  }

  /**
   * Whether a `return` comes before the brace that ends the body.
   */
  private _hasResult(): boolean {
    let depth = 1;
    for (let at = this._at; depth > 0 && at < this._tokens.length; at++) {
      const { text } = this._tokens[at];
      depth += text === '{' ? 1 : text === '}' ? -1 : 0;
      if (text === 'return') {
        return true;
      }
    }
    return false;
  }

  private _body(returns: boolean): State | undefined {
    this._expect('{');
    const body: State[] = [];
    while (!this._take('}')) {
      body.push(this._statement(returns));
    }
    return chain(body);
  }

  private _statement(returns = false): State {
    const token = this._next();
    const name = this._nameOf(token);
    switch (token.text) {
      case 'print':
        return block('text_print', { TEXT: this._value() });
      case 'if':
        return this._if(returns);
      case 'leave': {
        // `leave CONDITION` or `leave CONDITION with VALUE`.
        const condition = this._value();
        const value = this._take('with') ? this._value() : undefined;
        return {
          ...block('procedures_ifreturn', {
            CONDITION: condition,
            VALUE: value
          }),
          extraState: `<mutation value="${returns ? 1 : 0}"></mutation>`
        };
      }
    }
    if (this._take('=')) {
      return {
        ...block('variables_set', { VALUE: this._value() }),
        fields: { VAR: { id: idOf(name) } }
      };
    }
    if (this._take('+=')) {
      return {
        ...block('math_change', { DELTA: this._value() }),
        fields: { VAR: { id: idOf(name) } }
      };
    }
    const call = this._call(name, 'procedures_callnoreturn');
    while (this._peek().text === '{' || this._isBody()) {
      const input = this._peek().text === '{' ? 'DO' : this._name();
      const body = this._body(returns);
      if (body) {
        call.inputs = { ...call.inputs, [input]: { block: body } };
      }
    }
    if (call.type === 'lists_getIndex' && call.fields?.MODE === 'REMOVE') {
      call.extraState = { isStatement: true };
    }
    return call;
  }

  private _isBody(): boolean {
    return (
      this._peek().kind === 'name' && this._tokens[this._at + 1]?.text === '{'
    );
  }

  private _if(returns: boolean): State {
    const parts: Record<string, State | undefined> = {};
    let n = 0;
    let hasElse = false;
    parts.IF0 = this._value();
    parts.DO0 = this._body(returns);
    while (this._take('else')) {
      if (this._take('if')) {
        n += 1;
        parts[`IF${n}`] = this._value();
        parts[`DO${n}`] = this._body(returns);
      } else {
        hasElse = true;
        parts.ELSE = this._body(returns);
        break;
      }
    }
    return {
      ...block('controls_if', parts),
      extraState: { elseIfCount: n, hasElse }
    };
  }

  private _value(): State {
    const token = this._next();
    switch (token.kind) {
      case 'number':
        return { type: 'math_number', fields: { NUM: Number(token.text) } };
      case 'text':
        return {
          type: 'text',
          fields: { TEXT: JSON.parse(token.text) as string }
        };
      case 'name':
        return this._named(token);
    }
    if (token.text === '[') {
      return this._list();
    }
    if (token.text === '(') {
      return this._operation();
    }
    throw new Error(`A value was expected, not ${token.text || 'the end'}.`);
  }

  private _named(token: IToken): State {
    switch (token.text) {
      case 'true':
      case 'false':
        return {
          type: 'logic_boolean',
          fields: { BOOL: token.text.toUpperCase() }
        };
      case 'null':
        return { type: 'logic_null' };
      case 'not':
        return block('logic_negate', { BOOL: this._value() });
    }
    const name = this._nameOf(token);
    return this._peek().text === '('
      ? this._call(name, 'procedures_callreturn')
      : { type: 'variables_get', fields: { VAR: { id: idOf(name) } } };
  }

  private _list(): State {
    const items: State[] = [];
    while (!this._take(']')) {
      items.push(this._value());
      this._take(',');
    }
    return {
      ...block(
        'lists_create_with',
        Object.fromEntries(items.map((item, n) => [`ADD${n}`, item]))
      ),
      extraState: { itemCount: items.length }
    };
  }

  private _operation(): State {
    const a = this._value();
    const operator = this._next().text;
    const b = this._value();
    this._expect(')');
    const made = (type: string, op: string): State => ({
      ...block(type, { A: a, B: b }),
      fields: { OP: op }
    });
    if (operator in ARITHMETIC) {
      return made('math_arithmetic', ARITHMETIC[operator]);
    }
    if (operator in COMPARISON) {
      return made('logic_compare', COMPARISON[operator]);
    }
    if (operator === 'and' || operator === 'or') {
      return made('logic_operation', operator.toUpperCase());
    }
    throw new Error(`No operator ${operator}.`);
  }

  private _call(name: string, call: string): State {
    const params = this._functions.get(name);
    this._expect('(');
    if (params) {
      const args: State[] = [];
      while (!this._take(')')) {
        args.push(this._value());
        this._take(',');
      }
      return {
        ...block(
          call,
          Object.fromEntries(args.map((arg, n) => [`ARG${n}`, arg]))
        ),
        extraState: { name, params: args.map((_, n) => params[n] ?? `p${n}`) }
      };
    }
    const fields: Record<string, unknown> = {};
    const values: Record<string, State> = {};
    while (!this._take(')')) {
      const key = this._name();
      if (this._take('=')) {
        const text = this._next().text;
        fields[key] = key === 'VAR' ? { id: idOf(text) } : field(text);
      } else {
        this._expect(':');
        values[key] = this._value();
      }
      this._take(',');
    }
    const state: State = { ...block(name, values), fields };
    if (name === 'lists_split') {
      state.extraState = { mode: fields['MODE'] };
    }
    const mutation = MUTATIONS[name];
    if (mutation && mutation[1] in fields) {
      const [attribute, field] = mutation;
      const value = String(fields[field]);
      state.extraState = `<mutation ${attribute}="${value}"></mutation>`;
    }
    if (name === 'text_join' || name === 'lists_create_with') {
      state.extraState = { itemCount: Object.keys(values).length };
    }
    return state;
  }

  private _name(): string {
    return this._nameOf(this._next());
  }

  private _nameOf(token: IToken): string {
    return token.text.replace(/^`|`$/g, '');
  }

  private _peek(): IToken {
    return this._tokens[this._at] ?? END;
  }

  private _next(): IToken {
    const token = this._peek();
    this._at += 1;
    return token;
  }

  private _take(text: string): boolean {
    const isNext = this._peek().text === text && this._peek().kind !== 'text';
    this._at += isNext ? 1 : 0;
    return isNext;
  }

  private _expect(text: string): void {
    if (!this._take(text)) {
      throw new Error(
        `${text} was expected, not ${this._peek().text || 'the end'}.`
      );
    }
  }

  private _at = 0;
  private _functions = new Map<string, string[]>();
  private _tokens: IToken[] = [];
}

/**
 * Blocks whose type of value depends on a field, which their files say twice.
 */
const MUTATIONS: Record<string, [attribute: string, field: string]> = {
  math_on_list: ['op', 'OP'],
  text_prompt: ['type', 'TYPE'],
  text_prompt_ext: ['type', 'TYPE']
};

const END: IToken = { kind: 'end', text: '' };

/**
 * The variable of a name; names differ by case only in some languages.
 */
export function idOf(name: string): string {
  return name.replace(/^`|`$/g, '');
}

function field(text: string): unknown {
  return text.startsWith('"') ? (JSON.parse(text) as string) : text;
}

function inputs(
  values: Record<string, State | undefined>
): NonNullable<State['inputs']> {
  return Object.fromEntries(
    Object.entries(values)
      .filter((entry): entry is [string, State] => entry[1] !== undefined)
      .map(([name, state]) => [name, { block: state }])
  );
}

function block(type: string, values: Record<string, State | undefined>): State {
  return { type, inputs: inputs(values) };
}

function chain(statements: readonly State[]): State | undefined {
  return statements.reduceRight<State | undefined>(
    (next, state) => (next ? { ...state, next: { block: next } } : state),
    undefined
  );
}
