import { expect } from 'chai';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { Change } from '../../timeline/change';
import { type Capability, isCapability } from '../capabilities';
import type { Cluster } from '../cluster';
import { type Chapter, clause, clauseFor } from './clause.testkit';
import type { Ground } from './ground.testkit';
import { daemonSet, onNode, pod } from './objects.testkit';

const NODE = 'contract-1';
const SELECTOR = { 'contract/region': 'east' };
const SELECTOR_TEXT = 'contract/region=east';

/** A use of each capability that can be told from its failing. */
const uses: Partial<Readonly<Record<Capability, (cluster: Cluster) => Promise<unknown>>>> = {
  'legacy-scheduling': (cluster) => cluster.configure({ legacyScheduling: true }),
  'default-node-selector': (cluster) => cluster.configure({ defaultNodeSelector: SELECTOR_TEXT }),
  'security-context-constraints': (cluster) => cluster.configure({ securityContextConstraints: true }),
  'node-control': ({ world }) => world.addNode({ name: NODE }),
  'container-control': ({ world }) => world.imageBehaves('contract/image', { ready: false }),
  impersonation: async (cluster) => cluster.as({ name: 'contract-user' }).list({ resource: resources.pods }),
};

const podsOf = async ({ api, namespace }: Ground, set: string): Promise<readonly Pod[]> =>
  (await api.list<Pod>({ resource: resources.pods, namespace, labelSelector: `set=${set}` })).items;

/** The first state of each pod of the namespace. */
const newPods = ({ cluster, namespace }: Ground): readonly Change[] =>
  cluster.timeline
    .changes()
    .filter(
      ({ type, object: { kind, metadata } }) =>
        type === 'ADDED' && kind === 'Pod' && metadata.namespace === namespace,
    );

const selectorOfNewPod = async ({ api }: Ground, namespace: string): Promise<unknown> =>
  ((await api.create(pod('a'), { namespace })) as Pod).spec.nodeSelector;

/** Creates a daemon set for one machine, and waits for its pod to be bound. */
const bindDaemonPod = async (ground: Ground): Promise<void> => {
  const { api, namespace, cluster } = ground;
  await cluster.world.addNode({ name: NODE });
  await cluster.time.settle();
  await api.create(daemonSet('agent', {}, { nodeSelector: onNode(NODE) }), { namespace });
  await cluster.time.eventually(async () => {
    expect((await podsOf(ground, 'agent')).map(({ spec }) => spec.nodeName)).to.deep.equal([NODE]);
  });
};

/** Whether the first daemon pod had its node from the beginning, or was given it later, by the scheduler. */
const wasBoundWhenMade = (ground: Ground): boolean =>
  (newPods(ground)[0]?.object as Pod | undefined)?.spec.nodeName === NODE;

/** What a cluster claims, it can do. */
export const claims: Chapter = {
  title: 'claims',
  clauses: [
    clause('are of capabilities that there are', async ({ cluster }) => {
      expect([...cluster.capabilities].filter((each) => !isCapability(each))).to.deep.equal([]);
    }),

    clause('are all that a cluster can do: the rest is rejected, not passed over', async ({ cluster }) => {
      for (const [capability, use] of Object.entries(uses)) {
        if (cluster.capabilities.has(capability as Capability)) continue;
        const outcome = await use(cluster).then(
          () => 'done',
          () => 'rejected',
        );
        expect(outcome, capability).to.equal('rejected');
      }
    }),

    clauseFor(
      ['legacy-scheduling', 'node-control'],
      'of legacy scheduling mean that the controller binds',
      async (ground) => {
        await ground.cluster.configure({ legacyScheduling: true });
        await bindDaemonPod(ground);
        expect(wasBoundWhenMade(ground)).to.equal(true);
      },
    ),

    clauseFor('node-control', 'of anything else leave it to the scheduler', async (ground) => {
      await bindDaemonPod(ground);
      expect(wasBoundWhenMade(ground)).to.equal(false);
    }),

    clauseFor(
      'default-node-selector',
      'of a default node selector mean that new pods have it',
      async (ground) => {
        await ground.cluster.configure({ defaultNodeSelector: SELECTOR_TEXT });
        expect(await selectorOfNewPod(ground, ground.namespace)).to.deep.equal(SELECTOR);
        await ground.cluster.configure({ defaultNodeSelector: '' });
        await ground.api.delete({ resource: resources.pods, namespace: ground.namespace, name: 'a' });
        await ground.cluster.time.settle();
        expect(await selectorOfNewPod(ground, ground.namespace)).to.equal(undefined);
      },
    ),

    clauseFor(
      'project-node-selector',
      'of node selectors on projects mean that their pods have them',
      async (ground) => {
        const annotations = { 'openshift.io/node-selector': SELECTOR_TEXT };
        const project = await ground.api.create({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { generateName: 'contract-', annotations },
        });
        await ground.cluster.time.settle();
        expect(await selectorOfNewPod(ground, project.metadata.name)).to.deep.equal(SELECTOR);
      },
    ),

    clauseFor(
      'security-context-constraints',
      'of security context constraints mean that new pods are given one',
      async (ground) => {
        const given = async (): Promise<unknown> => {
          const { metadata } = await ground.api.create(pod('a'), { namespace: ground.namespace });
          return metadata.annotations?.['openshift.io/scc'];
        };
        await ground.cluster.configure({ securityContextConstraints: true });
        await ground.cluster.time.settle();
        expect(await given()).to.equal('anyuid');
        await ground.cluster.configure({ securityContextConstraints: false });
        await ground.api.delete({ resource: resources.pods, namespace: ground.namespace, name: 'a' });
        await ground.cluster.time.settle();
        expect(await given()).to.equal(undefined);
      },
    ),

    clauseFor(
      ['steady-control-plane', 'node-control', 'movable-clock'],
      'of a steady control plane mean that it forgets nothing: it backs off longer and longer',
      async (ground) => {
        const { api, namespace, cluster } = ground;
        await cluster.world.addNode({ name: NODE });
        // No machine here runs its system: it is refused, whenever it comes.
        const template = {
          nodeSelector: onNode(NODE),
          os: { name: 'windows' },
          containers: [{ name: 'main', image: 'contract/image' }],
        };
        await api.create(daemonSet('agent', {}, template), { namespace });
        await cluster.time.pass(10 * 60_000);
        const created = newPods(ground).map(({ at }) => at);
        const pauses = created.slice(1).map((at, index) => at - (created[index] ?? 0));
        expect(pauses.length).to.be.at.least(5);
        expect([...pauses].sort((a, b) => a - b)).to.deep.equal(pauses);
      },
    ),

    clauseFor(
      ['no-other-nodes', 'node-control', 'movable-clock'],
      'of no other nodes mean that the one that was added is all: if it is silent, nobody is written off',
      async ({ api, cluster: { world, time } }) => {
        await world.addNode({ name: NODE });
        await time.settle();
        await world.silenceNode(NODE);
        await time.pass(5 * 60_000);
        const { spec } = await api.get<Node>({ resource: resources.nodes, name: NODE });
        expect((spec.taints ?? []).map(({ key, effect }) => `${key}:${effect}`)).to.deep.equal([
          'node.kubernetes.io/unreachable:NoSchedule',
        ]);
      },
    ),
  ],
};
