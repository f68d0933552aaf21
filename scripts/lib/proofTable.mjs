/**
 * What was proved of each language: categories across, languages down.
 *
 * @param report - Jest's report of `conformance/`
 * @param versions - the version of each language's interpreter, null for one
 *   that is not there
 * @returns a table in Markdown: passed/total in each cell
 */
export function proofTable(report, versions) {
  const cells = new Map();
  for (const { assertionResults } of report.testResults) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      const [language] = ancestorTitles;
      const [category] = title.split(':');
      const row = cells.get(language) ?? new Map();
      const cell = row.get(category) ?? { passed: 0, total: 0 };
      cell.passed += status === 'passed' ? 1 : 0;
      cell.total += 1;
      cells.set(language, row.set(category, cell));
    }
  }
  const categories = [
    ...new Set([...cells.values()].flatMap(row => [...row.keys()]))
  ].sort();
  const lines = [
    ['language', 'interpreter', ...categories],
    ['---', '---', ...categories.map(() => '---')],
    ...Object.entries(versions).map(([language, version]) => {
      const row = cells.get(language);
      return version && row
        ? [
            language,
            version,
            ...categories.map(category => {
              const { passed, total } = row.get(category) ?? {
                passed: 0,
                total: 0
              };
              return `${passed}/${total}`;
            })
          ]
        : [language, 'not there', ...categories.map(() => 'not proved')];
    })
  ];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
