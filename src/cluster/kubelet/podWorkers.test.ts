import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';
import { summarizePod } from '../../kubernetes/kinds/pod/summary';
import { resources } from '../../kubernetes/kinds/resources';
import { NAMESPACE, Stage } from '../stage.testkit';
import { Kubelets } from './kubelets';
import { kubeletsOf } from './kubelets.testkit';

const { events, pods } = resources;
const IMAGE = 'agent:v1';

describe('kubelets look after pods container by container', () => {
  let stage = new Stage();
  let kubelets = new Kubelets(stage);
  beforeEach(() => {
    stage = new Stage();
    kubelets = kubeletsOf(stage);
  });

  const pass = (seconds: number) => stage.loop.pass(seconds * 1000);
  const pod = (spec: Partial<Pod['spec']> = {}) => stage.pod('a', { node: 'east-1', ...spec });
  const now = (): Pod => stage.find<Pod>(pods, 'a') as Pod;
  /** `0/1 CrashLoopBackOff 2`: as it is listed. */
  const listed = (): string => {
    const { ready, status } = summarizePod(now(), stage.loop.now);
    const restarts = (now().status.containerStatuses ?? []).map(({ restartCount }) => restartCount);
    return `${ready} ${status} ${restarts.join('+')}`;
  };
  const main = { name: 'main', image: IMAGE };
  const told = (): string[] =>
    [...stage.registry.store.all(events)].map((event) => {
      const { reason, message, count = 0 } = event as Event;
      return `${reason} ×${count}: ${message.replace(/\([0-9a-f-]{36}\)/, '(uid)')}`;
    });

  describe('which exit', () => {
    it('and are started anew: at once, then after ten seconds, then after twenty', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 1, code: 1 } });
      pod();
      pass(1);
      expect(listed()).to.equal('1/1 Running 0');
      pass(1);
      expect(listed()).to.equal('0/1 Error 0');
      pass(1);
      expect(listed()).to.equal('1/1 Running 1');
      pass(1);
      expect(listed()).to.equal('0/1 CrashLoopBackOff 1');
      pass(10.9);
      expect(listed()).to.equal('0/1 CrashLoopBackOff 1');
      pass(0.1);
      expect(listed()).to.equal('1/1 Running 2');
      pass(21.9);
      expect(listed()).to.equal('0/1 CrashLoopBackOff 2');
      pass(0.1);
      expect(listed()).to.equal('1/1 Running 3');
    });

    it('and say how they ended, and why they wait', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 1, code: 3 } });
      const { uid } = pod().metadata;
      pass(5);
      const [status] = now().status.containerStatuses ?? [];
      expect(status?.lastState?.terminated).to.deep.equal({
        exitCode: 3,
        reason: 'Error',
        startedAt: '2026-01-01T00:00:03Z',
        finishedAt: '2026-01-01T00:00:04Z',
      });
      expect(status?.state?.waiting?.message).to.equal(
        `back-off 10s restarting failed container=main pod=a_shop(${uid})`,
      );
      expect([now().status.phase, status?.started]).to.deep.equal(['Running', false]);
    });

    it('and tell of it in events that are counted up', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 1, code: 1 } });
      pod();
      pass(16);
      expect(told()).to.deep.equal([
        'Pulling ×1: Pulling image "agent:v1"',
        'Pulled ×1: Successfully pulled image "agent:v1" in 1s (1s including waiting). Image size: 26214400 bytes.',
        'Created ×3: Container created',
        'Started ×3: Container started',
        'Pulled ×2: Container image "agent:v1" already present on machine and can be accessed by the pod',
        'BackOff ×2: Back-off restarting failed container main in pod a_shop(uid)',
      ]);
    });

    it('and tell of it every minute while they wait longer than that', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 1, code: 1 } });
      pod();
      pass(139);
      expect(told().at(-1)).to.match(/^BackOff ×4/);
      pass(1);
      expect(told().at(-1)).to.match(/^BackOff ×5/);
    });

    it('and pull their image each time, if they are told to', () => {
      pod({ containers: [{ ...main, imagePullPolicy: 'Always' }] });
      pass(1);
      kubelets.exit(NAMESPACE, 'a', 1);
      pass(1);
      expect(told()).to.include('Pulling ×2: Pulling image "agent:v1"');
    });

    it('one of several, while the others run on', () => {
      pod({ containers: [main, { name: 'other', image: 'other:v1' }] });
      pass(1);
      kubelets.exit(NAMESPACE, 'a', 1, 'other');
      expect(listed()).to.equal('1/2 Error 0+0');
      pass(1);
      expect(listed()).to.equal('2/2 Running 0+1');
      expect(() => kubelets.exit(NAMESPACE, 'a', 1, 'nobody')).to.throw(
        'No container "nobody" of the pod "a"',
      );
    });

    it('on a silent machine, and are started anew when it reports again', () => {
      pod();
      pass(1);
      kubelets.machines.silence('east-1');
      kubelets.exit(NAMESPACE, 'a', 1);
      pass(60);
      expect(listed()).to.equal('1/1 Running 0');
      kubelets.machines.revive('east-1');
      pass(1);
      expect(listed()).to.equal('1/1 Running 1');
    });

    it('and count on when their machine reboots', () => {
      pod();
      pass(1);
      kubelets.exit(NAMESPACE, 'a', 1);
      pass(1);
      kubelets.machines.reboot('east-1', 10);
      pass(11);
      expect(listed()).to.equal('1/1 Running 2');
    });

    it('and are not started anew once their pod is to go', () => {
      kubelets.imageBehaves(IMAGE, { exits: { afterSeconds: 1, code: 1 }, stopSeconds: 20 });
      pod();
      pass(1.5);
      stage.delete(pods, 'a');
      pass(5);
      expect(listed()).to.match(/^0\/1 Terminating 0/);
    });
  });

  describe('which wait', () => {
    it('for a config map, longer and longer, and then start', () => {
      pod({ volumes: [{ name: 'config', configMap: { name: 'settings' } }] });
      pass(100);
      expect(listed()).to.equal('0/1 ContainerCreating 0');
      expect(told()).to.deep.equal([
        'FailedMount ×8: MountVolume.SetUp failed for volume "config" : configmap "settings" not found',
      ]);
      stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
      stage.loop.settle(600_000);
      expect([listed(), stage.loop.now]).to.deep.equal(['1/1 Running 0', 128_500]);
    });

    it('for a secret in their environment, and look every ten seconds', () => {
      pod({ containers: [{ ...main, envFrom: [{ secretRef: { name: 'token' } }] }] });
      pass(25);
      expect(listed()).to.equal('0/1 CreateContainerConfigError 0');
      expect(told()).to.include('Failed ×3: Error: secret "token" not found');
      stage.create({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'token', namespace: NAMESPACE } });
      stage.loop.settle(600_000);
      expect([listed(), stage.loop.now]).to.deep.equal(['1/1 Running 0', 31_000]);
    });

    it('for their image, each for its own', () => {
      kubelets.imageBehaves('gone:v1', { pullable: false });
      pod({ containers: [main, { name: 'other', image: 'gone:v1' }] });
      pass(60);
      expect(listed()).to.equal('1/2 ImagePullBackOff 0+0');
      expect(now().status.phase).to.equal('Pending');
      kubelets.imageBehaves('gone:v1', {});
      pass(10);
      expect(listed()).to.equal('1/2 ImagePullBackOff 0+0');
      pass(1);
      expect(listed()).to.equal('2/2 Running 0+0');
    });

    it('for their image, which is tried the more seldom the longer it is missing', () => {
      kubelets.imageBehaves('agent:v1', { pullable: false });
      pod({ containers: [{ ...main, image: 'agent:v1' }] });
      pass(320);
      kubelets.imageBehaves('agent:v1', {});
      pass(290);
      expect(listed()).to.equal('0/1 ImagePullBackOff 0');
      stage.loop.settle(600_000);
      expect([listed(), stage.loop.now]).to.deep.equal(['1/1 Running 0', 611_000]);
    });

    it('for their image, and a reboot forgets how long', () => {
      kubelets.imageBehaves('agent:v1', { pullable: false });
      pod({ containers: [{ ...main, image: 'agent:v1' }] });
      pass(320);
      kubelets.machines.reboot('east-1', 10);
      pass(15);
      kubelets.imageBehaves('agent:v1', {});
      pass(10);
      expect(listed()).to.equal('1/1 Running 0');
    });
  });

  describe('which come in an order', () => {
    it('init containers first, each when the one before has done its work', () => {
      pod({
        initContainers: [
          { name: 'first', image: 'a' },
          { name: 'second', image: 'b' },
        ],
      });
      const seen = [0.5, 1, 2, 1].map((seconds) => {
        pass(seconds);
        return listed();
      });
      expect(seen).to.deep.equal([
        '0/1 Init:0/2 0',
        '0/1 Init:0/2 0',
        '0/1 Init:1/2 0',
        '0/1 PodInitializing 0',
      ]);
      pass(0.5);
      expect(listed()).to.equal('1/1 Running 0');
    });

    it('and one whose init container is never done waits for it', () => {
      kubelets.imageBehaves('a', { ready: false });
      pod({ initContainers: [{ name: 'first', image: 'a' }] });
      pass(3600);
      expect(listed()).to.equal('0/1 Init:0/1 0');
    });

    it('and one whose init container fails goes no further', () => {
      kubelets.imageBehaves('a', { exits: { afterSeconds: 1, code: 1 } });
      pod({ initContainers: [{ name: 'first', image: 'a' }] });
      pass(2);
      expect(listed()).to.equal('0/1 Init:Error 0');
      pass(4);
      expect(listed()).to.equal('0/1 Init:CrashLoopBackOff 0');
    });

    it('and a sidecar is started anew while the others run', () => {
      pod({ initContainers: [{ name: 'proxy', image: 'proxy', restartPolicy: 'Always' }] });
      pass(2);
      expect(isReady(now())).to.equal(true);
      kubelets.exit(NAMESPACE, 'a', 1, 'proxy');
      expect([isReady(now()), now().status.phase]).to.deep.equal([false, 'Running']);
      pass(1);
      expect(isReady(now())).to.equal(true);
      expect(now().status.initContainerStatuses?.[0]?.restartCount).to.equal(1);
    });
  });

  it('and wait for conditions that others set', () => {
    const type = 'example.com/attached';
    pod({ readinessGates: [{ conditionType: type }] });
    pass(1);
    expect(isReady(now())).to.equal(false);
    stage.amendStatus<Pod>(pods, 'a', ({ status }) => ({
      ...status,
      conditions: [...(status.conditions ?? []), { type, status: 'True' }],
    }));
    pass(1);
    expect(isReady(now())).to.equal(true);
  });
});
