import { AssertionError, expect } from 'chai';
import { Kinds } from '../kubernetes/kinds/kinds';
import { ApiError } from '../kubernetes/refusals';
import { type Capability, capabilityNames } from '../port/capabilities';
import type { Cluster } from '../port/cluster';
import { contract, type MakeCluster, tryClause } from '../port/contract/contract.testkit';
import {
  claiming,
  deletingWithout,
  type Fault,
  inApi,
  listingWithout,
  notClaiming,
  overwriting,
  recording,
  refusingInOwnWords,
  telling,
  watchingFor,
  withoutAnnotations,
} from './faults.testkit';
import { createInProcessCluster } from './in-process/driver';

const sound: MakeCluster = async () => createInProcessCluster();

const spoiled =
  (fault: Fault, make = sound): MakeCluster =>
  async () => {
    const cluster = await make();
    return { ...cluster, ...fault(cluster) };
  };

const rough: MakeCluster = async () => createInProcessCluster({ disturbed: true });

/** Somebody else has a node there. */
const inhabited: MakeCluster = async () => {
  const cluster = createInProcessCluster();
  await cluster.world.addNode({ name: 'others-1' });
  return cluster;
};

/** The clause that begins like that: `verbs: create stores`. */
const clauseNamed = (beginning: string) => {
  const found = contract.flatMap(({ title, clauses }) =>
    clauses.filter((clause) => `${title}: ${clause.title}`.startsWith(beginning)),
  );
  const [clause] = found;
  if (!clause || found.length > 1) throw new Error(`${found.length} clauses begin with "${beginning}".`);
  return clause;
};

const nothing = async (): Promise<void> => {};

const unconfigurable: Fault = () => ({ configure: nothing });

/** What may be wrong with a driver, and the clause that it breaks. */
const faults: Readonly<Record<string, readonly [breaks: string, fault: Fault]>> = {
  'drops an event': [
    'watches: tell every write once',
    telling((event, next, count) => count !== 4 && next(event)),
  ],
  'tells an event twice': [
    'watches: tell every write once',
    telling((event, next, count) => {
      next(event);
      if (count === 4) next(event);
    }),
  ],
  'forgets ends': [
    'watches: begin with what is there',
    telling((event, next) => event.type !== 'DELETED' && next(event)),
  ],
  'tells only of what is to come': [
    'watches: begin with what is there',
    inApi((api) => ({
      watch: async (query, onEvent) =>
        api.watch({ ...query, resourceVersion: (await api.list(query)).resourceVersion }, onEvent),
    })),
  ],
  'ignores the label selector of a watch': [
    'watches: with a label selector',
    watchingFor(({ labelSelector: _, ...query }) => query),
  ],
  'ignores the field selector of a watch': [
    'watches: with a field selector',
    watchingFor(({ fieldSelector: _, ...query }) => query),
  ],
  'ignores the namespace of a watch': [
    'watches: tell nothing of other namespaces',
    watchingFor(({ namespace: _, ...query }) => query),
  ],
  'cannot stop a watch': [
    'watches: tell nothing more',
    inApi((api) => ({
      watch: async (query, onEvent) => {
        await api.watch(query, onEvent);
        return () => {};
      },
    })),
  ],
  'begins every watch anew': [
    'watches that begin at a version: tell what came after a list',
    watchingFor(({ resourceVersion: _, ...query }) => query),
  ],
  'passes over what it has missed': [
    'watches that begin at a version: tell everything since',
    inApi((api) => ({
      watch: async (query, onEvent) => {
        const { resourceVersion = '0', ...rest } = query;
        const now = (await api.list(rest)).resourceVersion;
        const isOld = resourceVersion !== '0' && Number(now) - Number(resourceVersion) > 100;
        return api.watch({ ...query, resourceVersion: isOld ? now : resourceVersion }, onEvent);
      },
    })),
  ],
  'says no version of lists': [
    'watches that begin at a version: tell what came after a list',
    inApi((api) => ({ list: async (query) => ({ ...(await api.list(query)), resourceVersion: '0' }) })),
  ],
  'ignores the label selector of a list': ['selectors: select by labels', listingWithout('labelSelector')],
  'ignores the field selector of a list': ['selectors: select by fields', listingWithout('fieldSelector')],
  'ignores the namespace of a list': ['verbs: list gives', listingWithout('namespace')],
  'overwrites in spite of a conflict': ['conflicts: keep an update from overwriting', overwriting],
  'ignores preconditions': ['conflicts: keep a deletion', deletingWithout('preconditions')],
  'deletes by one policy only': ['deletion: leaves orphans', deletingWithout('propagationPolicy')],
  'refuses in words of its own': ['verbs: refuse to speak', refusingInOwnWords],
  'has one endpoint for an object and its status': [
    'patches and updates: change a status',
    inApi((api) => ({ patch: (ref, patch, type) => api.patch(ref, patch, type) })),
  ],
  'stores what is only tried': [
    'patches and updates: only say what would be',
    inApi((api) => ({ create: (manifest, options) => api.create(manifest, { ...options, dryRun: false }) })),
  ],
  'deletes what is only tried': ['patches and updates: only say what would be', deletingWithout('dryRun')],
  'keeps warnings to itself': [
    'patches and updates: tell in their order',
    inApi((api) => ({
      create: (manifest, options) => api.create(manifest, { ...options, onWarning: () => {} }),
    })),
  ],
  'serves nothing': ['discovery: names each kind', inApi(() => ({ kinds: async () => new Kinds([]) }))],
  'lets users do everything': ['users: may do nothing that no role allows', ({ api }) => ({ as: () => api })],
  'lets users watch everything': [
    'users: may do nothing that no role allows',
    ({ api, as }) => ({ as: (user) => ({ ...as(user), watch: api.watch }) }),
  ],
  'knows no groups': [
    'users: may do what a role allows their group',
    ({ as }) => ({ as: ({ name }) => as({ name }) }),
  ],
  'takes service accounts for users': [
    'users: may do what a role allows the service accounts',
    ({ as }) => ({ as: (user) => as({ groups: ['contract-nobody'], ...user }) }),
  ],
  'settles before all is done': [
    'time: settles no further',
    ({ time }) => ({ time: { ...time, settle: async () => ({ quiet: true, elapsed: 0 }) } }),
  ],
  'gives a check one try': [
    'time: goes by until',
    ({ time }) => ({ time: { ...time, eventually: async (check) => check() } }),
  ],
  'forgets its past': ['the timeline: holds a write', recording(() => false)],
  'records what people do, and nobody else': [
    'the timeline: holds what others write',
    recording(({ object }) => object.kind !== 'Pod'),
  ],
  'leaves watches open': ['a closed cluster: tells its watches', () => ({ close: nothing })],
  'does secretly what it does not claim': [
    'claims: are all that a cluster can do',
    notClaiming('node-control'),
  ],
};

/** How clusters may claim what they lack, and the clause that finds them out. */
const lies: Readonly<Record<Capability, readonly [breaks: string, lack: Fault, make?: MakeCluster]>> = {
  'legacy-scheduling': ['claims: of legacy scheduling', unconfigurable],
  'default-node-selector': ['claims: of a default node selector', unconfigurable],
  'project-node-selector': ['claims: of node selectors on projects', withoutAnnotations],
  'security-context-constraints': ['claims: of security context constraints', unconfigurable],
  'node-control': ['machines: run pods', ({ world }) => ({ world: { ...world, addNode: nothing } })],
  'container-control': [
    'containers: wait for an image',
    ({ world }) => ({ world: { ...world, imageBehaves: nothing } }),
  ],
  'long-waits': ['time: goes by for minutes', ({ time }) => ({ time: { ...time, pass: nothing } })],
  'movable-clock': ['time: passes exactly', ({ time }) => ({ time: { ...time, pass: nothing } })],
  impersonation: ['users: may look', ({ api }) => ({ as: () => api })],
  'steady-control-plane': ['claims: of a steady control plane', () => ({}), rough],
  'no-other-nodes': ['claims: of no other nodes', () => ({}), inhabited],
};

const isKept = async (beginning: string, make: MakeCluster): Promise<boolean> => {
  try {
    return (await tryClause(clauseNamed(beginning), make)) === undefined;
  } catch (error) {
    if (error instanceof AssertionError || error instanceof ApiError) return false;
    throw error;
  }
};

describe('the contract of the port', () => {
  for (const [what, [breaks, fault]] of Object.entries(faults)) {
    it(`notices a cluster that ${what}`, async () => {
      expect(await isKept(breaks, sound)).to.equal(true);
      expect(await isKept(breaks, spoiled(fault))).to.equal(false);
    });
  }

  for (const capability of capabilityNames) {
    it(`notices a cluster that claims "${capability}" and lacks it`, async () => {
      const [breaks, lack, make] = lies[capability];
      expect(await isKept(breaks, sound)).to.equal(true);
      expect(await isKept(breaks, spoiled(claiming(capability, lack), make))).to.equal(false);
    });
  }

  it('notices a cluster that the next scenario meets again', async () => {
    const only: Cluster = createInProcessCluster();
    const clause = 'a closed cluster: leaves nothing';
    expect(await isKept(clause, async () => only)).to.equal(false);
  });

  it('asks nothing of a cluster that it does not claim, and says why', async () => {
    const humble = spoiled(notClaiming('movable-clock'));
    expect(await tryClause(clauseNamed('time: passes exactly'), humble)).to.equal(
      'it needs a clock that can be moved, and stands still in between, which the cluster "in-process cluster, Kubernetes 1.36" does not offer',
    );
  });
});
