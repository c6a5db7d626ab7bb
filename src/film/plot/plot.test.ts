import { expect } from 'chai';
import { filmRollout, type Rollout } from '../rollout.testkit';
import type { PodView, Shot } from '../scene';
import { node, pod, scene, set } from '../scenes.testkit';
import { plotInWords, plotTable } from './inWords';
import { plotsOf } from './plot';

const plotOf = async (rollout: Rollout) => {
  const shots = await filmRollout(rollout);
  const [plot] = plotsOf(shots);
  if (!plot) throw new Error('There is nothing to be plotted.');
  return plot;
};

/** `old/new/unavailable` at each moment. */
const courseOf = ({ moments }: Awaited<ReturnType<typeof plotOf>>): string =>
  moments.map((each) => `${each.old}/${each.new}/${each.unavailable}`).join(' ');

describe('the plot of an update', () => {
  it('counts old and new pods, and the nodes without', async () => {
    const plot = await plotOf({ nodes: 5, maxUnavailable: 2 });
    expect(courseOf(plot)).to.equal('5/0/0 3/0/2 1/2/2 0/4/1 0/5/0');
    expect(plot.moments.map(({ at }) => at)).to.deep.equal([1000, 1000, 3000, 5000, 7000]);
    const { set, before, after, nodes, budget, marks, width, height, isComplete } = plot;
    expect({ set, before, after, nodes, budget, marks, width, height, isComplete }).to.deep.equal({
      set: { name: 'log-agent', project: 'default' },
      before: { revision: 1, version: 'v1' },
      after: { revision: 2, version: 'v2' },
      nodes: 5,
      budget: 2,
      marks: [{ step: 2, x: 0 }],
      width: 4,
      height: 5,
      isComplete: true,
    });
  });

  it('says the same in one sentence', async () => {
    const plot = await plotOf({ nodes: 5, maxUnavailable: '40%' });
    expect(plotInWords(plot, 'en')).to.equal(
      'Five nodes, budget two: old pods fall from five to none in 4 seconds; at most two are unavailable.',
    );
    expect(plotInWords(plot, 'ko')).to.equal(
      '노드 5개, 예산 2개: 이전 Pod가 4초 동안 5개에서 0개로 줄고, Pod를 사용할 수 없는 노드는 많아야 2개였다.',
    );
  });

  it('says the same in a table', async () => {
    const plot = await plotOf({ nodes: 1 });
    expect(plotTable(plot, 'en')).to.deep.equal({
      columns: ['after', 'old', 'new', 'unavailable'],
      rows: [
        ['0 seconds', '1', '0', '0'],
        ['0 seconds', '0', '0', '1'],
        ['2 seconds', '0', '1', '0'],
      ],
    });
  });

  it('loses nobody in a surge', async () => {
    const plot = await plotOf({ nodes: 3, maxUnavailable: 0, maxSurge: 1 });
    expect(plotInWords(plot, 'en')).to.equal(
      'Three nodes, none may be unavailable, surge one: old pods fall from three to none in 3 seconds; none is ever unavailable; at most one node has two pods.',
    );
    expect(plotInWords(plot, 'ko')).to.equal(
      '노드 3개, 예산 0개, 서지 1개: 이전 Pod가 3초 동안 3개에서 0개로 줄고, Pod를 사용할 수 없는 노드는 한 번도 없었고, Pod가 둘인 노드는 많아야 1개였다.',
    );
  });

  it('counts a pod as available once it has been ready long enough', async () => {
    const plot = await plotOf({ nodes: 2, minReadySeconds: 60 });
    expect(courseOf(plot)).to.equal('2/0/0 1/0/1 0/1/1 0/2/0');
    expect(plot.moments.map(({ at }) => at / 1000)).to.deep.equal([61, 61, 123, 185]);
  });

  it('counts a node that has two pods once', () => {
    const nodes = [node('east-1'), node('east-2')];
    const fresh = pod('b', 'east-1', { revision: 2 });
    const [plot] = plotsOf([
      [{ at: 0, scene: scene(nodes, [pod('a', 'east-1')], [set()]) }],
      [{ at: 1000, scene: scene(nodes, [pod('a', 'east-1'), fresh], [set({ revision: 2 })]) }],
    ]);
    expect(plot && courseOf(plot)).to.equal('1/0/1 1/1/1');
  });

  it('counts in a surge the nodes that have two pods, but for those that one is leaving', () => {
    const nodes = [node('east-1'), node('east-2')];
    const old = [pod('a', 'east-1'), pod('b', 'east-2')];
    const at = (time: number, ...pods: readonly PodView[]) => ({
      at: time,
      scene: scene(nodes, pods, [set({ revision: time === 0 ? 1 : 2, budget: 0, surge: 2 })]),
    });
    const fresh = ['east-1', 'east-2'].map((each) =>
      pod(`new-${each}`, each, { revision: 2, state: 'pending' }),
    );
    const [plot] = plotsOf([
      [at(0, ...old)],
      [
        at(1000, ...old, ...fresh),
        at(2000, pod('a', 'east-1', { state: 'terminating' }), ...old.slice(1), ...fresh),
      ],
    ]);
    expect(plot?.moments.map(({ doubled }) => doubled)).to.deep.equal([0, 2, 1]);
    expect([plot?.surge, plot?.height]).to.deep.equal([2, 4]);
  });

  it('begins when the template is changed, though there is no revision of it yet', () => {
    const of = (at: number, revision: number | undefined, ...revisions: readonly number[]) => ({
      at,
      scene: scene(
        [],
        revisions.map((each) => pod(`of-${each}`, 'east-1', { revision: each })),
        [set({ revision })],
      ),
    });
    const [plot] = plotsOf([[of(0, 1, 1), of(1000, undefined, 1), of(2000, undefined), of(3000, 2, 2)]]);
    expect(plot?.moments.map(({ at }) => at)).to.deep.equal([1000, 2000, 3000]);
    expect(plotsOf([[of(0, 1, 1), of(1000, undefined, 1), of(2000, 1, 1)]])).to.deep.equal([]);
  });

  it('is not made where revisions do not meet', async () => {
    expect(plotsOf(await filmRollout({ nodes: 2, onDelete: true }))).to.deep.equal([]);
    expect(plotsOf((await filmRollout({ nodes: 2 })).slice(0, 2))).to.deep.equal([]);
    expect(plotsOf([])).to.deep.equal([]);
  });

  it('says that an update is not complete', async () => {
    const shots = await filmRollout({ nodes: 3 });
    const cut: readonly Shot[] = [...shots.slice(0, 2), shots[2]?.slice(0, 4) ?? []];
    const [plot] = plotsOf(cut);
    expect(plot && plotInWords(plot, 'en')).to.match(/; the update is not complete\.$/);
    expect(plot && plotInWords(plot, 'ko')).to.match(/고, 업데이트는 끝나지 않았다\.$/);
  });
});
