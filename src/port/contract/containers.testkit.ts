import { expect } from 'chai';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { ImageBehaviour } from '../world';
import { type Chapter, type Clause, clauseFor } from './clause.testkit';
import { expectGone, type Ground, refIn } from './ground.testkit';
import { onNode, pod } from './objects.testkit';

const NODE = 'contract-1';
const IMAGE = 'contract/image';
const SECOND = 1000;

const podNow = ({ api, namespace }: Ground): Promise<Pod> =>
  api.get<Pod>({ resource: resources.pods, namespace, name: 'a' });

/** `Running, ready`: what a pod is like. */
const stateOf = ({ status: { phase, conditions } }: Pod): string => {
  const isReady = conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  return isReady ? `${phase}, ready` : `${phase}`;
};

const expectState = ({ cluster, ...ground }: Ground, expected: string): Promise<void> =>
  cluster.time.eventually(async () => {
    expect(stateOf(await podNow({ cluster, ...ground }))).to.equal(expected);
  });

/** A machine, and a pod for it whose image behaves like that. */
const start = async (
  { api, namespace, cluster: { world } }: Ground,
  behaviour?: ImageBehaviour,
): Promise<void> => {
  if (behaviour) await world.imageBehaves(IMAGE, behaviour);
  await world.addNode({ name: NODE });
  const containers = [{ name: 'main', image: IMAGE }];
  await api.create(pod('a', { containers, nodeSelector: onNode(NODE), restartPolicy: 'Never' }), {
    namespace,
  });
};

/** How long (ms) it takes until a check has nothing to object. */
const duration = async ({ cluster: { time } }: Ground, check: Promise<unknown>): Promise<number> => {
  const before = time.now();
  await check;
  return time.now() - before;
};

const clause = (title: string, check: Clause['check']): Clause =>
  clauseFor(['node-control', 'container-control'], title, check);

/** Images and containers, which do as they are told. */
export const containers: Chapter = {
  title: 'containers',
  clauses: [
    clause('run and turn ready, if nothing is said', async (ground) => {
      await start(ground);
      await expectState(ground, 'Running, ready');
    }),

    clause('wait for an image that cannot be pulled, until it can', async (ground) => {
      const { world, time } = ground.cluster;
      await start(ground, { pullable: false });
      await time.pass(60 * SECOND);
      expect(stateOf(await podNow(ground))).to.equal('Pending');
      await world.imageBehaves(IMAGE, {});
      await expectState(ground, 'Running, ready');
    }),

    clause('take their time to start', async (ground) => {
      await start(ground, { startSeconds: 60 });
      const took = await duration(ground, expectState(ground, 'Running, ready'));
      expect(took).to.be.at.least(60 * SECOND);
    }),

    clause('may run without ever turning ready', async (ground) => {
      await start(ground, { ready: false });
      await expectState(ground, 'Running');
      await ground.cluster.time.pass(60 * SECOND);
      expect(stateOf(await podNow(ground))).to.equal('Running');
    }),

    clause('may end by themselves', async (ground) => {
      await start(ground, { exits: { afterSeconds: 60, code: 1 } });
      await expectState(ground, 'Running, ready');
      await expectState(ground, 'Failed');
    }),

    clause('take their time to stop, but no longer than they are given', async (ground) => {
      const { api } = ground;
      const ref = refIn(ground, resources.pods, 'a');
      await start(ground, { stopSeconds: 20 });
      await expectState(ground, 'Running, ready');
      const stop = async (): Promise<void> => {
        await api.delete(ref);
        const { metadata } = await api.get(ref);
        expect([metadata.deletionGracePeriodSeconds, typeof metadata.deletionTimestamp]).to.deep.equal([
          30,
          'string',
        ]);
        await expectGone(ground, ref);
      };
      const took = await duration(ground, stop());
      expect(took).to.be.within(19 * SECOND, 30 * SECOND);
    }),

    clause('are stopped when their grace period is over', async (ground) => {
      const ref = refIn(ground, resources.pods, 'a');
      await start(ground, { stopSeconds: 3600 });
      await expectState(ground, 'Running, ready');
      const stop = async (): Promise<void> => {
        await ground.api.delete(ref, { gracePeriodSeconds: 5 });
        await expectGone(ground, ref);
      };
      const took = await duration(ground, stop());
      expect(took).to.be.at.least(4 * SECOND);
    }),

    clause('turn unready and ready as they are told, and stay so', async (ground) => {
      const { world, time } = ground.cluster;
      const { namespace } = ground;
      await start(ground);
      await expectState(ground, 'Running, ready');
      await world.setPodReady({ namespace, name: 'a' }, false);
      await expectState(ground, 'Running');
      await time.pass(60 * SECOND);
      expect(stateOf(await podNow(ground))).to.equal('Running');
      await world.setPodReady({ namespace, name: 'a' }, true);
      await expectState(ground, 'Running, ready');
    }),

    clause('are started anew in the same pod if they exit, where the pod says so', async (ground) => {
      const { api, namespace, cluster } = ground;
      const containers = [{ name: 'main', image: IMAGE }];
      await cluster.world.addNode({ name: NODE });
      const { metadata } = await api.create(pod('a', { containers, nodeSelector: onNode(NODE) }), {
        namespace,
      });
      await expectState(ground, 'Running, ready');
      await cluster.world.exitContainer({ namespace, name: 'a' }, 1);
      await cluster.time.eventually(async () => {
        const now = await podNow(ground);
        expect(now.status.containerStatuses?.[0]?.restartCount).to.equal(1);
        expect(now.metadata.uid).to.equal(metadata.uid);
      });
    }),

    clause('turn ready when their probes succeed', async (ground) => {
      const { api, namespace, cluster } = ground;
      await cluster.world.imageBehaves(IMAGE, { probes: { readiness: { passesAfterSeconds: 20 } } });
      await cluster.world.addNode({ name: NODE });
      const readinessProbe = { httpGet: { port: 80 }, periodSeconds: 5 };
      const containers = [{ name: 'main', image: IMAGE, readinessProbe }];
      await api.create(pod('a', { containers, nodeSelector: onNode(NODE) }), { namespace });
      const took = await duration(ground, expectState(ground, 'Running, ready'));
      expect(took).to.be.at.least(20 * SECOND);
    }),

    clause('end as they are told', async (ground) => {
      const { namespace, cluster } = ground;
      await start(ground);
      await expectState(ground, 'Running, ready');
      await cluster.world.finishPod({ namespace, name: 'a' }, 'Succeeded');
      await expectState(ground, 'Succeeded');
    }),

    clause('that there are not are not told anything', async ({ namespace, cluster: { world } }) => {
      for (const told of [
        world.setPodReady({ namespace, name: 'nobody' }, true),
        world.finishPod({ namespace, name: 'nobody' }, 'Failed'),
        world.exitContainer({ namespace, name: 'nobody' }, 1),
      ]) {
        expect(
          await told.then(
            () => 'done',
            () => 'rejected',
          ),
        ).to.equal('rejected');
      }
    }),
  ],
};
