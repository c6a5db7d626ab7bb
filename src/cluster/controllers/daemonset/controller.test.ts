import { expect } from 'chai';
import { isTerminating } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { OPENSHIFT_NODE_SELECTOR } from '../../../kubernetes/kinds/namespace/nodeSelector';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { StringMap } from '../../../kubernetes/object';
import { ApiError, badRequest } from '../../../kubernetes/refusals';
import type { NewObject } from '../../component/client';
import { DaemonSetController } from './controller';
import { ControllerStage } from './controller.testkit';

const { controllerrevisions, daemonsets, namespaces, nodes, pods } = resources;
const noReply = new ApiError({ code: 504, reason: 'Timeout', message: 'no reply' });

describe('the daemon set controller', () => {
  let stage = new ControllerStage();
  beforeEach(() => {
    stage = new ControllerStage();
  });

  describe('keeps a pod on every node', () => {
    it('and reports what there is', () => {
      stage.node('west-1');
      stage.createSet();
      expect(stage.made).to.have.members(['east-1', 'west-1']);
      stage.run(stage.theOneOn('east-1'));
      expect(stage.set.status).to.include({
        desiredNumberScheduled: 2,
        currentNumberScheduled: 2,
        numberReady: 1,
        observedGeneration: 1,
      });
    });

    it('that comes, and leaves those alone that have theirs when it starts anew', () => {
      stage.createSet();
      new DaemonSetController(stage);
      stage.node('west-1');
      stage.controller.stop();
      stage.settle();
      expect(stage.made).to.deep.equal(['east-1', 'west-1']);
    });

    it("of the set's project, from the next time it looks at the set", () => {
      stage.createSet();
      stage.run();
      stage.amend(namespaces, 'shop', (current) => ({
        ...current,
        metadata: { ...current.metadata, annotations: { [OPENSHIFT_NODE_SELECTOR]: 'zone=west' } },
      }));
      stage.settle();
      expect(stage.liveOn()).to.have.length(1);
      stage.nudge();
      expect(stage.liveOn()).to.deep.equal([]);
    });

    it('by binding it itself, in the legacy model', () => {
      stage.settings.legacyScheduling = true;
      stage.createSet();
      const { nodeName, affinity } = stage.theOneOn().spec;
      expect([nodeName, affinity]).to.deep.equal(['east-1', undefined]);
    });

    it('of many, 250 in one go', () => {
      for (let number = 1; number < 260; number++) stage.node(`west-${number}`);
      stage.create(aDaemonSet());
      stage.controller.step();
      expect(stage.made).to.have.length(250);
      stage.settle();
      expect(new Set(stage.made).size).to.equal(260);
      expect(stage.made).to.have.length(260);
    });

    it('and deletes 250 in one go, whatever maxUnavailable says, where it is not wanted any more', () => {
      const names = Array.from({ length: 260 }, (_, number) => `west-${number}`);
      const label = (name: string, labels: StringMap): Node =>
        stage.amend<Node>(nodes, name, (node) => ({ ...node, metadata: { ...node.metadata, labels } }));
      for (const name of names) {
        stage.node(name);
        label(name, { zone: 'west' });
      }
      stage.createSet({ template: { nodeSelector: { zone: 'west' } } });
      for (const pod of stage.pods) stage.serve(pod);
      stage.settle();
      for (const name of names) label(name, {});
      stage.controller.step();
      expect(stage.pods.filter(isTerminating)).to.have.length(250);
      stage.settle();
      expect(stage.pods.filter(isTerminating)).to.have.length(260);
    });

    it('but starts none for a set that is being deleted', () => {
      stage.createSet();
      stage.delete(daemonsets, 'agent', { propagationPolicy: 'Foreground' });
      stage.settle();
      expect(stage.set.status.observedGeneration).to.equal(1);
      stage.delete(pods, stage.theOneOn().metadata.name);
      stage.settle();
      expect(stage.pods).to.deep.equal([]);
      expect(stage.made).to.deep.equal(['east-1']);
    });

    it('and tries again at once if the reply to its creation was lost', () => {
      stage.meanwhile = () => {
        stage.meanwhile = () => {
          throw noReply;
        };
      };
      stage.createSet();
      expect(stage.made).to.deep.equal(['east-1']);
      expect(stage.loop.now).to.equal(5);
    });

    it('and tries no more in a namespace that is on its way out', () => {
      stage.createSet();
      stage.delete(namespaces, 'shop');
      stage.node('west-1');
      stage.settle();
      expect(stage.loop.now).to.equal(0);
      expect(stage.made).to.deep.equal(['east-1']);
    });
  });

  describe('when a node is gone', () => {
    it('leaves the pod that waits for it until something wakes the daemon set', () => {
      stage.createSet();
      stage.delete(nodes, 'east-1');
      stage.settle();
      stage.loop.pass(60 * 60_000);
      expect(stage.liveOn()).to.have.length(1);
      stage.nudge();
      expect(stage.pods).to.deep.equal([]);
    });

    it('deletes that pod once more if somebody holds it, and then waits to see it for five minutes', () => {
      stage.createSet();
      stage.amend<Pod>(pods, stage.theOneOn().metadata.name, (pod) => ({
        ...pod,
        metadata: { ...pod.metadata, finalizers: ['example.com/wait'] },
      }));
      stage.delete(nodes, 'east-1');
      stage.nudge();
      stage.changeSpec({ minReadySeconds: 10 });
      stage.settle();
      expect(stage.set.status.observedGeneration).to.equal(1);
      stage.loop.pass(300_001);
      stage.nudge();
      expect(stage.set.status.observedGeneration).to.equal(2);
    });

    it('leaves the pod that is bound to it to others', () => {
      stage.createSet();
      stage.run();
      stage.delete(nodes, 'east-1');
      stage.nudge();
      expect(stage.liveOn()).to.have.length(1);
      expect(stage.set.status.desiredNumberScheduled).to.equal(0);
    });
  });

  describe('comes back by itself', () => {
    it('when a pod that is ready becomes available', () => {
      stage.createSet({ spec: { minReadySeconds: 30 } });
      stage.run();
      expect(stage.loop.now).to.equal(30_000);
      expect(stage.set.status.numberAvailable).to.equal(1);
    });

    it('once for pods that become ready soon after one another: the status of the later ones is late', () => {
      stage.node('west-1');
      stage.createSet({ spec: { minReadySeconds: 30 } });
      stage.serve(stage.theOneOn('east-1'));
      stage.loop.pass(7000);
      stage.serve(stage.theOneOn('west-1'));
      stage.loop.pass(23_000);
      expect(stage.set.status.numberAvailable).to.equal(1);
      stage.loop.pass(29_999);
      expect(stage.set.status.numberAvailable).to.equal(1);
      stage.loop.pass(1);
      expect(stage.set.status.numberAvailable).to.equal(2);
    });

    it('within a day, whatever happens', () => {
      stage.createSet();
      stage.delete(nodes, 'east-1');
      stage.settle();
      stage.loop.pass(12 * 60 * 60_000 - 1);
      expect(stage.liveOn()).to.have.length(1);
      stage.loop.pass(12 * 60 * 60_000);
      expect(stage.pods).to.deep.equal([]);
    });

    it('but not for a pod that is available at once', () => {
      stage.createSet();
      stage.run();
      expect(stage.loop.now).to.equal(0);
      expect(stage.set.status.numberAvailable).to.equal(1);
    });
  });

  describe('writes the status', () => {
    it('even if it could not create the pods', () => {
      stage.meanwhile = () => {
        stage.meanwhile = () => {
          throw badRequest('no');
        };
      };
      stage.create(aDaemonSet());
      stage.controller.step();
      expect(stage.made).to.deep.equal([]);
      expect(stage.set.status).to.include({ desiredNumberScheduled: 1, observedGeneration: 1 });
      stage.settle();
      expect(stage.made).to.deep.equal(['east-1']);
    });

    it('and keeps what others have written meanwhile', () => {
      stage.createSet();
      const conditions = [{ type: 'Checked', status: 'True' }];
      stage.meanwhile = () =>
        stage.amendStatus<DaemonSet>(daemonsets, 'agent', ({ status }) => ({ ...status, conditions }));
      stage.run();
      expect(stage.meanwhile).to.equal(undefined);
      expect(stage.set.status).to.deep.include({ numberReady: 1, conditions });
    });

    it('of the very set, not of another that has its name by now', () => {
      stage.createSet();
      stage.meanwhile = () => {
        stage.delete(daemonsets, 'agent');
        stage.create(aDaemonSet());
      };
      stage.node('west-1', { spec: { taints: [{ key: 'gpu', effect: 'NoSchedule' }] } });
      stage.amendStatus<Pod>(pods, stage.theOneOn().metadata.name, () => aPod({ readySince: 0 }).status);
      stage.controller.step();
      expect(stage.meanwhile).to.equal(undefined);
      expect(stage.set.status.desiredNumberScheduled).to.equal(0);
    });
  });

  describe('claims', () => {
    /** Three pods that the set may adopt; the first cannot be claimed yet. */
    const threeOrphans = (): void => {
      stage.createSet();
      const { labels } = stage.theOneOn().metadata;
      for (const name of ['a', 'b', 'c'])
        stage.create({
          ...aPod({ name, node: 'west-1' }),
          metadata: { name, ...(labels ? { labels } : {}) },
        });
      stage.meanwhile = () => {
        throw badRequest('not now');
      };
    };
    const owners = () =>
      ['a', 'b', 'c'].map((name) => stage.find<Pod>(pods, name)?.metadata.ownerReferences?.length);

    it('the others, though it cannot claim one', () => {
      threeOrphans();
      stage.controller.step();
      expect(owners()).to.deep.equal([undefined, 1, 1]);
    });

    it('what it could not claim at first', () => {
      threeOrphans();
      stage.settle();
      expect(stage.said('SuccessfulDelete')).to.have.length(0);
      expect(owners()).to.deep.equal([1, 1, 1]);
    });

    it('revisions that match, and no others', () => {
      stage.createSet();
      for (const [name, app] of Object.entries({ former: 'agent', other: 'other' })) {
        const metadata = { name, labels: { app } };
        stage.create({
          apiVersion: 'apps/v1',
          kind: 'ControllerRevision',
          metadata,
          revision: 1,
        } as NewObject);
      }
      stage.settle();
      const managers = (name: string) =>
        stage.find(controllerrevisions, name)?.metadata.ownerReferences?.map((owner) => owner.name);
      expect([managers('former'), managers('other')]).to.deep.equal([['agent'], undefined]);
    });
  });
});
