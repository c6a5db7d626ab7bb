import { expect } from 'chai';
import fc from 'fast-check';
import { controllerOf } from '../../kubernetes/fields/meta';
import { isReady, targetNode } from '../../kubernetes/kinds/pod/state';
import type { Cluster } from '../../port/cluster';
import { daemonSet, operations } from '../operations/anyOperation.testkit';
import { play, RUNS, rest } from './run.testkit';
import { isUpToDate, nameOf, stateOf } from './state.testkit';

/** Where a cluster has come to, without names and times, which are a matter of chance. */
const outcome = async (cluster: Cluster): Promise<unknown> => {
  const { nodes, sets, pods, revisions } = await stateOf(cluster);
  return {
    nodes: nodes.map(({ metadata, spec }) => [
      metadata.name,
      metadata.labels,
      spec.unschedulable,
      spec.taints?.map(({ key, effect }) => `${key}:${effect}`).sort(),
    ]),
    sets: sets.map((set) => [nameOf(set), set.spec, set.status]),
    revisions: revisions.map(({ revision, data }) => JSON.stringify([revision, data])).sort(),
    pods: pods
      .map((pod) => {
        const set = sets.find(({ metadata }) => metadata.uid === controllerOf(pod)?.uid);
        return [
          targetNode(pod),
          controllerOf(pod)?.name,
          pod.status.phase,
          isReady(pod),
          set && isUpToDate(set, pod),
          pod.metadata.deletionTimestamp !== undefined,
        ].join(' ');
      })
      .sort(),
  };
};

describe('seeds', function () {
  this.timeout(60_000);

  for (const disturbed of [false, true]) {
    const day = disturbed ? 'on a rough day' : 'on a calm day';

    it(`decide everything: the same seed gives the same history to the byte, ${day}`, () =>
      fc.assert(
        fc.asyncProperty(operations(3, { broken: true }), fc.nat(), async (groups, seed) => {
          const history = async (): Promise<string> =>
            JSON.stringify((await play(groups, { seed, disturbed })).timeline.changes());
          expect(await history()).to.equal(await history());
        }),
        RUNS,
      ));

    it(`make no difference to where a cluster comes to, ${day}`, () =>
      fc.assert(
        fc.asyncProperty(operations(1, { broken: false }), fc.nat(), async (groups, seed) => {
          const one = await outcome(await play(groups, { seed: 1 }, rest));
          const other = await outcome(await play(groups, { seed: seed + 2, disturbed }, rest));
          expect(other).to.deep.equal(one);
        }),
        RUNS,
      ));
  }

  it('decide the names of pods and the order of events', async () => {
    const groups = [[{ op: 'createDaemonSet', manifest: daemonSet('log-agent') }]] as const;
    const one = (await play(groups, { seed: 1 })).timeline.changes();
    const other = (await play(groups, { seed: 2 })).timeline.changes();
    expect(JSON.stringify(one)).not.to.equal(JSON.stringify(other));
  });
});
