import { expect } from 'chai';
import type { Claim, Verdict } from '../catalogue/register';
import type { Example, Outcome } from '../run/example';
import { plainly } from '../terminal/style';
import { claimsText, totals } from './summary';
import { judge } from './verdicts';

const claim = (id: string, verdict: Verdict = 'holds', condition?: string): Claim => ({
  id,
  claim: `What ${id} says.`,
  verdict,
  condition,
  line: 1,
});

const example = (outcome: Outcome, ...tags: readonly string[]): Example => ({
  uri: 'features/a.feature',
  line: 7,
  feature: 'A',
  name: 'an example',
  tags,
  outcome,
  steps: [],
});

const style = plainly(100);

describe('the summary by claim', () => {
  it('says verdict, condition and evidence of each claim, and which were not tried', () => {
    const claims = [
      claim('D01'),
      claim('D04', 'holds-when', 'The deletion cascades.'),
      claim('D07', 'superseded', 'Today it waits.'),
      claim('D13', 'misprint'),
      claim('D14'),
    ];
    const results = judge(claims, [
      example('passed', 'D01'),
      example('passed', 'D04'),
      example('passed', 'D04'),
      example('passed', 'D07'),
      example('skipped', 'D07', 'needs-legacy-scheduling'),
      example('failed', 'D13'),
    ]);
    expect(claimsText(results, style).split('\n').slice(2)).to.deep.equal([
      '  ✓ D01  holds          What D01 says.',
      '                        proven by 1 example',
      '  ✓ D04  holds when …   What D04 says.',
      '                        … the deletion cascades.',
      '                        proven by 2 examples',
      '  ◐ D07  was true once  What D07 says.',
      '                        Today it waits.',
      '                        proven in part, by 1 example; 1 more skipped: needs legacy scheduling',
      '  ✗ D13  misprint       What D13 says.',
      '                        not proven: example failed (features/a.feature:7)',
      '  – not tried in this run: D14',
    ]);
    expect(totals(results)).to.deep.equal([
      '2 of 5 claims of the chapter proven; 1 not proven: an example failed; 1 proven in part; 1 not tried in this run.',
    ]);
  });

  it('says of which releases a claim speaks', () => {
    const results = judge([{ ...claim('D07'), since: '1.12' }], [example('passed', 'D07')]);
    expect(claimsText(results, style).split('\n').slice(2)).to.deep.equal([
      '  ✓ D07  holds          What D07 says.',
      '                        Kubernetes 1.12 and later',
      '                        proven by 1 example',
    ]);
  });

  it('keeps the sources of claims apart', () => {
    const results = judge(
      [claim('D01'), claim('K01'), claim('I01')],
      [example('passed', 'D01', 'K01', 'I01')],
    );
    expect(totals(results)).to.deep.equal([
      '1 of 1 claims of the chapter proven.',
      '1 of 1 conformance claims proven.',
      '1 of 1 known surprises proven.',
    ]);
  });

  it('leaves out a source that the run did not touch', () => {
    const results = judge([claim('D01'), claim('K01')], [example('passed', 'D01')]);
    expect(totals(results)).to.deep.equal(['1 of 1 claims of the chapter proven.']);
    expect(claimsText(results, style)).not.to.contain('K01');
  });

  it('stays within the width of the terminal', () => {
    const long = {
      ...claim('D21'),
      claim: 'Changing a label adds a pod here and takes one away there. '.repeat(4),
    };
    const lines = claimsText(judge([long], [example('passed', 'D21')]), { ...style, width: 50 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).to.be.at.most(50);
  });

  it('keeps names at the beginning of a condition as they are', () => {
    const results = judge([claim('D20', 'holds-when', 'OnDelete is used.')], [example('passed', 'D20')]);
    expect(claimsText(results, style)).to.contain('… OnDelete is used.');
  });

  it('speaks Korean', () => {
    const claims = [claim('D01'), claim('D04', 'holds-when', '삭제가 종속 파드까지 이어진다.'), claim('D13')];
    const results = judge(claims, [
      example('passed', 'D01'),
      example('passed', 'D04'),
      example('skipped', 'D04', 'needs-legacy-scheduling'),
    ]);
    expect(claimsText(results, plainly(100, 'ko')).split('\n').slice(2)).to.deep.equal([
      '  ✓ D01  맞음             What D01 says.',
      '                          시나리오 1개로 입증됨',
      '  ◐ D04  조건부로 맞음    What D04 says.',
      '                          … 삭제가 종속 파드까지 이어진다.',
      '                          시나리오 1개로 일부 입증됨. 1개는 건너뜀: legacy scheduling 필요',
      '  – 이번 실행에서 시험하지 않음: D13',
    ]);
    expect(totals(results, 'ko')).to.deep.equal([
      '문서의 주장 3개 중 1개 입증됨; 1개는 일부만 입증됨; 1개는 이번 실행에서 시험하지 않음.',
    ]);
  });
});
