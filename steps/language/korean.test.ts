import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { RunLog } from '../../src/run/log';
import { complaintOf, logOfTrying, tryFeatures } from '../../src/run/tried.testkit';

describe('a Korean phrase', function () {
  this.timeout(60_000);
  let log: RunLog;
  before(async () => {
    log = await logOfTrying('features/ko/what-it-is/joining-nodes.feature');
  });

  it('is defined where it is written, and so is the English one', () => {
    const placeOf = (pattern: string) => {
      const { sourceReference } = log.stepDefinitions.find((each) => each.pattern.source === pattern) ?? {};
      return `${sourceReference?.uri}:${sourceReference?.location?.line}`;
    };
    expect(placeOf('노드 {이름들}이/가 있다')).to.match(/^steps\/ko\/nodes\.ts:\d+$/);
    expect(placeOf('the node(s) {names}')).to.match(/^steps\/nodes\/machines\.ts:\d+$/);
  });

  it('is one of a phrase that there is in English', async () => {
    const { inKorean } = await import('./korean');
    expect(() => inKorean('the node {string} sings', '노드 {string}이/가 노래한다')).to.throw(
      'No English phrase is "the node {string} sings"',
    );
  });

  /** Tries these Thens after a daemon set has lost a node, and gives what each complained about. */
  const complaints = async (...thens: readonly string[]): Promise<readonly string[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    const file = join(folder, 'tried.feature');
    const scenarios = thens.map(
      (then, i) => `시나리오: ${i}
        먼저 노드 "east-1"과 "east-2"가 있다
        그리고 라벨 "gpu=yes"가 있는 노드 "gpu-1"이 추가된다
        그리고 데몬 세트 "log-agent"가 있다
        만일 노드 "east-2"가 제거되면
        그러면 ${then}`,
    );
    writeFileSync(file, `# language: ko\n기능: 시도\n${scenarios.join('\n')}\n`);
    const examples = await tryFeatures(file);
    rmSync(folder, { recursive: true });
    return examples.map((example) => complaintOf(example).split('\n')[0] ?? '');
  };

  it('knows all nodes, those with a label, and how long something took', async () => {
    expect(
      await complaints(
        '"log-agent"는 모든 노드에서만 Pod를 하나씩 실행한다',
        '라벨이 "gpu=yes"인 모든 노드에 있는 "log-agent"의 Pod는 교체되지 않았다',
        '"east-2"에 있던 "log-agent"의 Pod는 노드보다 최소 30초 더 남아 있었다',
        '"east-2"에 있던 "log-agent"의 Pod는 노드보다 최대 2분 더 남아 있었다',
        '"east-2"에 있던 "log-agent"의 Pod는 노드보다 약 1분 더 남아 있었다',
      ),
    ).to.deep.equal(['', '', '', '', '']);
  });

  it('fails as the English one does', async () => {
    const [untrue, long, swapped] = await complaints(
      '"log-agent"는 라벨이 "gpu=yes"인 모든 노드에서만 Pod를 하나씩 실행한다',
      '"east-2"에 있던 "log-agent"의 Pod는 노드보다 최소 2분 더 남아 있었다',
      '"log-agent"에 있는 "east-1"의 Pod는 교체되지 않았다',
    );
    expect(untrue).to.contain('"log-agent" should run one pod on each node named and no pod elsewhere.');
    expect(long).to.contain('The pod of "log-agent" should outlive "east-2" by so long.');
    expect(swapped).to.contain('There never was a node "log-agent".');
  });
});
