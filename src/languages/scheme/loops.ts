import { inputs, type Block } from 'blockly/core';

import { byField, type Emit } from '../kit';
import type { SchemeGenerator } from './generator';
import { nest } from './layout';
import { branch } from './logic';

type Emits = Record<string, Emit<SchemeGenerator>>;

export const loops: Emits = {
  controls_repeat: repeat,
  controls_repeat_ext: repeat,

  controls_whileUntil: byField('MODE', {
    WHILE: (block, generator) =>
      whileLoop(block, generator, generator.value(block, 'BOOL')),
    UNTIL: (block, generator) =>
      whileLoop(block, generator, `(not ${generator.value(block, 'BOOL')})`)
  }),

  controls_for(block, generator) {
    const [from, to, by] = ['FROM', 'TO', 'BY'].map(name =>
      generator.constant(block, name)
    );
    const counter = new Counter(block, generator);
    const isKnown = from !== null && to !== null && by !== null;
    if (!isKnown || generator.setsCounter(block)) {
      const [start, end, step] = ['FROM', 'TO', 'BY'].map(name =>
        generator.value(block, name)
      );
      const numbers = `(${generator.helper('steps')} ${start} ${end} ${step})`;
      return forEach(block, generator, counter, numbers);
    }
    const step = Math.abs(by);
    const isUp = from <= to;
    return namedLet(block, generator, {
      start: `((${counter.local} ${from}))`,
      test: `(${isUp ? '<=' : '>='} ${counter.local} ${to})`,
      body: counter.body(),
      next: ` (${isUp ? '+' : '-'} ${counter.local} ${step})`
    });
  },

  controls_forEach(block, generator) {
    const list = generator.value(block, 'LIST');
    return forEach(block, generator, new Counter(block, generator), list);
  },

  controls_flow_statements: byField('FLOW', {
    BREAK: () => '(break #f)\n',
    CONTINUE: () => '(continue #f)\n'
  })
};

/**
 * The variable of a loop, which is local to it if nothing else names it.
 */
class Counter {
  constructor(
    private readonly _block: Block,
    private readonly _generator: SchemeGenerator
  ) {
    this.variable = _generator.variable(_block);
    this._isLocal = _generator.isLoopLocal(_block);
    if (this._isLocal) {
      _generator.starts.loop(this.variable);
    } else {
      _generator.change(this.variable);
    }
    this.local = this._isLocal ? this.variable : _generator.local('k');
  }

  readonly variable: string;
  readonly local: string;

  /**
   * The loop's statements, which see the value of this round.
   */
  body(): string {
    const forms = this._generator.forms(this._block, 'DO', [this.variable]);
    return this._isLocal
      ? forms
      : `(set! ${this.variable} ${this.local})\n${forms}`;
  }

  private readonly _isLocal: boolean;
}

function repeat(block: Block, generator: SchemeGenerator): string {
  const field = block.getField('TIMES');
  const times = field
    ? String(field.getValue())
    : generator.value(block, 'TIMES');
  const left = generator.local('times');
  return namedLet(block, generator, {
    start: `((${left} ${times}))`,
    test: `(> ${left} 0)`,
    body: generator.forms(block, 'DO'),
    next: ` (- ${left} 1)`
  });
}

function whileLoop(
  block: Block,
  generator: SchemeGenerator,
  test: string
): string {
  return namedLet(block, generator, {
    start: '()',
    test,
    body: generator.forms(block, 'DO'),
    next: ''
  });
}

/**
 * A loop that calls itself for the next round. Where one is inside another,
 * each calls the nearest of the name.
 */
function namedLet(
  block: Block,
  generator: SchemeGenerator,
  {
    start,
    test,
    body,
    next
  }: Record<'start' | 'test' | 'body' | 'next', string>
): string {
  const round = leaving(block, 'CONTINUE', body);
  const rounds = branch(test, [`${round}(loop${next})\n`]);
  return leaving(block, 'BREAK', nest(`(let loop ${start}`, rounds) + '\n');
}

function forEach(
  block: Block,
  generator: SchemeGenerator,
  counter: Counter,
  list: string
): string {
  const round = leaving(block, 'CONTINUE', counter.body());
  const each = nest(`(lambda (${counter.local})`, round);
  const loop = nest('(for-each', `${each}\n${list}`, 1);
  return leaving(block, 'BREAK', loop + '\n');
}

/**
 * Forms that can be left from inside, if a block of the loop does.
 */
function leaving(
  loop: Block,
  flow: 'BREAK' | 'CONTINUE',
  forms: string
): string {
  if (!leaves(loop.getInputTargetBlock('DO'), flow)) {
    return forms;
  }
  const name = flow.toLowerCase();
  return nest('(call/cc', nest(`(lambda (${name})`, forms), 1) + '\n';
}

/**
 * Whether statements leave the loop that they are in.
 */
function leaves(first: Block | null, flow: string): boolean {
  for (let block = first; block; block = block.getNextBlock()) {
    if (!block.isEnabled() || LOOP.test(block.type)) {
      continue;
    }
    if (
      block.type === 'controls_flow_statements' &&
      block.getFieldValue('FLOW') === flow
    ) {
      return true;
    }
    const isInside = block.inputList.some(
      ({ type, connection }) =>
        type === inputs.inputTypes.STATEMENT &&
        leaves(connection?.targetBlock() ?? null, flow)
    );
    if (isInside) {
      return true;
    }
  }
  return false;
}

const LOOP = /^controls_(repeat|repeat_ext|whileUntil|for|forEach)$/;
