import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Run } from '../running/crew';
import { type Heading, JOURNAL, Journal, readJournal, resumable } from './journal';
import { Results } from './results';

const heading: Heading = {
  journal: 1,
  run: 'r1',
  began: 1,
  suite: { name: 'rollcall', version: '0.1.0', digest: 'sha256:0' },
  cluster: 'c1',
  version: 'v1.36.2',
  mode: 'shared',
  patience: 65_000,
  hold: 3_000,
  selection: [],
};

const run = (location: string, outcome: Run['how']['outcome']): Run => ({
  location,
  attempt: 1,
  began: 1,
  ended: 2,
  how: { outcome },
  messages: [],
  isLast: true,
});

describe('the journal of a run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is there for whoever goes on, also where its last line broke off', () => {
    const journal = Journal.begin(folder, heading);
    journal.note(run('a', 'passed'));
    journal.close();
    appendFileSync(join(folder, JOURNAL), '{"location":"b","how":{"outc');
    const next = Journal.goOn(folder);
    next.note(run('c', 'failed'));
    next.close();
    const found = readJournal(folder);
    expect(found?.heading).to.deep.equal(heading);
    expect(found?.runs.map(({ location }) => location)).to.deep.equal(['a', 'c']);
  });

  it('is begun anew by a run that resumes none', () => {
    const first = Journal.begin(folder, heading);
    first.note(run('a', 'passed'));
    first.close();
    Journal.begin(folder, { ...heading, run: 'r2' }).close();
    expect(readJournal(folder)).to.deep.equal({
      heading: { ...heading, run: 'r2' },
      runs: [],
    });
  });

  it('is of one suite, one cluster and one way to run it', () => {
    expect(() => resumable(folder, heading)).to.throw('There is no run to be resumed');
    Journal.begin(folder, heading).close();
    expect(resumable(folder, { ...heading, began: 7 }).heading.run).to.equal('r1');
    for (const [change, complaint] of [
      [{ cluster: 'c2' }, 'the cluster was c1, and is now c2'],
      [{ version: 'v1.37.0' }, 'the version of the server was v1.36.2, and is now v1.37.0'],
      [{ suite: { ...heading.suite, commit: 'abc' } }, 'the commit of the suite was 0.1.0, and is now abc'],
      [{ suite: { ...heading.suite, digest: 'sha256:1' } }, 'the digest of the suite was'],
      [{ mode: 'exclusive' }, 'the mode was shared, and is now exclusive'],
      [{ hold: 5_000 }, 'the hold was 3 seconds, and is now 5 seconds'],
      [{ selection: ['@D01'] }, 'the selection was everything, and is now @D01'],
    ] as const)
      expect(() => resumable(folder, { ...heading, ...change })).to.throw(complaint);
  });
});

describe('the results of a run', () => {
  it('are the last ones that say something', () => {
    const results = new Results([
      run('a', 'inconclusive'),
      run('a', 'passed'),
      run('a', 'inconclusive'),
      run('b', 'inconclusive'),
    ]);
    expect(results.of('a')?.how.outcome).to.equal('passed');
    expect(results.of('b')?.how.outcome).to.equal('inconclusive');
    expect(['a', 'b', 'c'].map((location) => results.isKnown(location))).to.deep.equal([true, false, false]);
    expect(['a', 'b', 'c'].map((location) => results.attempts(location))).to.deep.equal([3, 1, 0]);
  });
});
