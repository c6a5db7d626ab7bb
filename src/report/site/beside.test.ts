import { expect } from 'chai';
import { passOnReports, reportsBeside } from './beside';

describe('the reports of a run', () => {
  it('are told of on the page, seen from where it will stand', () => {
    const env = {};
    passOnReports(
      {
        'reports/index.html': '/house/src/report/site.cjs',
        'reports/junit.xml': 'junit',
        'out/all.ndjson': 'message',
      },
      env,
    );
    expect(reportsBeside(env)).to.deep.equal(['junit.xml', '../out/all.ndjson']);
  });

  it('are not, where the page is written twice', () => {
    const env = {};
    passOnReports(
      { 'a/x.html': '/src/report/site.cjs', 'b/x.html': '/src/report/site.cjs', 'c.xml': 'junit' },
      env,
    );
    expect(reportsBeside(env)).to.deep.equal([]);
  });

  it('are alone where nobody says otherwise', () => {
    expect(reportsBeside({})).to.deep.equal([]);
  });
});
