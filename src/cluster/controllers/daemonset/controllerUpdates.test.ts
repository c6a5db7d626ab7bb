import { expect } from 'chai';
import { isTerminating } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { NewObject } from '../../component/client';
import { ControllerStage } from './controller.testkit';

const { controllerrevisions, nodes, pods, resourcequotas } = resources;

const SURGING: Partial<DaemonSet['spec']> = {
  updateStrategy: {
    type: 'RollingUpdate',
    rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
  } as DaemonSet['spec']['updateStrategy'],
};

describe('the daemon set controller', () => {
  let stage = new ControllerStage();
  beforeEach(() => {
    stage = new ControllerStage();
  });

  const images = () => stage.pods.map(({ spec }) => spec.containers[0]?.image);

  describe('updates pods', () => {
    it('one after the other, each when the one before is available', () => {
      stage.node('west-1');
      stage.createSet({ spec: { minReadySeconds: 30 } });
      for (const node of ['east-1', 'west-1']) stage.run(stage.theOneOn(node));
      stage.update('agent:v2');
      stage.settle();
      expect(stage.pods.filter(isTerminating)).to.have.length(1);
      stage.sweep();
      expect(images()).to.have.members(['agent:v1', 'agent:v2']);
      const next = stage.pods.find(({ spec }) => spec.containers[0]?.image === 'agent:v2');
      expect(stage.pods.filter(isTerminating)).to.deep.equal([]);
      const before = stage.loop.now;
      stage.run(next);
      expect(stage.pods.filter(isTerminating)).to.have.length(1);
      expect(stage.loop.now - before).to.equal(30_000);
    });

    it('only where somebody deletes them, if that is the strategy', () => {
      stage.createSet({ spec: { updateStrategy: { type: 'OnDelete' } } });
      stage.run();
      stage.update('agent:v2');
      stage.settle();
      expect(images()).to.deep.equal(['agent:v1']);
      stage.delete(pods, stage.theOneOn().metadata.name);
      stage.sweep();
      expect(images()).to.deep.equal(['agent:v2']);
    });

    it('after it has seen the pods that it has just created elsewhere', () => {
      stage.createSet({
        spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } } },
      });
      stage.run();
      stage.node('west-1');
      stage.update('agent:v2');
      stage.controller.step();
      expect(stage.made).to.deep.equal(['east-1', 'west-1']);
      expect(stage.liveOn('east-1')).to.have.length(1);
      stage.controller.step();
      expect(stage.liveOn('east-1')).to.deep.equal([]);
    });

    it('that are ready, but not for long enough, all at once, whatever its budget', () => {
      stage.node('west-1');
      stage.createSet();
      for (const node of ['east-1', 'west-1']) stage.run(stage.theOneOn(node));
      stage.loop.pass(60_000);
      stage.changeSpec({ minReadySeconds: 600 });
      stage.update('agent:v2');
      stage.loop.pass(0);
      expect(stage.pods.filter(isTerminating)).to.have.length(2);
    });

    it('of no node while it cannot create the pod of another, whatever its budget', () => {
      stage.createSet({
        spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } } },
      });
      stage.run();
      stage.update('agent:v2');
      stage.node('west-1');
      stage.quota('small', { pods: '1' });
      stage.loop.pass(1000);
      expect(stage.said('FailedCreate')).not.to.deep.equal([]);
      expect(stage.liveOn('east-1')).to.have.length(1);
      stage.delete(resourcequotas, 'small');
      stage.loop.pass(10_000);
      expect(stage.liveOn('east-1')).to.deep.equal([]);
    });

    it('on nodes that are gone, too, if they are not available there', () => {
      stage.createSet();
      stage.run();
      stage.amendStatus<Pod>(pods, stage.theOneOn().metadata.name, () => aPod().status);
      stage.delete(nodes, 'east-1');
      stage.settle();
      expect(stage.liveOn('east-1')).to.have.length(1);
      stage.update('agent:v2');
      stage.settle();
      expect(stage.liveOn('east-1')).to.deep.equal([]);
    });

    it('but deletes none again that is on its way out', () => {
      stage.createSet();
      stage.run();
      const { metadata, spec } = stage.theOneOn();
      stage.delete(pods, metadata.name);
      stage.pod('second', { ...spec, node: 'east-1' });
      stage.amend<Pod>(pods, 'second', (pod) => ({
        ...pod,
        metadata: { ...pod.metadata, ...(metadata.labels ? { labels: metadata.labels } : {}) },
      }));
      stage.run(stage.find<Pod>(pods, 'second'));
      stage.update('agent:v2');
      stage.settle();
      expect(stage.said('SuccessfulDelete')).to.deep.equal(['Deleted pod: second']);
    });
  });

  describe('with a surge', () => {
    const updated = (): [Pod, Pod] => {
      stage.createSet({ spec: SURGING });
      stage.run();
      const old = stage.theOneOn();
      stage.update('agent:v2');
      stage.settle();
      const fresh = stage.liveOn().find(({ metadata }) => metadata.name !== old.metadata.name);
      return [old, fresh as Pod];
    };
    const live = () => stage.liveOn().map(({ metadata }) => metadata.name);

    it('lets the old pod go when the new one beside it is available', () => {
      const [old, fresh] = updated();
      expect(live()).to.have.members([old.metadata.name, fresh.metadata.name]);
      stage.run(fresh);
      expect(live()).to.deep.equal([fresh.metadata.name]);
    });

    it('lets only the old pod go, even if somebody else has been faster', () => {
      const [old, fresh] = updated();
      stage.meanwhile = () => stage.delete(pods, old.metadata.name, { gracePeriodSeconds: 0 });
      stage.run(fresh);
      expect(stage.meanwhile).to.equal(undefined);
      expect(live()).to.deep.equal([fresh.metadata.name]);
    });

    it('asks for every node that an old pod is on, and stops until the pod of one that is gone is collected', () => {
      stage.node('west-1');
      stage.createSet({ spec: SURGING });
      for (const node of ['east-1', 'west-1']) stage.run(stage.theOneOn(node));
      const orphan = stage.theOneOn('west-1').metadata.name;
      stage.delete(nodes, 'west-1');
      stage.update('agent:v2');
      stage.loop.pass(40_000);
      expect(images()).to.deep.equal(['agent:v1', 'agent:v1']);
      stage.delete(pods, orphan, { gracePeriodSeconds: 0 });
      stage.loop.pass(0);
      expect(images()).to.deep.equal(['agent:v1', 'agent:v2']);
    });
  });

  describe('with a surge and minReadySeconds', () => {
    /** The set has run on these nodes for so long (ms), its pods ready at once, and gets a new template. */
    const updated = (nodeNames: readonly string[], age: number, maxSurge = 1): void => {
      for (const name of nodeNames) if (name !== 'east-1') stage.node(name);
      const rollingUpdate = { maxUnavailable: 0, maxSurge };
      const updateStrategy = { type: 'RollingUpdate', rollingUpdate } as DaemonSet['spec']['updateStrategy'];
      stage.create(aDaemonSet({ spec: { minReadySeconds: 30, updateStrategy } }));
      stage.loop.pass(0);
      for (const pod of stage.pods) stage.serve(pod);
      stage.loop.pass(age);
      stage.update('agent:v2');
      stage.loop.pass(0);
    };
    const fresh = (node = 'east-1'): Pod | undefined =>
      stage.liveOn(node).find(({ spec }) => spec.containers[0]?.image === 'agent:v2');
    const liveOn = (node: string) => stage.liveOn(node).length;

    it('ends by itself if the set has come to rest before: a second after the new pod is available', () => {
      updated(['east-1'], 60_000);
      stage.serve(fresh());
      stage.loop.pass(30_999);
      expect(liveOn('east-1')).to.equal(2);
      stage.loop.pass(1);
      expect(liveOn('east-1')).to.equal(1);
    });

    it('rests if it began before the old pod was available: the alarm of that one comes too early', () => {
      updated(['east-1'], 7000);
      stage.serve(fresh());
      stage.loop.pass(60 * 60_000);
      expect(liveOn('east-1')).to.equal(2);
      expect(stage.set.status.numberAvailable).to.equal(1);
      stage.nudge();
      expect(liveOn('east-1')).to.equal(1);
    });

    it('rests on the second of two nodes whose new pods became ready some seconds apart', () => {
      updated(['east-1', 'west-1'], 60_000, 2);
      stage.serve(fresh('east-1'));
      stage.loop.pass(7000);
      stage.serve(fresh('west-1'));
      stage.loop.pass(24_000);
      stage.sweep();
      stage.loop.pass(60 * 60_000);
      expect([liveOn('east-1'), liveOn('west-1')]).to.deep.equal([1, 2]);
    });

    it('joins old pods that are ready, but not for long enough, at once and beyond its surge', () => {
      updated(['east-1', 'west-1', 'north-1'], 7000);
      expect(['east-1', 'west-1', 'north-1'].map(liveOn)).to.deep.equal([2, 2, 2]);
    });
  });

  describe('keeps old revisions', () => {
    const revisions = () => stage.names(controllerrevisions).length;

    it('as many as the set asks for, beside the current one', () => {
      stage.createSet({ spec: { revisionHistoryLimit: 2 } });
      for (const image of ['agent:v2', 'agent:v3', 'agent:v4', 'agent:v5']) {
        stage.update(image);
        stage.settle();
        stage.sweep();
      }
      expect(revisions()).to.equal(3);
    });

    it('of others, whatever it does about its own', () => {
      const metadata = { name: 'other', labels: { app: 'other' } };
      stage.create({ apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata, revision: 1 } as NewObject);
      stage.createSet({ spec: { revisionHistoryLimit: 0 } });
      stage.update('agent:v2');
      stage.settle();
      expect(stage.names(controllerrevisions)).to.include('other').and.have.length(2);
    });

    it('that some pod was made from, however few the set asks for', () => {
      stage.createSet({ spec: { revisionHistoryLimit: 0, updateStrategy: { type: 'OnDelete' } } });
      const [first] = stage.names(controllerrevisions);
      stage.run();
      for (const image of ['agent:v2', 'agent:v3']) {
        stage.update(image);
        stage.settle();
      }
      expect(stage.names(controllerrevisions)).to.include(first);
      expect(revisions()).to.equal(2);
      stage.delete(pods, stage.theOneOn().metadata.name);
      stage.sweep();
      expect(revisions()).to.equal(1);
    });
  });
});
