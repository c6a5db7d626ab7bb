import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareAnswers } from './compare';
import { type RecordedAnswer, readAnswers } from './recordedAnswers';

const FILE = 'refusals.data.jsonl';
const { answers, problems } = readAnswers(readFileSync(join(__dirname, FILE), 'utf8'), FILE);

describe('recorded answers of a 1.36.2 API server', () => {
  it('can all be read', () => expect(problems).to.deep.equal([]));

  for (const recorded of answers)
    it(recorded.case, async () => expect(await compareAnswers(recorded)).to.deep.equal([]));
});

describe('compareAnswers', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'Web' } };
  const refused: RecordedAnswer = { case: 'a name', manifest: pod, accepted: false, code: 422 };

  it('says that the model refuses what was accepted, and in which words', async () => {
    const differences = await compareAnswers({ case: 'a name', manifest: pod, accepted: true });
    expect(differences.map(({ what }) => what)).to.deep.equal(['accepted', 'message']);
    expect(differences[1]?.model).to.match(/^Pod "Web" is invalid/);
  });

  it('says that the model accepts what was refused', async () => {
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } };
    expect(await compareAnswers({ ...refused, manifest })).to.deep.equal([
      { what: 'accepted', recorded: 'false', model: 'true' },
    ]);
  });

  it('compares code, reason, words and causes', async () => {
    const differences = await compareAnswers({ ...refused, code: 400, reason: 'BadRequest', causes: [] });
    expect(differences.map(({ what }) => what)).to.deep.equal(['code', 'reason', 'message', 'causes']);
  });
});
