import { finding, isReport, sorted } from '../findings';
import { reportText } from '../reportText';
import { prefixOf } from '../way';

const make = (id: string, proxy: string | null = null, prefix = '/a/b/') =>
  finding(id, 'Seen.', { prefix, proxy });

describe('finding', () => {
  it('has the lines of all proxies while it is not known which it is', () => {
    const { system, changes } = make('slash-redirect');
    expect(system).toBe('the proxy');
    expect(changes.map(({ line }) => line)).toEqual([
      'location = /a/b {\n    return 301 /a/b/;\n}',
      'RedirectMatch permanent ^/a/b$ /a/b/'
    ]);
  });

  it('has those of the proxy that is known', () => {
    const { system, changes } = make('read-timeout', 'Apache');
    expect(system).toBe('Apache');
    expect(changes).toEqual([
      { where: 'Apache, in the site of the hub', line: 'ProxyTimeout 86400' }
    ]);
  });

  it('names no proxy for what is not of one', () => {
    const { system, changes } = make('frames-forbidden', 'nginx');
    expect(system).toBe('the security policy');
    expect(changes).toHaveLength(1);
  });

  it('leaves a folder alone that is called as the path is', () => {
    expect(make('kernel-unseen').changes[1].line).toContain('share/jupyter');
  });

  it('knows the path of the hub from that of a user', () => {
    expect(prefixOf('/jupyter/user/ada/')).toBe('/jupyter/');
    expect(prefixOf('/')).toBe('/');
  });
});

describe('a report', () => {
  const report = {
    findings: [make('frame-src'), make('xsrf'), make('buffering', 'nginx')],
    fine: ['All else.'],
    facts: {}
  };

  it('has the worst first', () => {
    expect(sorted(report.findings).map(({ id }) => id)).toEqual([
      'xsrf',
      'buffering',
      'frame-src'
    ]);
  });

  it('as text has the worst first, too', () => {
    const { findings } = report;
    const text = reportText({ ...report, findings: findings.slice(0, 2) });
    expect(text.indexOf('(xsrf)')).toBeGreaterThan(0);
    expect(text.indexOf('(xsrf)')).toBeLessThan(text.indexOf('(frame-src)'));
  });

  it('as text names the line', () => {
    expect(reportText(report)).toContain(
      'WARNING  nginx: Seen.\n  What the server sends'
    );
    expect(reportText(report)).toContain('\n      proxy_buffering off;\n');
    expect(reportText(report)).toMatch(/Fine:\n {2}All else\.\n$/);
  });

  it('of a server is known by its form', () => {
    const sent: unknown = JSON.parse(JSON.stringify(report));
    expect(isReport(sent)).toBe(true);
    const [first] = report.findings;
    for (const wrong of [
      null,
      'text',
      {},
      { ...report, fine: [1] },
      { ...report, facts: null },
      { ...report, findings: [{ ...first, severity: 'worst' }] },
      { ...report, findings: [{ ...first, seen: 1 }] },
      { ...report, findings: [{ ...first, changes: [{ where: 'x' }] }] }
    ]) {
      expect(isReport(wrong)).toBe(false);
    }
  });
});
