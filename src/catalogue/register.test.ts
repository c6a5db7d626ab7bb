import { expect } from 'chai';
import { RegisterError } from './entries';
import { claimIn, parseRegister, releasesOf } from './register';

const problemsOf = (text: string): readonly string[] => {
  try {
    parseRegister(text);
  } catch (error) {
    if (error instanceof RegisterError) return error.problems;
    throw error;
  }
  return [];
};

describe('the register of claims', () => {
  it('is read entry by entry, with the line of each', () => {
    const claims = parseRegister(
      [
        '# all claims',
        '- id: D01',
        '  section: 5.1',
        '  claim: One pod a node.',
        '  verdict: holds',
        '- id: D19',
        '  claim: Nothing is replaced.',
        '  verdict: holds-when',
        '  condition: The strategy is OnDelete.',
      ].join('\n'),
    );
    expect(claims.map(({ id, verdict, line }) => [id, verdict, line])).to.deep.equal([
      ['D01', 'holds', 2],
      ['D19', 'holds-when', 6],
    ]);
    expect(claims[0]?.section).to.equal('5.1');
    expect(claims[1]?.condition).to.equal('The strategy is OnDelete.');
  });

  it('refuses every wrong entry at once, each with file and line', () => {
    const problems = problemsOf(
      [
        '- id: D1',
        '  claim: A.',
        '  verdict: holds',
        '- id: D02',
        '  verdict: maybe',
        '- id: D03',
        '  claim: C.',
        '  verdict: holds-when',
        '- id: D02',
        '  claim: [a, b]',
        '  verdict: holds',
      ].join('\n'),
    );
    expect(problems.map((problem) => problem.replace(/\. .*/, '.'))).to.deep.equal([
      'features/claims.yaml:1: "D1" is no claim number.',
      'features/claims.yaml:4: D02 has no "claim".',
      'features/claims.yaml:4: D02 has the verdict "maybe".',
      'features/claims.yaml:6: D03 holds only sometimes, but has no "condition".',
      'features/claims.yaml:9: "claim" must be a text.',
      'features/claims.yaml:9: D02 is registered already, in line 4.',
      'features/claims.yaml:9: D02 has no "claim".',
    ]);
  });

  it('knows the releases that a claim speaks of', () => {
    const claim = (more: string) => `- id: D01\n  claim: A.\n  verdict: holds\n  ${more}\n`;
    const [both] = parseRegister(claim('since: "1.6"\n  until: "1.10"'));
    expect(both && releasesOf(both)).to.equal('Kubernetes 1.6 to 1.10');
    expect(releasesOf({ since: '1.12' })).to.equal('Kubernetes 1.12 and later');
    expect(releasesOf({ until: '1.11' })).to.equal('Kubernetes up to 1.11');
    expect(releasesOf({})).to.equal(undefined);
    expect(problemsOf(claim('since: 1.10'))).to.deep.equal([
      'features/claims.yaml:1: "since" must be a release of Kubernetes, in quotes, like "1.12".',
    ]);
  });

  it('names the line where YAML ends to make sense', () => {
    expect(problemsOf('- id: D01\n  claim: "half a text')[0]).to.match(
      /^features\/claims\.yaml:2: no valid YAML: /,
    );
  });

  it('must be a list', () => {
    expect(problemsOf('D01: holds')[0]).to.match(/must be a list/);
  });

  const entry = (more: string): string =>
    `- id: D01\n  claim: A.\n  verdict: holds\n  condition: B.\n${more}`;

  it('says a claim in two languages, as much in one as in the other', () => {
    const [claim] = parseRegister(entry('  ko:\n    claim: 가.\n    condition: 나.\n'));
    expect(claim && claimIn(claim, 'ko')).to.deep.equal({ claim: '가.', condition: '나.' });
    expect(claim && claimIn({ ...claim, ko: undefined }, 'ko').claim).to.equal('A.');
    expect(problemsOf(entry('  ko:\n    claim: 가.\n'))).to.deep.equal([
      'features/claims.yaml:1: D01 has a "condition" in one language only. Say it in both, or in none.',
    ]);
    expect(problemsOf(entry('  ko:\n    condition: 나.\n'))).to.deep.equal([
      'features/claims.yaml:1: D01 has no "claim" under "ko". Say it in Korean.',
    ]);
  });

  const side = '    - {en: One., ko: 하나., feature: features/a.feature, example: a}\n';

  it('shows two sides of a claim', () => {
    const [claim] = parseRegister(entry(`  sides:\n${side}${side}`));
    expect(claim?.sides?.[1]).to.deep.equal({
      says: { en: 'One.', ko: '하나.' },
      example: { feature: 'features/a.feature', title: 'a' },
    });
    expect(problemsOf(entry(`  sides:\n${side}`))).to.deep.equal([
      'features/claims.yaml:1: D01 has 1 "sides". A claim has two, or none.',
    ]);
    expect(problemsOf(entry(`  sides:\n${side}    - {en: Two., ko: 둘.}\n`))).to.deep.equal([
      'features/claims.yaml:1: Side 2 of D01 has no example. Write "feature", its path, and "example", its title.',
    ]);
  });
});
