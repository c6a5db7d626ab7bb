import { expect } from 'chai';
import { checkReport } from './check';
import type { ConformanceReport } from './report';
import { register, reportOf, SKIPPED } from './reports.testkit';
import { sealOf } from './seal';
import { reportText } from './text';

const problemsOf = (report: unknown): readonly string[] =>
  checkReport(reportText(report as ConformanceReport), () => register).problems;

const ordinary = reportOf([{ claims: ['D01'] }, { claims: ['D02'] }, SKIPPED]);

/** The report after somebody has changed it, and sealed it again. */
const changed = (change: (report: Record<string, never> & ConformanceReport) => void): ConformanceReport => {
  const copy = structuredClone(ordinary) as Record<string, never> & ConformanceReport;
  change(copy);
  return { ...copy, seal: sealOf(copy) };
};

/** As what is read from a file it can be changed. */
type Open<T> = { -readonly [K in keyof T]: Open<T[K]> };
const open = <T>(value: T): Open<T> => value as Open<T>;

describe('a report that is checked', () => {
  it('is in order as it was written', () => {
    expect(problemsOf(ordinary)).to.deep.equal([]);
    expect(checkReport(reportText(ordinary), () => register).report).to.deep.equal(ordinary);
  });

  it('is in order of all that a run may come to', () => {
    const inconclusive = {
      outcome: 'inconclusive',
      code: 'gap',
      reason: 'A watch missed something.',
    } as const;
    const tooLong = {
      rehearsed: { outcome: 'passed', seconds: 600 },
      outcome: 'skipped',
      code: 'long-waits',
      reason: 'It waits for ten minutes.',
    } as const;
    for (const told of [
      [{ outcome: 'failed', claims: ['D01'] } as const, {}],
      [{ ...inconclusive, attempts: 4, claims: ['D01'] }, {}],
      [{ outcome: 'not-reached' } as const, {}],
      [tooLong, {}],
      [{ ...SKIPPED, needs: ['project-node-selector', 'impersonation'] }, {}],
    ])
      expect(problemsOf(reportOf(told))).to.deep.equal([]);
  });

  it('says success only of a whole suite whose core was shown', () => {
    const resultOf = (...told: Parameters<typeof reportOf>) => reportOf(...told).result;
    expect(resultOf([{}, SKIPPED])).to.equal('success');
    expect(resultOf([{}, { outcome: 'failed', needs: ['impersonation'] }])).to.equal('failure');
    expect(resultOf([{}, { outcome: 'not-reached' }])).to.equal('partial');
    expect(resultOf([{}, { outcome: 'inconclusive', needs: ['impersonation'], code: 'gap' }])).to.equal(
      'partial',
    );
    expect(resultOf([SKIPPED])).to.equal('partial');
    const chosen = reportOf([{}], { run: { ...ordinary.run, selection: ['--tags', '@D01'] } });
    expect(chosen.result).to.equal('partial');
    expect(chosen.profiles.map(({ name, result }) => [name, result])).to.deep.include(['core', 'partial']);
  });

  it('is refused once a word was changed', () => {
    const edited = { ...ordinary, cluster: { ...ordinary.cluster, version: 'v1.37.0' } };
    expect(problemsOf(edited)).to.deep.equal([
      'seal: it does not fit. The report was changed after it was written; run the suite again.',
    ]);
  });

  const lies: Readonly<Record<string, [(report: Open<ConformanceReport>) => void, string]>> = {
    'a result that is better than its examples': [
      (report) => {
        const [example] = report.examples;
        if (example) Object.assign(example, { outcome: 'failed', reason: 'It is not well.' });
      },
      'result: it is success, but what is in the report makes it failure.',
    ],
    'a count': [
      (report) => {
        const [profile] = report.profiles;
        if (profile) profile.counts.passed = 7;
      },
      'profiles[0] (core): "counts" is {failed: 0, inconclusive: 0, not-reached: 0, passed: 7, skipped: 0}, but its examples make it {failed: 0, inconclusive: 0, not-reached: 0, passed: 2, skipped: 0}.',
    ],
    'the verdict of a claim': [
      (report) => {
        const [claim] = report.claims;
        if (claim) claim.found = 'in-part';
      },
      'claims[0] (D01): "found" is in-part, but its examples make it holds.',
    ],
    'a claim that there is not': [
      (report) => {
        const [claim] = report.claims;
        if (claim) claim.id = 'D99';
      },
      'claims[0] (D99): the register has no such claim.',
    ],
    'a claim that is left out': [
      (report) => report.claims.pop(),
      'claims: D02 is missing, which the register has.',
    ],
    'a verdict that the register does not expect': [
      (report) => {
        const [claim] = report.claims;
        if (claim) Object.assign(claim, { expected: 'misprint', found: 'misprint' });
      },
      'claims[0] (D01): "expected" is misprint, but the register says holds.',
    ],
    'a core example that was skipped': [
      (report) => {
        const [example] = report.examples;
        if (example)
          Object.assign(example, { outcome: 'skipped', code: 'impersonation', reason: 'Why not.' });
      },
      'examples[0] (features/work.feature:1): core examples are never skipped, but where they wait longer than the patience of the run.',
    ],
    'an example that is moved out of the core': [
      (report) => {
        const [example] = report.examples;
        if (example) example.profile = 'extended';
      },
      'examples[0] (features/work.feature:1): it belongs to the profile core, not to extended.',
    ],
    'a skip for want of what the cluster offers': [
      (report) => {
        for (const capability of report.capabilities)
          if (capability.name === 'impersonation') {
            capability.offered = true;
            delete capability.code;
            delete capability.reason;
          }
      },
      'examples[2] (features/work.feature:3): it was skipped for want of impersonation, which the cluster offers.',
    ],
    'a skip for a wait that is short': [
      (report) => {
        const example = report.examples[2];
        if (example) example.code = 'long-waits';
      },
      'examples[2] (features/work.feature:3): it waits 3 seconds, which is within the patience of 65.',
    ],
    'an example that stands there twice': [
      (report) => {
        const [first, second] = report.examples;
        if (first && second) second.example = first.example;
      },
      'examples: features/work.feature:1 stands there twice.',
    ],
    'the summary': [
      (report) => {
        report.summary = 'All is well.';
      },
      'summary: it should say: Core: 2 of 2 passed. Extended: 0 of 1 passed, 1 skipped.',
    ],
    'times that cannot be': [
      (report) => {
        report.run.ended = '2026-01-02T03:04:04.000Z';
      },
      'run: it ended before it began.',
    ],
  };
  for (const [what, [lie, complaint]] of Object.entries(lies))
    it(`is refused, with the place, for ${what}`, () => {
      expect(problemsOf(changed((report) => lie(open(report))))).to.include(complaint);
    });

  it('is refused for its shape, with the place', () => {
    const { seal: _, ...unsealed } = ordinary;
    expect(problemsOf(unsealed)).to.deep.equal(['The report lacks "seal".']);
    expect(problemsOf({ ...ordinary, result: 'splendid', extra: 1 })).to.have.members([
      'result must be one of: success, partial, failure.',
      'The report has "extra", which a report does not have.',
    ]);
    const unsaid = reportOf([{ outcome: 'skipped', needs: ['impersonation'] }]);
    expect(problemsOf(unsaid)).to.include.members([
      'examples[0] lacks "code".',
      'examples[0] lacks "reason".',
    ]);
    expect(checkReport('a: [', () => register).problems[0]).to.match(/^It is no YAML: /);
    expect(checkReport('[]', () => register).problems).to.deep.equal(['The report must be object.']);
  });
});
