import { expect } from 'chai';
import { forgetStop } from '../run/stop';
import { checkReport } from './report/check';
import type { ConformanceReport } from './report/report';
import { ordinary, SmallSuite } from './suite.testkit';

const example = (name: string, ...steps: readonly string[]): string =>
  `    Example: ${name}\n${steps.map((step) => `      ${step}\n`).join('')}\n`;

const FINE = example('it works', 'Given it takes 3 seconds', 'When it works', 'Then it is well');

describe('a conformance run', function () {
  this.timeout(120_000);
  let suite: SmallSuite;
  const begin = (...examples: readonly string[]): SmallSuite => {
    suite = new SmallSuite(examples.join(''));
    return suite;
  };
  afterEach(() => suite.remove());
  after(forgetStop);

  /** The report, which must be in order, with how each example ended. */
  const read = () => {
    const { report, problems } = checkReport(suite.report('conformance.yaml'), () => suite.claims);
    expect(problems).to.deep.equal([]);
    const endings = Object.fromEntries(
      (report as ConformanceReport).examples.map(({ name, outcome, attempts }) => [
        name,
        [outcome, attempts],
      ]),
    );
    return { report: report as ConformanceReport, endings };
  };

  it('says of each example how it ended', async () => {
    begin(
      `    @D01\n${FINE}`,
      example('it fails', 'When it works', 'Then it is not'),
      `    @needs-impersonation\n${example('it is skipped', 'When it works', 'Then it is well')}`,
      `    @D02\n${example('it is doubtful at first', 'When it works', 'Then it is doubtful but for the first 2 times')}`,
      example('it is doubtful for ever', 'When it works', 'Then it is doubtful'),
    );
    const ending = await suite.run();
    const { report, endings } = read();
    expect(endings).to.deep.equal({
      'it works': ['passed', 1],
      'it fails': ['failed', 1],
      'it is skipped': ['skipped', 1],
      'it is doubtful at first': ['passed', 3],
      'it is doubtful for ever': ['inconclusive', 4],
    });
    expect([ending.result, ending.code, ending.tried, ending.failed]).to.deep.equal(['failure', 1, 3, 1]);
    expect(report.claims.map(({ id, found }) => [id, found])).to.deep.equal([
      ['D01', 'holds'],
      ['D02', 'holds-when'],
    ]);
    expect(report.profiles.map(({ name, result }) => [name, result])).to.deep.equal([
      ['core', 'failure'],
      ['extended', 'untried'],
      ['openshift', 'untried'],
    ]);
  });

  it('tells all of it in one living documentation, one list of test cases and one stream of messages', async () => {
    begin(
      FINE,
      example('it is doubtful at first', 'When it works', 'Then it is doubtful but for the first 1 times'),
      `    @needs-impersonation\n${example('it is skipped', 'When it works', 'Then it is well')}`,
      example('it is doubtful for ever', 'When it works', 'Then it is doubtful'),
    );
    const { written } = await suite.run();
    expect(written.map((path) => path.split('/').at(-1))).to.deep.equal([
      'conformance.yaml',
      'index.html',
      'junit.xml',
      'messages.ndjson',
    ]);
    const junit = suite.report('junit.xml');
    expect(junit).to.contain('tests="4" skipped="2" failures="0"');
    expect(junit).to.contain('skipped, impersonation: Nobody may impersonate.');
    expect(junit).to.contain('inconclusive, gap: A watch has missed something.');
    const messages = suite
      .report('messages.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const having = (key: string) => messages.filter((message) => message[key]).length;
    expect(['gherkinDocument', 'testCase', 'testCaseStarted', 'testCaseFinished'].map(having)).to.deep.equal([
      1, 4, 4, 4,
    ]);
    const page = suite.report('index.html');
    expect(page).to.contain('it is doubtful at first');
    expect(page).to.contain('1 skipped, 1 inconclusive');
    expect(page).to.match(/neither passed nor failed:.{0,300}A watch has missed something\./s);
  });

  it('goes on after a break with what is not known, and with nothing else', async () => {
    begin(
      example('a', 'When "a" is noted', 'Then it is well'),
      example('b', 'When "b" is noted', 'Then it is not'),
      example('c', 'When "c" is noted', 'Then it is doubtful but for the first 4 times'),
      example('d', 'When "d" is noted', 'Then it is well'),
    );
    const first = await suite.run({ failFast: true });
    expect([first.code, first.result]).to.deep.equal([1, 'failure']);
    expect(first.brokenOff).to.contain('ended at the first example that failed').and.contain('--resume');
    expect(read().endings).to.deep.equal({
      a: ['passed', 1],
      b: ['failed', 1],
      c: ['not-reached', 0],
      d: ['not-reached', 0],
    });
    const unsaid = suite.report('junit.xml').split('not-reached: The run ended before its turn came.');
    expect(unsaid).to.have.length(3);
    await suite.run({ resume: true });
    expect(read().endings).to.deep.equal({
      a: ['passed', 1],
      b: ['failed', 1],
      c: ['inconclusive', 4],
      d: ['passed', 1],
    });
    await suite.run({ resume: true });
    expect(read().endings.c).to.deep.equal(['passed', 5]);
    expect(['a', 'b', 'c', 'd'].map((name) => suite.noted(name))).to.deep.equal([1, 1, 5, 1]);
    expect(read().report.run.resumed).to.equal(true);
  });

  it('resumes no run of another cluster, nor of another suite', async () => {
    begin(FINE);
    await suite.run();
    const other = await suite
      .run({
        resume: true,
        answers: (path) => (path.endsWith('kube-system') ? { metadata: { uid: 'other' } } : ordinary(path)),
      })
      .catch((error) => error.message);
    expect(other).to.contain('cannot be resumed: the cluster was').and.contain('is now other');
    const longer = await suite
      .run({ resume: true, target: { ...(await suite.plan()).target, patience: 600_000 } })
      .catch((error) => error.message);
    expect(longer).to.contain('the patience was 65 seconds, and is now 600 seconds');
  });

  it('runs several at a time, and again what a process that died was running', async () => {
    begin(
      ...Array.from({ length: 6 }, (_, at) => example(`e${at}`, 'When it works', 'Then it is well')),
      example('it dies once', 'When it works', 'Then the process dies once'),
      example('it always dies', 'When it works', 'Then the process dies'),
    );
    const { code } = await suite.run({ parallel: 3 });
    const { endings, report } = read();
    expect(code).to.equal(1);
    expect(endings).to.include.keys('e0', 'e5');
    expect(endings.e5).to.deep.equal(['passed', 1]);
    expect(endings['it dies once']).to.deep.equal(['passed', 2]);
    expect(endings['it always dies']).to.deep.equal(['inconclusive', 4]);
    expect(report.examples.at(-1)).to.include({ code: 'broken-off' });
  });

  it('breaks off what runs when it is stopped, and can go on', async () => {
    begin(FINE, example('it never ends', 'When "begun" is noted', 'Then it never ends'), FINE);
    const stop = new AbortController();
    const looking = setInterval(() => suite.noted('begun') > 0 && stop.abort(), 20);
    const ending = await suite.run({ stop: stop.signal }).finally(() => clearInterval(looking));
    expect([ending.code, ending.result, ending.tried]).to.deep.equal([130, 'partial', 1]);
    expect(read().endings).to.deep.include({ 'it never ends': ['not-reached', 0] });
  });

  it('believes no failure when the cluster is not there, and ends when it does not come back', async () => {
    begin(
      ...Array.from({ length: 9 }, (_, at) => example(`e${at}`, 'When "tried" is noted', 'Then it is not')),
    );
    const answers = (path: string) => (suite.noted('tried') === 0 ? ordinary(path) : undefined);
    const ending = await suite.run({ answers, comeback: 20 });
    expect([ending.code, ending.result, ending.failed]).to.deep.equal([2, 'partial', 0]);
    expect(ending.brokenOff).to.contain('could not be reached');
    expect(suite.noted('tried')).to.equal(1);
  });

  it('waits for a cluster that comes back', async () => {
    begin(
      example(
        'it is well in the end',
        'When "tried" is noted',
        'Then it is doubtful but for the first 1 times',
      ),
      FINE,
    );
    let asked = 0;
    const answers = (path: string) =>
      suite.noted('tried') === 1 && path === '/version' && ++asked < 2 ? undefined : ordinary(path);
    const ending = await suite.run({ answers, comeback: 10_000 });
    expect([ending.code, ending.result, asked]).to.deep.equal([0, 'success', 2]);
  });
});
