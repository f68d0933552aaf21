import { Names } from 'blockly/core';

import { ReadableNames, UNICODE_LETTERS, type INaming } from '../names';

const { VARIABLE } = Names.NameType;

function namesOf(naming: INaming, ...wanted: string[]): string[] {
  const names = new ReadableNames('if,list-ref', naming);
  return wanted.map(name => names.getDistinctName(name, VARIABLE));
}

describe('names', () => {
  it('keep the letters that a language has', () => {
    expect(
      namesOf(
        { letters: UNICODE_LETTERS },
        'größe',
        'имя',
        '数',
        'my größe',
        '½'
      )
    ).toEqual(['größe', 'имя', '数', 'my_größe', 'my_1_2']);
  });

  it('lose the marks that ASCII has not', () => {
    expect(namesOf({}, 'größe', 'façade', 'Øre', 'Straße')).toEqual([
      'grosse',
      'facade',
      'Ore',
      'Strasse'
    ]);
  });

  it('are distinct where they are written alike', () => {
    expect(namesOf({}, 'größe', 'grosse')).toEqual(['grosse', 'grosse2']);
    expect(
      // A letter with its mark in one, and in two characters.
      namesOf({ letters: UNICODE_LETTERS }, 'gr\u00f6', 'gro\u0308')
    ).toEqual(['grö', 'grö2']);
    expect(namesOf({ separator: '-' }, 'a b', 'a-b', 'a_b')).toEqual([
      'a-b',
      'a-b2',
      'a-b3'
    ]);
  });

  it('begin with a letter', () => {
    expect(namesOf({ letters: UNICODE_LETTERS }, '1st', '٣x')).toEqual([
      'my_1st',
      'my_٣x'
    ]);
  });

  it('are no words of the language, with whatever between', () => {
    expect(namesOf({ separator: '-' }, 'if', 'list ref', '_', '_x')).toEqual([
      'if2',
      'list-ref2',
      '_',
      '_x'
    ]);
  });

  it('are words of the language where a sign keeps variables apart', () => {
    const naming = { prefix: '$', variableWords: 'this' };
    expect(namesOf(naming, 'if', 'this', 'If', 'if')).toEqual([
      '$if',
      '$this2',
      '$If',
      '$if2'
    ]);
  });
});
