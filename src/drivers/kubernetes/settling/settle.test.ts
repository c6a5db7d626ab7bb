import { expect } from 'chai';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { realTime } from '../time';
import type { Picture } from './finding';
import { settle, silenceNeeded, type View } from './settle';

const NOTHING: Omit<Picture, 'now'> = {
  daemonSets: [],
  pods: [],
  nodes: [],
  revisions: [],
  budgets: [],
  quotas: [],
  silent: new Map(),
};

/** A daemon set that its controller has looked at, or not; without nodes it is well with nothing. */
const seen = (generation: number, status: object = {}): DaemonSet =>
  ({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'demo', uid: 'a', generation: 2 },
    spec: { template: { spec: { containers: [] } } },
    status: { observedGeneration: generation, desiredNumberScheduled: 0, ...status },
  }) as unknown as DaemonSet; // what settling asks of one

const NODE = {
  kind: 'Node',
  metadata: { name: 'east-1', labels: {} },
  spec: {},
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
} as unknown as Node; // what settling asks of one

/** A pod of that daemon set, ready since then (ms). */
const readyPod = (since: number, uid = 'b'): Pod =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `agent-${uid}`,
      namespace: 'demo',
      uid,
      creationTimestamp: toTimestamp(since),
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent', uid: 'a', controller: true },
      ],
    },
    spec: { nodeName: 'east-1', containers: [] },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: toTimestamp(since) }],
    },
  }) as unknown as Pod; // what settling asks of one

interface Story {
  /** When something happens: ms. */
  readonly events?: readonly number[];
  readonly latency?: number;
  readonly busy?: (now: number) => string | undefined;
  readonly picture?: (now: number) => Partial<Picture>;
}

/** A cluster of which all is known beforehand, on a clock that nobody waits for. */
const viewOf = ({ events = [], latency = 5, busy = () => undefined, picture = () => ({}) }: Story): View => {
  let now = 0;
  return {
    latency,
    now: () => now,
    busy: () => busy(now),
    picture: () => ({ ...NOTHING, ...picture(now), now }),
    get silence() {
      return now - Math.max(0, ...events.filter((each) => each <= now));
    },
    next: async (within) => {
      now = Math.min(now + within, ...events.filter((each) => each > now));
    },
  };
};

const MINUTE = 60_000;
const settled = (story: Story, horizon = 10 * MINUTE) => settle(viewOf(story), { horizon });

describe('settling', () => {
  it('waits until pods that have been ready for long enough are counted as available', async () => {
    const counted = 33_000;
    const set = { ...seen(2), spec: { ...seen(2).spec, minReadySeconds: 30 } };
    const status = { currentNumberScheduled: 1, desiredNumberScheduled: 1, numberReady: 1 };
    const available = (now: number) => ({ ...status, ...(now < counted ? {} : { numberAvailable: 1 }) });
    const { elapsed, quiet } = await settled({
      events: [1000, counted],
      picture: (now) => ({
        daemonSets: [{ ...set, status: { ...set.status, ...available(now) } }],
        pods: [readyPod(0)],
        nodes: [NODE],
      }),
    });
    expect({ elapsed, quiet }).to.deep.equal({ elapsed: counted + 1500, quiet: true });
  });

  it('waits until a new pod beside an old one has been ready for long enough', async () => {
    const set = { ...seen(2), spec: { ...seen(2).spec, minReadySeconds: 30 } };
    const counts = {
      currentNumberScheduled: 1,
      desiredNumberScheduled: 1,
      numberReady: 1,
      numberAvailable: 1,
    };
    const [old, fresh] = [readyPod(-60_000), readyPod(0, 'c')];
    const late = await settled({
      picture: () => ({
        daemonSets: [{ ...set, status: { ...set.status, ...counts } }],
        pods: [old, fresh],
        nodes: [NODE],
      }),
    });
    expect(late.elapsed).to.be.within(30_000, 31_000);
  });

  it('ends after a while of silence', async () => {
    expect(await settled({})).to.deep.equal({ quiet: true, elapsed: 300 });
    expect(await settled({ events: [100, 350, 600] })).to.deep.equal({ quiet: true, elapsed: 900 });
  });

  it('takes longer where the server is slow, or an update looks unfinished', async () => {
    expect((await settled({ latency: 100 })).elapsed).to.equal(2000);
    const daemonSets = [seen(2, { numberUnavailable: 1 })];
    expect((await settled({ picture: () => ({ daemonSets }) })).elapsed).to.equal(1500);
    expect(silenceNeeded(10_000, true)).to.equal(6000);
  });

  it('waits for the kubelets', async () => {
    const busy = (now: number) => (now < 42_000 ? 'pods start' : undefined);
    expect((await settled({ busy })).elapsed).to.be.within(42_000, 43_000);
  });

  it('waits for what is due, and not for what is due after the horizon', async () => {
    const silent = new Map([['east-1', 0]]);
    const nodes = [{ kind: 'Node', metadata: { name: 'east-1' }, spec: {}, status: {} }];
    const picture = (now: number) =>
      now < 50_000 ? { silent, nodes: nodes as unknown as Picture['nodes'] } : {};
    expect(await settled({ picture, events: [50_000] })).to.deep.equal({ quiet: true, elapsed: 50_300 });
    const early = await settled({ picture }, 20_000);
    expect(early).to.deep.equal({ quiet: false, elapsed: 300, busy: 'node "east-1" to be found silent' });
  });

  it('takes what nothing comes of for what stays, and says so', async () => {
    const late = await settled({ picture: () => ({ daemonSets: [seen(1)] }), events: [3000] });
    const busy = 'daemon set "agent" of "demo" to be looked at by its controller';
    expect([late.quiet, late.busy]).to.deep.equal([false, busy]);
    expect(late.elapsed).to.be.within(13_000, 14_000);
  });

  it('ends at the horizon where something goes round and round', async () => {
    const events = Array.from({ length: 1000 }, (_, i) => i * 200);
    const late = await settled({ events }, MINUTE);
    expect(late).to.deep.equal({ quiet: false, elapsed: MINUTE, busy: 'something that goes on and on' });
  });
});

describe('real time', () => {
  it('passes at least as long as it is told to, whatever happens', async () => {
    const view = viewOf({ events: [10, 20] });
    await realTime(view, { patience: MINUTE }).pass(1000);
    expect(view.now()).to.equal(1000);
  });

  it('settles not much longer than there is patience', async () => {
    const time = realTime(viewOf({ busy: () => 'a pod starts' }), { patience: 5000 });
    expect(await time.settle()).to.deep.equal({ quiet: false, elapsed: 35_000, busy: 'a pod starts' });
  });

  it('goes by until a check holds, and raises the last objection if it never does', async () => {
    const view = viewOf({});
    const time = realTime(view, { patience: MINUTE });
    const check = (from: number) => () => {
      if (view.now() < from) throw new Error(`too early: ${view.now()}`);
      return 'well';
    };
    expect(await time.eventually(check(1200), { within: 2000 })).to.equal('well');
    expect(view.now()).to.be.within(1200, 1700);
    const start = view.now();
    const error = await time.eventually(check(60_000), { within: 2000 }).catch((raised: Error) => raised);
    expect(String(error)).to.contain(`too early: ${start + 2000}`);
  });
});
