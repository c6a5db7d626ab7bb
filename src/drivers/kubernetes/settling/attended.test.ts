import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { Inconclusive } from '../../../port/inconclusive';
import { attended } from './attended';
import type { Picture } from './finding';

const NOTHING: Omit<Picture, 'now'> = {
  ...{ daemonSets: [], pods: [], nodes: [], revisions: [], budgets: [], quotas: [] },
  silent: new Map(),
};

const metadata = { name: 'agent', namespace: 'demo', uid: 'a', generation: 2 };

interface Duty {
  readonly what: string;
  /** As much as settling asks of each, when it was seen to, or not yet. */
  readonly picture: (isSeen: boolean) => Partial<Picture>;
}

const LOOKED_AT = '"agent" of "demo" to be looked at by';

const duties: Readonly<Record<string, Duty>> = {
  'the controller of daemon sets': {
    what: `daemon set ${LOOKED_AT} its controller`,
    picture: (isSeen) => ({
      daemonSets: [
        {
          metadata,
          spec: { template: { spec: { containers: [] } } },
          status: { observedGeneration: isSeen ? 2 : 1, desiredNumberScheduled: 0 },
        } as unknown as DaemonSet,
      ],
    }),
  },
  'the scheduler': {
    what: `pod ${LOOKED_AT} the scheduler`,
    picture: (isSeen) => ({
      pods: [
        {
          metadata,
          spec: { containers: [] },
          status: { phase: 'Pending', conditions: isSeen ? [{ type: 'PodScheduled', status: 'False' }] : [] },
        } as unknown as Pod,
      ],
    }),
  },
  'the controller of disruption budgets': {
    what: `disruption budget ${LOOKED_AT} its controller`,
    picture: (isSeen) => ({
      budgets: [
        { metadata, status: { observedGeneration: isSeen ? 2 : 1 } } as unknown as PodDisruptionBudget,
      ],
    }),
  },
  'the garbage collector': {
    what: 'Pod "agent" of "demo", whose daemon set is gone, to go',
    picture: (isSeen) => ({
      nodes: [{ metadata: { name: 'east-1' }, spec: {}, status: {} } as unknown as Node],
      pods: isSeen
        ? []
        : [
            {
              kind: 'Pod',
              metadata: {
                ...metadata,
                ownerReferences: [{ kind: 'DaemonSet', name: 'agent', uid: 'gone', controller: true }],
              },
              spec: { nodeName: 'east-1', containers: [] },
              status: { phase: 'Running' },
            } as unknown as Pod,
          ],
    }),
  },
  'the controller that taints nodes': {
    what: 'the taint node.kubernetes.io/not-ready of node "east-1" to follow',
    picture: (isSeen) => ({
      nodes: [
        {
          metadata: { name: 'east-1' },
          spec: {},
          status: { conditions: [{ type: 'Ready', status: isSeen ? 'True' : 'False' }] },
        } as unknown as Node,
      ],
    }),
  },
};

/** Somebody looks after so long (ms), on a clock that nobody waits for. */
const viewOf = (picture: (isSeen: boolean) => Partial<Picture>, after: number) => {
  let now = 0;
  return {
    latency: 1,
    now: () => now,
    picture: (): Picture => ({ ...NOTHING, ...picture(now >= after), now }),
    next: async (within: number) => {
      now += Math.min(within, 400);
    },
  };
};

const TAINTS = ['NoSchedule', 'NoExecute'].map((effect) => ({
  key: 'node.kubernetes.io/unreachable',
  effect,
}));

/** A node that has been silent since then (ms), which is found out after 40 seconds or more, up to 100. */
const silentSince =
  (since: number) =>
  (isSeen: boolean): Partial<Picture> => ({
    silent: new Map([['east-1', since]]),
    nodes: [
      {
        metadata: { name: 'east-1' },
        spec: { taints: isSeen ? TAINTS : [] },
        status: { conditions: [{ type: 'Ready', status: isSeen ? 'Unknown' : 'True' }] },
      } as unknown as Node,
    ],
  });

describe('what nothing has come of', () => {
  for (const [who, { what, picture }] of Object.entries(duties)) {
    it(`says something once ${who} has looked`, async () => {
      const view = viewOf(picture, 9000);
      await attended(view);
      expect(view.now()).to.be.within(9000, 9400);
    });

    it(`says nothing while ${who} is away`, async () => {
      const view = viewOf(picture, Number.POSITIVE_INFINITY);
      const error = await attended(view).catch((raised: unknown) => raised);
      expect(error).to.be.instanceOf(Inconclusive);
      expect(String(error)).to.contain(
        `it was waited in vain for ${what}. What did not happen proves nothing then.`,
      );
      expect(view.now()).to.equal(10_000);
    });
  }

  it('says something though what depends is left undone', async () => {
    const view = viewOf((isSeen) => duties['the controller of daemon sets']?.picture(isSeen) ?? {}, 0);
    await attended({
      ...view,
      picture: () => ({
        ...view.picture(),
        nodes: [{ metadata: { name: 'east-1' }, spec: {}, status: {} } as unknown as Node],
      }),
    });
    expect(view.now()).to.equal(0);
  });

  it('says nothing of a silent node while nobody has found it silent who should have by now', async () => {
    await attended(viewOf(silentSince(-100_000), Number.POSITIVE_INFINITY)).then(
      () => expect.fail('It was believed.'),
      (error) => expect(error).to.be.instanceOf(Inconclusive),
    );
    const view = viewOf(silentSince(-200_000), 4000);
    await attended(view);
    expect(view.now()).to.equal(4000);
  });

  it('says something of a silent node that nobody can have found silent yet', async () => {
    const view = viewOf(silentSince(-60_000), Number.POSITIVE_INFINITY);
    await attended(view);
    expect(view.now()).to.equal(0);
  });
});
