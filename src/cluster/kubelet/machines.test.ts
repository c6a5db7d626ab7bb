import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import { nodeCondition } from '../../kubernetes/kinds/node/condition';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { Kubelets } from './kubelets';
import { kubeletsOf } from './kubelets.testkit';

const { events, nodes, pods } = resources;
const CRITICAL = 'system-node-critical';

describe('machines', () => {
  let stage = new Stage();
  let kubelets = new Kubelets(stage);
  beforeEach(() => {
    stage = new Stage();
    stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
    for (const [name, value] of Object.entries({ urgent: 100, [CRITICAL]: 2_000_001_000 }))
      stage.create({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value });
    kubelets = kubeletsOf(stage);
  });

  const pass = (seconds: number) => stage.loop.pass(seconds * 1000);
  const pod = (name: string, priorityClassName = '') =>
    stage.pod(name, { node: 'east-1', ...(priorityClassName ? { priorityClassName } : {}) });
  const states = (): string[] =>
    [...stage.registry.store.all(pods)].map((object) => {
      const { metadata, status } = object as Pod;
      return `${metadata.name} ${status.phase}${status.reason ? ` ${status.reason}` : ''}`;
    });
  const condition = (type: string) => nodeCondition(stage.find<Node>(nodes, 'east-1') as Node, type);
  const toldOfNode = (): string[] =>
    [...stage.registry.store.all(events)]
      .map((event) => event as Event)
      .filter(({ involvedObject }) => involvedObject.kind === 'Node')
      .map(({ reason, message }) => `${reason}: ${message}`);

  describe('that run short of something', () => {
    it('evict one pod every ten seconds, the less important first, and none of the system', () => {
      pod('important', 'urgent');
      pod('system', CRITICAL);
      pod('ordinary');
      pass(1);
      kubelets.machines.setPressure('east-1', 'disk', true);
      pass(1);
      expect(states()).to.have.members(['important Running', 'system Running', 'ordinary Failed Evicted']);
      pass(9);
      expect(states()).to.include('important Running');
      pass(1);
      expect(states()).to.include('important Failed Evicted');
      pass(60);
      expect(states()).to.include('system Running');
    });

    it('say so, and what they want back', () => {
      pod('a');
      pass(1);
      kubelets.machines.setPressure('east-1', 'memory', true);
      pass(1);
      expect([condition('MemoryPressure')?.status, condition('Ready')?.status]).to.deep.equal([
        'True',
        'True',
      ]);
      expect(toldOfNode()).to.deep.equal([
        'NodeHasInsufficientMemory: Node east-1 status is now: NodeHasInsufficientMemory',
        'EvictionThresholdMet: Attempting to reclaim memory',
      ]);
      const { status } = stage.find<Pod>(pods, 'a') as Pod;
      expect(status.message).to.equal('The node was low on resource: memory. ');
      expect(status.conditions?.[0]?.type).to.equal('DisruptionTarget');
    });

    it('evict nobody if they only report it', () => {
      pod('a');
      pass(1);
      kubelets.machines.setPressure('east-1', 'disk', true, false);
      pass(60);
      pod('b');
      pass(1);
      expect(states()).to.have.members(['a Running', 'b Failed Evicted']);
    });

    it('and leave the cluster meanwhile have nothing more to report', () => {
      kubelets.machines.setPressure('east-1', 'disk', true);
      kubelets.machines.setPressure('east-1', 'disk', false);
      stage.delete(nodes, 'east-1');
      expect(() => pass(300)).not.to.throw();
    });

    it('let pods in again five minutes after it is over', () => {
      kubelets.machines.setPressure('east-1', 'disk', true);
      kubelets.machines.setPressure('east-1', 'disk', false);
      pass(299);
      pod('early');
      pass(1);
      pod('late');
      pass(1);
      expect(states()).to.have.members(['early Failed Evicted', 'late Running']);
      expect(condition('DiskPressure')?.status).to.equal('False');
    });

    it('go on if they run short again meanwhile', () => {
      kubelets.machines.setPressure('east-1', 'disk', true);
      kubelets.machines.setPressure('east-1', 'disk', false);
      pass(60);
      kubelets.machines.setPressure('east-1', 'disk', true);
      pass(600);
      expect(condition('DiskPressure')?.status).to.equal('True');
    });
  });

  describe('that are switched off', () => {
    it('stop their pods, those of the system last, and then are silent', () => {
      kubelets.imageBehaves('agent:v1', { stopSeconds: 6 });
      pod('ordinary');
      pod('system', CRITICAL);
      pass(1);
      kubelets.machines.shutDown('east-1');
      expect(condition('Ready')?.message).to.equal('node is shutting down');
      pass(6);
      expect(states()).to.have.members(['ordinary Failed Terminated', 'system Running']);
      pass(6);
      expect(states()).to.include('system Failed Terminated');
      pod('late');
      pass(60);
      expect(states()).to.include('late Pending');
    });

    it('wait for no pod longer than twenty seconds, and refuse others meanwhile', () => {
      kubelets.imageBehaves('agent:v1', { stopSeconds: 600 });
      pod('slow');
      pass(1);
      kubelets.machines.shutDown('east-1');
      pod('late');
      pass(19);
      expect(states()).to.have.members(['slow Running', 'late Failed NodeShutdown']);
      pass(1);
      expect(states()).to.include('slow Failed Terminated');
    });

    it('are started again, and say so', () => {
      kubelets.machines.shutDown('east-1');
      pass(60);
      const before = (stage.find<Node>(nodes, 'east-1') as Node).status.nodeInfo?.bootID;
      kubelets.machines.revive('east-1');
      pod('a');
      pass(1);
      expect([condition('Ready')?.status, ...states()]).to.deep.equal(['True', 'a Running']);
      expect((stage.find<Node>(nodes, 'east-1') as Node).status.nodeInfo?.bootID).not.to.equal(before);
      expect(toldOfNode().join('\n')).to.match(
        /Rebooted: Node east-1 has been rebooted, boot id: [0-9a-f-]{36}/,
      );
    });
  });

  it('leave what others say of the network alone', () => {
    const network = { type: 'NetworkUnavailable', status: 'True', reason: 'Reported', message: '' };
    stage.amendStatus<Node>(nodes, 'east-1', ({ status }) => ({
      ...status,
      conditions: [...(status.conditions ?? []).filter(({ type }) => type !== network.type), network],
    }));
    kubelets.machines.setPressure('east-1', 'PID', true);
    expect(condition('NetworkUnavailable')?.status).to.equal('True');
  });
});
