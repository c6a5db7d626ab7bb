import { expect } from 'chai';
import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import { type Chapter, type Clause, clauseFor } from './clause.testkit';
import { expectGone, expectRefusal, type Ground, refIn } from './ground.testkit';
import { onNode, pod } from './objects.testkit';

const NAME = 'contract-1';
const ref = { resource: resources.nodes, name: NAME };

const readiness = async ({ api }: Ground): Promise<string | undefined> =>
  (await api.get<Node>(ref)).status.conditions?.find(({ type }) => type === 'Ready')?.status;

const expectReadiness = (ground: Ground, expected: string): Promise<void> =>
  ground.cluster.time.eventually(async () => {
    expect(await readiness(ground)).to.equal(expected);
  });

const phaseOf = async (ground: Ground, name: string): Promise<string | undefined> =>
  (await ground.api.get(refIn(ground, resources.pods, name))).status.phase;

const expectPhase = (ground: Ground, name: string, expected: string): Promise<void> =>
  ground.cluster.time.eventually(async () => {
    expect(await phaseOf(ground, name)).to.equal(expected);
  });

/** A machine, and a pod that runs there. */
const joined = async (ground: Ground): Promise<void> => {
  const { api, namespace, cluster } = ground;
  await cluster.world.addNode({ name: NAME });
  await expectReadiness(ground, 'True');
  await api.create(pod('a', { nodeSelector: onNode(NAME) }), { namespace });
  await expectPhase(ground, 'a', 'Running');
};

const isRejected = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    (error) => error instanceof Error,
  );

const clause = (title: string, check: Clause['check']): Clause => clauseFor('node-control', title, check);

/** Machines, and what the cluster knows of them. */
export const nodes: Chapter = {
  title: 'machines',
  clauses: [
    clause('join as they are, and their nodes turn ready', async (ground) => {
      const { api, cluster } = ground;
      const taint = { key: 'team', value: 'ml', effect: 'NoSchedule' as const };
      const machine = {
        name: NAME,
        labels: { disk: 'ssd' },
        taints: [taint],
        cpu: '2',
        memory: '8Gi',
        pods: 20,
        resources: { 'nvidia.com/gpu': '2' },
      };
      await cluster.world.addNode(machine);
      const { metadata, spec } = await api.get<Node>(ref);
      expect(metadata.labels).to.include({ disk: 'ssd', ...onNode(NAME) });
      expect(spec.taints).to.deep.include(taint);
      await expectReadiness(ground, 'True');
      const { capacity } = (await api.get<Node>(ref)).status;
      expect(capacity).to.include({ cpu: '2', memory: '8Gi', pods: '20', 'nvidia.com/gpu': '2' });
    }),

    clause('are of an ordinary size, if nothing is said', async ({ api, cluster }) => {
      await cluster.world.addNode({ name: NAME });
      const { capacity } = (await api.get<Node>(ref)).status;
      expect(capacity).to.include({ cpu: '4', memory: '16Gi', pods: '110' });
    }),

    clause('run pods', joined),

    clause('let a disruption budget protect their pods from eviction', async (ground) => {
      const { api, namespace, cluster } = ground;
      await joined(ground);
      await api.patch(refIn(ground, resources.pods, 'a'), { metadata: { labels: { app: 'a' } } }, 'merge');
      const budget = {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'a' },
        spec: { minAvailable: 1, selector: { matchLabels: { app: 'a' } } },
      };
      await api.create(budget, { namespace });
      const budgetRef = refIn(ground, resources.poddisruptionbudgets, 'a');
      const isWorkedOut = (): Promise<void> =>
        cluster.time.eventually(async () => {
          const { metadata, status } = await api.get(budgetRef);
          expect([status.observedGeneration, status.currentHealthy]).to.deep.equal([metadata.generation, 1]);
        });
      await isWorkedOut();
      await expectRefusal(api.evict({ namespace, name: 'a' }), 429, 'TooManyRequests');
      await api.patch(budgetRef, { spec: { minAvailable: 0 } }, 'merge');
      await isWorkedOut();
      await api.evict({ namespace, name: 'a' }, { dryRun: true });
      expect((await api.get(refIn(ground, resources.pods, 'a'))).metadata.deletionTimestamp).to.equal(
        undefined,
      );
      await api.evict({ namespace, name: 'a' });
      await expectGone(ground, refIn(ground, resources.pods, 'a'));
    }),

    clause('are gone for good when they leave, with all that ran there', async (ground) => {
      await joined(ground);
      await ground.cluster.world.removeNode(NAME);
      await expectGone(ground, ref);
      await expectGone(ground, refIn(ground, resources.pods, 'a'));
    }),

    clause('that go silent are found out, and start and stop nothing', async (ground) => {
      const { api, namespace, cluster } = ground;
      await joined(ground);
      await cluster.world.silenceNode(NAME);
      await expectReadiness(ground, 'Unknown');
      await api.delete(refIn(ground, resources.pods, 'a'));
      const tolerations = [{ operator: 'Exists' }];
      await api.create(pod('b', { nodeName: NAME, tolerations }), { namespace });
      await cluster.time.pass(60_000);
      expect(await phaseOf(ground, 'a')).to.equal('Running');
      expect(await phaseOf(ground, 'b')).to.equal('Pending');
    }),

    clause('that come back catch up', async (ground) => {
      const { api, cluster } = ground;
      await joined(ground);
      await cluster.world.silenceNode(NAME);
      await expectReadiness(ground, 'Unknown');
      await api.delete(refIn(ground, resources.pods, 'a'));
      await cluster.world.reviveNode(NAME);
      await expectReadiness(ground, 'True');
      await expectGone(ground, refIn(ground, resources.pods, 'a'));
    }),

    clause('that join before they are ready start pods once they are', async (ground) => {
      const { api, namespace, cluster } = ground;
      await cluster.world.addNode({ name: NAME, ready: false });
      await expectReadiness(ground, 'False');
      const tolerations = [{ operator: 'Exists' }];
      await api.create(pod('a', { nodeName: NAME, tolerations }), { namespace });
      await cluster.time.pass(10_000);
      expect(await phaseOf(ground, 'a')).to.equal('Pending');
      await cluster.world.setNodeReady(NAME, true);
      await expectReadiness(ground, 'True');
      await expectPhase(ground, 'a', 'Running');
    }),

    clause('that are rebooted start the containers of the same pods again', async (ground) => {
      const { api, cluster } = ground;
      await joined(ground);
      const before = await api.get(refIn(ground, resources.pods, 'a'));
      await cluster.world.rebootNode(NAME, 5);
      await cluster.time.eventually(async () => {
        const { metadata, status } = await api.get(refIn(ground, resources.pods, 'a'));
        expect(metadata.uid).to.equal(before.metadata.uid);
        expect(status.containerStatuses?.[0]?.restartCount).to.equal(1);
        expect(status.conditions?.find(({ type }) => type === 'Ready')?.status).to.equal('True');
      });
    }),

    clause('that are short of something refuse pods, and evict those that run', async (ground) => {
      const { api, namespace, cluster } = ground;
      const tolerations = [{ operator: 'Exists' }];
      await joined(ground);
      await cluster.world.setPressure(NAME, 'disk', true, false);
      await cluster.time.pass(20_000);
      expect(await phaseOf(ground, 'a')).to.equal('Running');
      await cluster.world.setPressure(NAME, 'disk', true);
      await expectPhase(ground, 'a', 'Failed');
      await api.create(pod('b', { nodeName: NAME, tolerations }), { namespace });
      await expectPhase(ground, 'b', 'Failed');
      const { status } = await api.get(refIn(ground, resources.pods, 'b'));
      expect(status.reason).to.equal('Evicted');
      await cluster.world.setPressure(NAME, 'disk', false);
      await cluster.time.pass(301_000);
      await api.create(pod('c', { nodeName: NAME, tolerations }), { namespace });
      await expectPhase(ground, 'c', 'Running');
    }),

    clause('that are shut down let their pods fail, and are started again', async (ground) => {
      await joined(ground);
      await ground.cluster.world.shutDownNode(NAME);
      await expectPhase(ground, 'a', 'Failed');
      await expectReadiness(ground, 'Unknown');
      await ground.cluster.world.reviveNode(NAME);
      await expectReadiness(ground, 'True');
    }),

    clause('have names of their own', async ({ cluster: { world } }) => {
      await world.addNode({ name: NAME });
      expect(await isRejected(world.addNode({ name: NAME }))).to.equal(true);
    }),

    clause('that there are not cannot leave, go silent or come back', async ({ cluster: { world } }) => {
      await expectRefusal(world.removeNode(NAME), 404, 'NotFound');
      expect(await isRejected(world.silenceNode(NAME))).to.equal(true);
      expect(await isRejected(world.reviveNode(NAME))).to.equal(true);
      expect(await isRejected(world.setNodeReady(NAME, true))).to.equal(true);
      expect(await isRejected(world.rebootNode(NAME))).to.equal(true);
      expect(await isRejected(world.setPressure(NAME, 'disk', true))).to.equal(true);
      expect(await isRejected(world.shutDownNode(NAME))).to.equal(true);
    }),
  ],
};
