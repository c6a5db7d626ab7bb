import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { replay } from './replay';
import { readTrace } from './trace';

const FOLDER = join(__dirname, '../recordings');

/** The state a real control plane came to after each operation holds for every interleaving, so for every seed. */
const SEEDS = [1, 20_260_729];

describe('recordings of a Kubernetes 1.36.2 control plane', () => {
  for (const file of readdirSync(FOLDER).sort()) {
    it(`match: ${file.replace('.jsonl', '').replaceAll('-', ' ')}`, async () => {
      const steps = readTrace(readFileSync(join(FOLDER, file), 'utf8'), file);
      for (const seed of SEEDS) {
        const { first, matched } = await replay(steps, seed);
        expect(first, `seed ${seed}`).to.equal(undefined);
        expect(matched).to.equal(steps.length);
      }
    });
  }
});

describe('a recording', () => {
  const nothing = { daemonSets: {}, pods: [] };
  const halfWay = readTrace(
    readFileSync(join(FOLDER, 'surge-rests-half-way.jsonl'), 'utf8'),
    'surge-rests-half-way.jsonl',
  );

  it('of an update that rests half way may be of another pace', async () => {
    const { first, pace } = await replay(halfWay);
    expect(first).to.equal(undefined);
    expect(pace).to.be.above(1000);
  });

  it('is of one pace from first to last, and of none if a step fits no pace', async () => {
    const spoiled = halfWay.map((step, index) => (index === 5 ? { ...step, expect: nothing } : step));
    const { pace, first } = await replay(spoiled);
    expect([pace, first?.step]).to.deep.equal([1000, 5]);
  });

  it('in which nothing rests half way is of the usual pace', async () => {
    const steps = halfWay.map((step) => ({ ...step, anyNode: false }));
    const { pace, first } = await replay(steps);
    expect([pace, first?.step]).to.deep.equal([1000, 14]);
  });

  it('goes on after a step that cannot be done to the model', async () => {
    const result = await replay([
      { op: 'failPod', daemonSet: 'agent', node: 'a', expect: nothing },
      { op: 'createNode', name: 'a', expect: nothing },
    ]);
    expect([result.matched, result.steps, result.first?.step]).to.deep.equal([1, 2, 0]);
    expect(result.first?.differences).to.deep.equal([
      {
        what: 'answer',
        recorded: 'accepted',
        model: 'impossible: The daemon set "agent" has no pod on node "a".',
      },
    ]);
  });
});
