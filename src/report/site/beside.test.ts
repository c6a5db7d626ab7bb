import { expect } from 'chai';
import { passOnReports, reportsBeside } from './beside';

describe('the reports of a run', () => {
  it('know each other, seen from where one of them stands', () => {
    const env = {};
    passOnReports(['reports/index.html', 'reports/junit.xml', 'out/all.ndjson'], env);
    expect(reportsBeside('reports/.index.html.42', env)).to.deep.equal(['junit.xml', '../out/all.ndjson']);
  });

  it('are alone where nobody says otherwise', () => {
    expect(reportsBeside('index.html', {})).to.deep.equal([]);
  });
});
