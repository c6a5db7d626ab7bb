import { expect } from 'chai';
import { readAnswers } from './recordedAnswers';

describe('readAnswers', () => {
  const line = JSON.stringify({ case: 'a pod', manifest: { apiVersion: 'v1', kind: 'Pod' }, accepted: true });

  it('reads one answer a line', () => {
    expect(readAnswers(`${line}\n\n${line}\n`, 'a.jsonl')).to.deep.include({ problems: [] });
    expect(readAnswers(`${line}\n\n${line}\n`, 'a.jsonl').answers).to.have.length(2);
  });

  it('names file and line of what it cannot read', () => {
    const { answers, problems } = readAnswers(`${line}\n{"case": \n{"case": "b"}`, 'a.jsonl');
    expect(answers).to.have.length(1);
    expect(problems[0]).to.match(/^a\.jsonl:2: not JSON: /);
    expect(problems[1]).to.equal('a.jsonl:3: needs "case", "manifest" and "accepted"');
  });
});
