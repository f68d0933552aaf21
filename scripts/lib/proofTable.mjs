/**
 * What was proved of each language: a row for each interpreter, a column for
 * each category, passed/total in each cell, and `of` how many where the language
 * cannot do all.
 *
 * @param report - Jest's report of `conformance/`
 * @param interpreters - the name, language and version of each, in the order of
 *   the rows, and how many of a category it has no code for; the version is null
 *   of one that is not there
 * @returns rows of cells, the head first
 */
export function proofTable(report, interpreters) {
  const isInterpreter = new Set(interpreters.map(({ name }) => name));
  const results = new Map();
  for (const { assertionResults } of report.testResults) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      const [name] = ancestorTitles;
      if (!isInterpreter.has(name)) {
        continue;
      }
      const [category] = title.split(':');
      const row = results.get(name) ?? new Map();
      const cell = row.get(category) ?? { passed: 0, total: 0 };
      cell.passed += status === 'passed' ? 1 : 0;
      cell.total += 1;
      results.set(name, row.set(category, cell));
    }
  }
  const categories = [
    ...new Set([...results.values()].flatMap(row => [...row.keys()]))
  ].sort();
  const cellOf = (name, gaps, category) => {
    const { passed, total } = results.get(name)?.get(category) ?? {};
    const gap = gaps?.[category];
    const all = gap ? ` of ${total + gap}` : '';
    return total ? `${passed}/${total}${all}` : 'not proved';
  };
  return [
    ['language', 'proved on', ...categories],
    ...interpreters.map(({ name, language, version, gaps }) => [
      language,
      version ? `${name} (${version})` : `${name}: not there`,
      ...categories.map(category => cellOf(name, gaps, category))
    ])
  ];
}

/** A table in Markdown, its columns aligned. */
export function markdown(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(3, ...rows.map(row => row[column].length))
  );
  const line = cells =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...others] = rows;
  return [
    line(head),
    line(widths.map(width => '-'.repeat(width))),
    ...others.map(line)
  ].join('\n');
}

const BEGIN = '<!-- proof -->';
const END = '<!-- /proof -->';

/** The rows without the versions, which are this machine's. */
const withoutVersions = rows =>
  rows.map(([language, on, ...cells]) => [
    language,
    on.replace(/ \(.*\)$/, ''),
    ...cells
  ]);

/**
 * A document with the table in the place of the one that it has.
 *
 * @throws Error when it has no place for one
 */
export function withTable(document, rows) {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) {
    throw new Error(`There is no ${BEGIN} … ${END} in the document.`);
  }
  return `${before}${BEGIN}\n\n${markdown(withoutVersions(rows))}\n\n${END}${after}`;
}

/**
 * The rows that a document has in another way; those of interpreters that are
 * not there are not asked for.
 */
export function staleRows(document, rows) {
  const flat = text => text.replace(/[ -]+/g, ' ');
  const lines = new Set(
    (document.split(BEGIN)[1]?.split(END)[0] ?? '').split('\n').map(flat)
  );
  return withoutVersions(rows)
    .filter(([, on]) => !on.endsWith(': not there'))
    .map(cells => `| ${cells.join(' | ')} |`)
    .filter(line => !lines.has(flat(line)));
}
