import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  markdown,
  proofTable,
  staleRows,
  withTable
} from '../lib/proofTable.mjs';

const result = (name, title, status) => ({
  ancestorTitles: [name],
  title,
  status
});

const report = {
  testResults: [
    {
      assertionResults: [
        result('Lua', 'text: join', 'passed'),
        result('Lua', 'text: print', 'failed'),
        result('Lua', 'logic: if', 'passed'),
        result('PHP', 'text: join', 'passed'),
        // What code looks like is no proof, and not in the table.
        result('The code of Lua', 'of primes is as it was approved', 'passed')
      ]
    }
  ]
};

const interpreters = [
  { name: 'Lua', language: 'Lua', version: 'Lua 5.4.6' },
  { name: 'PHP', language: 'PHP', version: 'PHP 8.3', gaps: { text: 2 } },
  { name: 'Dartboard', language: 'Dart', version: null }
];

const rows = proofTable(report, interpreters);
const empty = 'Before.\n\n<!-- proof -->\n<!-- /proof -->\n\nAfter.\n';

describe('the table of what is proved', () => {
  it('counts what passed of what there is', () => {
    assert.deepEqual(rows, [
      ['language', 'proved on', 'logic', 'text'],
      ['Lua', 'Lua (Lua 5.4.6)', '1/1', '1/2'],
      ['PHP', 'PHP (PHP 8.3)', 'not proved', '1/1 of 3'],
      ['Dart', 'Dartboard: not there', 'not proved', 'not proved']
    ]);
  });

  it('is Markdown with aligned columns', () => {
    assert.equal(
      markdown([
        ['a', 'b'],
        ['long', 'c']
      ]),
      '| a    | b   |\n| ---- | --- |\n| long | c   |'
    );
  });

  it('is put into a document, without the versions', () => {
    const document = withTable(empty, rows);
    assert.match(document, /^Before\.\n/);
    assert.match(document, /\nAfter\.\n$/);
    assert.match(document, /\| Lua +\| Lua +\| 1\/1 +\| 1\/2 +\|/);
    assert.deepEqual(staleRows(document, rows), []);
    assert.equal(withTable(document, rows), document);
  });

  it('is stale where a number changed, on any version', () => {
    const document = withTable(empty, rows);
    const other = interpreters.map(one => ({
      ...one,
      version: one.version && `${one.version}.1`
    }));
    assert.deepEqual(staleRows(document, proofTable(report, other)), []);
    assert.deepEqual(staleRows(document.replace('1/2', '2/2'), rows), [
      '| Lua | Lua | 1/1 | 1/2 |'
    ]);
    assert.equal(staleRows(empty, rows).length, 3);
  });

  it('does not ask for what this machine lacks', () => {
    const document = withTable(empty, rows);
    const fewer = interpreters.map(one => ({
      ...one,
      version: one.name === 'Lua' ? null : one.version
    }));
    assert.deepEqual(staleRows(document, proofTable(report, fewer)), []);
  });

  it('has a place', () => {
    assert.throws(() => withTable('Nothing.', rows), /no <!-- proof -->/);
  });
});
