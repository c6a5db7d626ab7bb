import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import { NAMESPACE, Stage } from '../stage.testkit';
import { Kubelets } from './kubelets';
import { kubeletsOf } from './kubelets.testkit';

const { events, pods } = resources;
const IMAGE = 'agent:v1';

describe('containers are probed', () => {
  let stage = new Stage();
  let kubelets = new Kubelets(stage);
  beforeEach(() => {
    stage = new Stage();
    kubelets = kubeletsOf(stage);
  });

  const main = { name: 'main', image: IMAGE };
  const pass = (seconds: number) => stage.loop.pass(seconds * 1000);
  const pod = (spec: Partial<Pod['spec']>) => stage.pod('a', { node: 'east-1', ...spec });
  const now = (): Pod => stage.find<Pod>(pods, 'a') as Pod;
  const status = () => now().status.containerStatuses?.[0];
  const told = (): string[] =>
    [...stage.registry.store.all(events)].map((event) => {
      const { reason, message, count = 0 } = event as Event;
      return `${reason} ×${count}: ${message}`;
    });

  const probe = { httpGet: { port: 80 } };
  /** Seconds until the pod is ready; undefined if it is not within so many. */
  const readyAfter = (container: object, most = 120): number | undefined => {
    pod({ containers: [{ ...main, ...container }] });
    for (let seconds = 1; seconds <= most; seconds++) {
      pass(1);
      if (isReady(now())) return seconds;
    }
    return undefined;
  };

  it('for readiness at once, and then in each period', () => {
    expect(readyAfter({ readinessProbe: probe })).to.equal(1);
  });

  it('not before the initial delay is over', () => {
    expect(readyAfter({ readinessProbe: { ...probe, periodSeconds: 4, initialDelaySeconds: 6 } })).to.equal(
      9,
    );
  });

  it('as often as it takes', () => {
    expect(readyAfter({ readinessProbe: { ...probe, periodSeconds: 5, successThreshold: 3 } })).to.equal(11);
  });

  it('for readiness only when the startup probe has succeeded', () => {
    kubelets.imageBehaves(IMAGE, { probes: { startup: { passesAfterSeconds: 12 } } });
    const startupProbe = { ...probe, periodSeconds: 5, failureThreshold: 10 };
    expect(readyAfter({ startupProbe, readinessProbe: probe })).to.equal(15);
  });

  it('and are stopped and started anew if they do not start in time', () => {
    kubelets.imageBehaves(IMAGE, { probes: { startup: { failsAfterSeconds: 0 } } });
    expect(readyAfter({ startupProbe: { ...probe, periodSeconds: 5, failureThreshold: 3 } }, 18)).to.equal(
      undefined,
    );
    expect([status()?.ready, status()?.restartCount]).to.deep.equal([false, 1]);
    expect(told()).to.include('Killing ×1: Container main failed startup probe, will be restarted');
    expect(status()?.lastState?.terminated?.exitCode).to.equal(143);
  });

  it('and killed if they do not stop in the time that the probe gives', () => {
    kubelets.imageBehaves(IMAGE, { stopSeconds: 99, probes: { liveness: { failsAfterSeconds: 0 } } });
    const livenessProbe = {
      ...probe,
      periodSeconds: 1,
      failureThreshold: 1,
      terminationGracePeriodSeconds: 2,
    };
    pod({ containers: [{ ...main, livenessProbe }] });
    pass(5);
    expect(status()?.lastState?.terminated?.exitCode).to.equal(137);
  });

  it('and turn unready after three failures, each of which is told', () => {
    kubelets.imageBehaves(IMAGE, { probes: { readiness: { failsAfterSeconds: 30 } } });
    pod({ containers: [{ ...main, readinessProbe: probe }] });
    pass(50);
    expect(isReady(now())).to.equal(true);
    pass(1);
    expect(isReady(now())).to.equal(false);
    expect(told()).to.include('Unhealthy ×3: Readiness probe failed: HTTP probe failed with statuscode: 503');
  });

  it('unless somebody forces their readiness', () => {
    pod({ containers: [{ ...main, readinessProbe: probe }] });
    pass(1);
    kubelets.setReady(NAMESPACE, 'a', false);
    pass(60);
    expect(isReady(now())).to.equal(false);
  });
});
