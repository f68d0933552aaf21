import type { BlockFunction, ILanguageTable } from 'jupyterlab-jigsaw';

/**
 * How strongly AWK's operators bind; see “Expressions in awk” of POSIX.
 */
const orders = {
  ATOMIC: 0,
  POWER: 1,
  UNARY: 2,
  MULTIPLY: 3,
  ADD: 4,
  CONCATENATE: 5,
  COMPARE: 6,
  AND: 7,
  OR: 8,
  CONDITION: 9,
  NONE: 99
};

/**
 * AWK, as far as its numbers and texts go: it has no lists that can be passed
 * on.
 */
export const awk: ILanguageTable = {
  id: 'awk',
  name: 'AWK',
  comment: '#',
  orders,
  reserved: [
    ...'BEGIN END function func return if else while for do break'.split(' '),
    ...'continue next nextfile exit delete in getline print printf'.split(' '),
    ...'length substr index split sub gsub match sprintf close'.split(' '),
    ...'system sin cos atan2 exp log sqrt int rand srand tolower'.split(' '),
    ...'toupper fflush ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS'.split(' '),
    ...'NF NR OFMT OFS ORS RLENGTH RS RSTART SUBSEP absolute'.split(' ')
  ],
  literals: { true: '1', false: '0', null: '""', emptyList: '""' },
  helpers: {
    absolute: `
function {=absolute}(value) {
  return value < 0 ? -value : value
}`
  },
  // Without it a number has six digits.
  program: code =>
    `BEGIN {\n  OFMT = CONVFMT = "%.15g"\n${code.replace(/^(?=.)/gm, '  ')}}\n`,
  failedLine: ({ text }) => Number(/line (\d+)/.exec(text)?.[1] ?? 0) || null,
  blocks: {
    controls_if: (block, generator) => {
      let code = '';
      for (let n = 0; block.getInput(`IF${n}`); n++) {
        const test = generator.valueToCode(block, `IF${n}`, orders.NONE) || '0';
        const body = generator.statementToCode(block, `DO${n}`);
        code += `${n ? ' else ' : ''}if (${test}) {\n${body}}`;
      }
      if (block.getInput('ELSE')) {
        code += ` else {\n${generator.statementToCode(block, 'ELSE')}}`;
      }
      return `${code}\n`;
    },
    controls_repeat_ext: repeat,
    controls_whileUntil: {
      field: 'MODE',
      code: {
        WHILE: 'while ({BOOL}) {\n{>DO}}',
        UNTIL: 'while (!{BOOL:ATOMIC}) {\n{>DO}}'
      }
    },
    controls_flow_statements: {
      field: 'FLOW',
      code: { BREAK: 'break', CONTINUE: 'continue' }
    },
    logic_boolean: {
      field: 'BOOL',
      code: {
        TRUE: { order: 'ATOMIC', value: '1' },
        FALSE: { order: 'ATOMIC', value: '0' }
      }
    },
    logic_compare: {
      field: 'OP',
      code: {
        EQ: { order: 'COMPARE', value: '{A:COMPARE} == {B:COMPARE}' },
        NEQ: { order: 'COMPARE', value: '{A:COMPARE} != {B:COMPARE}' },
        LT: { order: 'COMPARE', value: '{A:COMPARE} < {B:COMPARE}' },
        LTE: { order: 'COMPARE', value: '{A:COMPARE} <= {B:COMPARE}' },
        GT: { order: 'COMPARE', value: '{A:COMPARE} > {B:COMPARE}' },
        GTE: { order: 'COMPARE', value: '{A:COMPARE} >= {B:COMPARE}' }
      }
    },
    logic_negate: { order: 'UNARY', value: '!{BOOL:ATOMIC}' },
    // What is empty in one does not decide; two make no truth.
    logic_operation: (block, generator) => {
      const isAnd = block.getFieldValue('OP') === 'AND';
      const order = isAnd ? orders.AND : orders.OR;
      const [left, right] = ['A', 'B'].map(name =>
        generator.valueToCode(block, name, order)
      );
      const empty = isAnd && (left || right) ? '1' : '0';
      const sign = isAnd ? '&&' : '||';
      return [`${left || empty} ${sign} ${right || empty}`, order];
    },
    logic_ternary: {
      order: 'CONDITION',
      value: '{IF:CONDITION} ? {THEN:CONDITION} : {ELSE:CONDITION}'
    },
    math_arithmetic: {
      field: 'OP',
      code: {
        ADD: { order: 'ADD', value: '{A:ADD} + {B:ADD}' },
        MINUS: { order: 'ADD', value: '{A:ADD} - {B:ADD}' },
        MULTIPLY: { order: 'MULTIPLY', value: '{A:MULTIPLY} * {B:MULTIPLY}' },
        DIVIDE: { order: 'MULTIPLY', value: '{A:MULTIPLY} / {B:MULTIPLY}' },
        POWER: { order: 'POWER', value: '{A:POWER} ^ {B:POWER}' }
      }
    },
    math_change: '{@VAR} += {DELTA}',
    math_single: {
      field: 'OP',
      code: {
        ABS: { order: 'ATOMIC', value: '{=absolute}({NUM})' },
        EXP: { order: 'ATOMIC', value: 'exp({NUM})' },
        LN: { order: 'ATOMIC', value: 'log({NUM})' },
        NEG: { order: 'UNARY', value: '-{NUM:ATOMIC}' },
        POW10: { order: 'POWER', value: '10 ^ {NUM:POWER}' },
        ROOT: { order: 'ATOMIC', value: 'sqrt({NUM})' }
      }
    },
    // A “>” that stands free would write into a file.
    text_print: 'print {TEXT:CONCATENATE}',
    variables_get: { order: 'ATOMIC', value: '{@VAR}' },
    variables_set: '{@VAR} = {VALUE}'
  }
};

/**
 * A loop with a counter of its own, which loops in it must not change.
 */
function repeat(...[block, generator]: Parameters<BlockFunction>): string {
  let depth = 1;
  for (let outer = block.getSurroundParent(); outer; depth++) {
    outer = outer.getSurroundParent();
  }
  const left = `_left${depth}`;
  const times = generator.valueToCode(block, 'TIMES', orders.NONE) || '0';
  const body = generator.statementToCode(block, 'DO');
  return `for (${left} = ${times}; ${left} > 0; ${left}--) {\n${body}}\n`;
}
