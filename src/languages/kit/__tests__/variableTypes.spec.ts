import {
  block,
  call,
  chain,
  define,
  get,
  num,
  set,
  text,
  workspaceOf,
  type State
} from '../../__tests__/programs';
import { resultKey } from '../keys';
import { VariableFacts } from '../variableFacts';

const ifReturn = (value: State) =>
  block(
    'procedures_ifreturn',
    { VALUE: value },
    { extraState: '<mutation value="1"></mutation>' }
  );

const sum = (a: State, b: State) =>
  block('math_arithmetic', { A: a, B: b }, { fields: { OP: 'ADD' } });

function typesOf(stacks: State[], ...keys: string[]): (string | null)[] {
  const facts = new VariableFacts(workspaceOf(...stacks));
  return keys.map(key => facts.typeOf(key));
}

const F = resultKey('f');

describe('The types of variables and functions', () => {
  it('are those of all that is put into them', () => {
    const program = chain(
      set('x', num(1)),
      set('y', get('x')),
      set('i', num(1)),
      set('i', text('one'))
    );
    expect(typesOf([program], 'x', 'y', 'i')).toEqual([
      'Number',
      'Number',
      null
    ]);
  });

  it('are not known of what others may have put there', () => {
    const program = chain(set('x', get('words')), set('x', num(1)));
    expect(typesOf([program], 'x', 'words')).toEqual([null, null]);
  });

  it('are those of all that a function gives back', () => {
    const result = sum(get('x'), call('f', ['x']));
    const same = define('f', ['x'], ifReturn(num(1)), result);
    expect(typesOf([same], F, 'x')).toEqual(['Number', null]);
    const other = define('f', ['x'], ifReturn(text('one')), result);
    expect(typesOf([other], F)).toEqual([null]);
  });

  it('go through functions that call one another', () => {
    const f = define('f', [], ifReturn(num(1)), call('g', []));
    const g = define('g', [], null, call('f', []));
    const program = set('y', call('g', []));
    expect(typesOf([f, g, program], F, 'y')).toEqual(['Number', 'Number']);
    const mixed = define('g', [], ifReturn(text('one')), call('f', []));
    expect(typesOf([f, mixed, program], F, 'y')).toEqual([null, null]);
  });

  it('are not known of a parameter, nor of what a function makes of one', () => {
    const f = define('f', ['x'], null, get('x'));
    expect(typesOf([f, set('x', num(1))], F, 'x')).toEqual([null, null]);
  });

  it('are not known where nothing, or what is disabled, is given back', () => {
    const off = { ...num(1), disabledReasons: ['MANUALLY_DISABLED'] };
    const f = define('f', [], ifReturn(off), num(1));
    expect(typesOf([f], F)).toEqual([null]);
  });
});
