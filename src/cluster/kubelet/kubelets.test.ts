import { expect } from 'chai';
import { isTerminating } from '../../kubernetes/fields/meta';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Lease } from '../../kubernetes/kinds/lease/lease';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import { NAMESPACE, refusalOf, Stage } from '../stage.testkit';
import { Kubelets } from './kubelets';
import { kubeletsOf } from './kubelets.testkit';

const { events, leases, nodes, pods } = resources;
const IMAGE = 'agent:v1';

describe('kubelets', () => {
  let stage = new Stage();
  let kubelets = new Kubelets(stage);
  beforeEach(() => {
    stage = new Stage();
    kubelets = kubeletsOf(stage, { name: 'east-1', cpu: '2' });
  });

  const pass = (ms: number) => stage.loop.pass(ms);
  const pod = (name: string, spec: Partial<Pod['spec']> = {}) => stage.pod(name, { node: 'east-1', ...spec });
  const asking = (cpu: string) => ({
    containers: [{ name: 'main', image: IMAGE, resources: { requests: { cpu } } }],
  });
  const status = (name: string) => stage.find<Pod>(pods, name)?.status;
  const phase = (name: string) => status(name)?.phase;
  const waitsFor = (name: string) => status(name)?.containerStatuses?.[0]?.state?.waiting?.reason;
  const reasons = () => stage.registry.store.all(events).map((event) => (event as Event).reason);

  describe('of machines', () => {
    it('register a node that is ready, with a lease whose renewals are not written one by one', () => {
      const node = stage.find<Node>(nodes, 'east-1');
      expect(node?.status.conditions?.find(({ type }) => type === 'Ready')?.status).to.equal('True');
      const lease = stage.find<Lease>(leases, 'east-1', 'kube-node-lease');
      expect(lease?.spec.holderIdentity).to.equal('east-1');
      expect(lease?.spec.renewTime).to.equal(undefined);
    });

    it('are one for each name', () => {
      expect(refusalOf(() => kubelets.machines.join({ name: 'east-1' })).reason).to.equal('AlreadyExists');
      pod('a');
      pass(1000);
      expect(phase('a')).to.equal('Running');
    });

    it('go with their node', () => {
      stage.delete(nodes, 'east-1');
      pass(0);
      expect(stage.find(leases, 'east-1', 'kube-node-lease')).to.equal(undefined);
      expect(() => kubelets.machines.silence('east-1')).to.throw(
        'There is no machine "east-1". The machines are: none.',
      );
    });

    it('report one that waits for a network, and start but the pods that need none of their own', () => {
      kubelets.machines.join({ name: 'west-1', ready: false });
      for (const name of ['a', 'b']) stage.pod(name, { node: 'west-1', hostNetwork: name === 'b' });
      pass(1000);
      const ready = () =>
        stage.find<Node>(nodes, 'west-1')?.status.conditions?.find(({ type }) => type === 'Ready');
      expect([ready()?.status, ready()?.reason]).to.deep.equal(['False', 'KubeletNotReady']);
      expect(['a', 'b'].map(phase)).to.deep.equal(['Pending', 'Running']);
      kubelets.machines.setNodeReady('west-1', true);
      pass(1000);
      expect([ready()?.status, phase('a')]).to.deep.equal(['True', 'Running']);
    });

    it('that are rebooted start the containers of their pods anew', () => {
      pod('a');
      pass(1000);
      const { uid } = stage.find<Pod>(pods, 'a')?.metadata ?? {};
      kubelets.machines.reboot('east-1', 20);
      pass(19_000);
      expect(status('a')?.containerStatuses?.[0]?.restartCount).to.equal(0);
      pass(1000);
      expect([phase('a'), isReady(stage.find<Pod>(pods, 'a') as Pod)]).to.deep.equal(['Running', false]);
      pass(1000);
      expect(isReady(stage.find<Pod>(pods, 'a') as Pod)).to.equal(true);
      expect(status('a')?.containerStatuses?.[0]?.restartCount).to.equal(1);
      expect(stage.find<Pod>(pods, 'a')?.metadata.uid).to.equal(uid);
    });

    it('that are rebooted let containers run their whole time again', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 60, code: 0 } });
      pod('a', { restartPolicy: 'Never' });
      pass(40_000);
      kubelets.machines.reboot('east-1', 10);
      pass(60_000);
      expect(phase('a')).to.equal('Running');
      pass(12_000);
      expect(phase('a')).to.equal('Succeeded');
    });

    it('that are rebooted let in no pod that does not fit any more', () => {
      stage.amend<Node>(nodes, 'east-1', (node) => ({
        ...node,
        metadata: { ...node.metadata, labels: { ...node.metadata.labels, disk: 'ssd' } },
      }));
      pod('a', { nodeSelector: { disk: 'ssd' } });
      pass(1000);
      stage.amend<Node>(nodes, 'east-1', (node) => ({
        ...node,
        metadata: { ...node.metadata, labels: { ...node.metadata.labels, disk: 'none' } },
      }));
      pass(60_000);
      expect(phase('a')).to.equal('Running');
      kubelets.machines.reboot('east-1');
      pass(31_000);
      expect([phase('a'), status('a')?.reason]).to.deep.equal(['Failed', 'NodeAffinity']);
    });

    it('that are rebooted put back the labels that say what their machine is, and not before', () => {
      const labels = () => stage.find<Node>(nodes, 'east-1')?.metadata.labels;
      stage.amend<Node>(nodes, 'east-1', (node) => ({
        ...node,
        metadata: { ...node.metadata, labels: { 'kubernetes.io/arch': 'arm64', disk: 'ssd' } },
      }));
      pass(60_000);
      expect(labels()).to.deep.equal({ 'kubernetes.io/arch': 'arm64', disk: 'ssd' });
      kubelets.machines.reboot('east-1');
      pass(31_000);
      expect(labels()).to.include({
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        disk: 'ssd',
      });
    });

    it('take over what is bound to their name', () => {
      stage.pod('early', { node: 'west-1' });
      pass(60_000);
      expect(phase('early')).to.equal('Pending');
      kubelets.machines.join({ name: 'west-1' });
      pass(1000);
      expect(phase('early')).to.equal('Running');
    });
  });

  describe('start pods', () => {
    it('that are bound to their node, and report them ready a second later', () => {
      pod('a');
      pass(999);
      expect(phase('a')).to.equal('Pending');
      pass(1);
      expect(phase('a')).to.equal('Running');
      expect(isReady(stage.find<Pod>(pods, 'a') as Pod)).to.equal(true);
    });

    it('with an address of their own, or that of the machine', () => {
      for (const name of ['a', 'b']) pod(name);
      pod('c', { hostNetwork: true });
      pass(1000);
      expect(new Set(['a', 'b', 'c'].map((name) => status(name)?.podIP)).size).to.equal(3);
      expect(status('c')?.podIP).to.equal(status('c')?.hostIP);
    });

    it('as soon as the slowest of their images lets them', () => {
      kubelets.imageBehaves('slow', { startSeconds: 7 });
      pod('a', {
        containers: [
          { name: 'quick', image: IMAGE },
          { name: 'slow', image: 'slow' },
        ],
      });
      pass(6999);
      expect(phase('a')).to.equal('Pending');
      pass(1);
      expect(phase('a')).to.equal('Running');
    });

    it('when their image can be pulled at last, though they fill the node', () => {
      kubelets.imageBehaves(IMAGE, { pullable: false });
      pod('a', asking('1500m'));
      pass(60_000);
      expect(waitsFor('a')).to.equal('ImagePullBackOff');
      kubelets.imageBehaves(IMAGE, {});
      pass(11_000);
      expect(phase('a')).to.equal('Running');
    });

    it('but none that there is no room for, until another has ended', () => {
      pod('a', asking('1500m'));
      pass(1000);
      pod('b', asking('1500m'));
      pass(1000);
      expect([phase('b'), status('b')?.reason]).to.deep.equal(['Failed', 'OutOfcpu']);
      expect(reasons()).to.include('OutOfcpu');
      kubelets.finish(NAMESPACE, 'a', 'Succeeded');
      pass(0);
      pod('c', asking('1500m'));
      pass(1000);
      expect(phase('c')).to.equal('Running');
    });

    it('and any, if they do not look', () => {
      kubelets.isSimulated = true;
      for (const name of ['a', 'b']) pod(name, asking('1500m'));
      pass(1000);
      expect(['a', 'b'].map(phase)).to.deep.equal(['Running', 'Running']);
    });
  });

  describe('report', () => {
    const ready = (name: string) => isReady(stage.find<Pod>(pods, name) as Pod);

    it('that containers never turn ready, if that is how their image is', () => {
      kubelets.imageBehaves(IMAGE, { ready: false });
      pod('a');
      pass(60_000);
      expect([phase('a'), ready('a')]).to.deep.equal(['Running', false]);
    });

    it('that containers exit by themselves, and that the pod is over if none is started anew', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 5, code: 1 } });
      pod('a', { restartPolicy: 'Never' });
      pass(5999);
      expect(phase('a')).to.equal('Running');
      pass(1);
      expect(phase('a')).to.equal('Failed');
    });

    it('what somebody makes of a pod', () => {
      pod('a');
      pass(1000);
      kubelets.setReady(NAMESPACE, 'a', false);
      expect(ready('a')).to.equal(false);
      kubelets.setReady(NAMESPACE, 'a', true);
      expect(ready('a')).to.equal(true);
      expect(() => kubelets.finish(NAMESPACE, stage.pod('unbound').metadata.name, 'Failed')).to.throw(
        'No machine runs the pod "unbound"',
      );
    });
  });

  describe('stop pods', () => {
    const stopping = (stopSeconds: number) => {
      kubelets.imageBehaves(IMAGE, { stopSeconds });
      pod('a');
      pass(1000);
      stage.delete(pods, 'a', { gracePeriodSeconds: 10 });
    };
    const isThere = () => stage.find(pods, 'a') !== undefined;

    it('as fast as their containers stop', () => {
      stopping(4);
      pass(3999);
      expect(isThere()).to.equal(true);
      pass(1);
      expect(isThere()).to.equal(false);
    });

    it('at the end of the grace period at the latest', () => {
      stopping(600);
      pass(9999);
      expect(isThere()).to.equal(true);
      pass(1);
      expect(isThere()).to.equal(false);
    });

    it('faster if they are hurried', () => {
      stopping(600);
      stage.delete(pods, 'a', { gracePeriodSeconds: 2 });
      pass(2000);
      expect(isThere()).to.equal(false);
    });

    it('at once if they have not started', () => {
      pod('a');
      stage.delete(pods, 'a');
      pass(0);
      expect(isThere()).to.equal(false);
    });
  });

  describe('that are silent', () => {
    it('do nothing, and catch up when they are back', () => {
      pod('old');
      pass(1000);
      kubelets.machines.silence('east-1');
      stage.delete(pods, 'old');
      pod('new');
      pass(600_000);
      expect(isTerminating(stage.find<Pod>(pods, 'old') as Pod)).to.equal(true);
      expect(phase('new')).to.equal('Pending');
      kubelets.machines.revive('east-1');
      pass(1000);
      expect(stage.find(pods, 'old')).to.equal(undefined);
      expect(phase('new')).to.equal('Running');
    });

    it('say when they were last heard of, and nothing once they are back', () => {
      const renewed = () => stage.find<Lease>(leases, 'east-1', 'kube-node-lease')?.spec.renewTime;
      pass(25_000);
      kubelets.machines.silence('east-1');
      expect(renewed()).to.equal('2026-01-01T00:00:20Z');
      kubelets.machines.revive('east-1');
      expect(renewed()).to.equal(undefined);
    });

    it('start anew what they were about to start', () => {
      pod('a');
      pass(500);
      kubelets.machines.silence('east-1');
      pass(60_000);
      kubelets.machines.revive('east-1');
      pass(999);
      expect(phase('a')).to.equal('Pending');
      pass(1);
      expect(phase('a')).to.equal('Running');
    });
  });
});
