import { expect } from 'chai';
import type { KubeObject } from '../object';
import type { DaemonSet } from './daemonset/daemonSet';
import { applyDefaults } from './defaults';
import type { Pod } from './pod/pod';

const object = (kind: string, rest: Record<string, unknown> = {}): KubeObject =>
  ({
    apiVersion: kind === 'DaemonSet' ? 'apps/v1' : 'v1',
    kind,
    metadata: { name: 'log-agent' },
    ...rest,
  }) as never;

const container = { name: 'main', image: 'example.test/agent:v1' };

const daemonSet = (podSpec: Record<string, unknown> = {}, spec: Record<string, unknown> = {}): DaemonSet =>
  applyDefaults(
    object('DaemonSet', {
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [container], ...podSpec } },
        ...spec,
      },
    }),
  ) as DaemonSet;

const pod = (spec: Record<string, unknown>): Pod => applyDefaults(object('Pod', { spec })) as Pod;

describe('applyDefaults', () => {
  it('gives a daemon set what a real API server stores', () => {
    expect(daemonSet().spec).to.deep.equal({
      selector: { matchLabels: { app: 'agent' } },
      template: {
        metadata: { labels: { app: 'agent' } },
        spec: {
          containers: [
            {
              ...container,
              imagePullPolicy: 'IfNotPresent',
              resources: {},
              terminationMessagePath: '/dev/termination-log',
              terminationMessagePolicy: 'File',
            },
          ],
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Always',
          schedulerName: 'default-scheduler',
          securityContext: {},
          terminationGracePeriodSeconds: 30,
        },
      },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      revisionHistoryLimit: 10,
    });
  });

  it('does not take an empty amount for a missing one', () => {
    const { updateStrategy } = daemonSet(
      {},
      { updateStrategy: { rollingUpdate: { maxUnavailable: '' } } },
    ).spec;
    expect(updateStrategy?.rollingUpdate).to.deep.equal({ maxUnavailable: '', maxSurge: 0 });
  });

  it('leaves OnDelete without rolling update settings', () => {
    expect(daemonSet({}, { updateStrategy: { type: 'OnDelete' } }).spec.updateStrategy).to.deep.equal({
      type: 'OnDelete',
    });
  });

  it('writes the service account under both names; the new one wins', () => {
    const { spec } = daemonSet({ serviceAccount: 'old' }).spec.template;
    expect(spec).to.include({ serviceAccount: 'old', serviceAccountName: 'old' });
    const both = daemonSet({ serviceAccount: 'old', serviceAccountName: 'new' }).spec.template;
    expect(both.spec).to.include({ serviceAccount: 'new', serviceAccountName: 'new' });
  });

  it('pulls images that may move every time', () => {
    const policy = (image: string) =>
      pod({ containers: [{ name: 'main', image }] }).spec.containers[0]?.imagePullPolicy;
    expect(policy('nginx')).to.equal('Always');
    expect(policy('nginx:latest')).to.equal('Always');
    expect(policy('registry.test:5000/nginx')).to.equal('Always');
    expect(policy('registry.test:5000/nginx:1.2')).to.equal('IfNotPresent');
    expect(policy(`nginx@sha256:${'a'.repeat(64)}`)).to.equal('IfNotPresent');
  });

  it('takes requests from limits in pods, not in templates', () => {
    const limited = [{ ...container, resources: { limits: { cpu: '1' }, requests: { memory: '1Gi' } } }];
    expect(pod({ containers: limited }).spec.containers[0]?.resources?.requests).to.deep.equal({
      cpu: '1',
      memory: '1Gi',
    });
    const template = daemonSet({ containers: limited }).spec.template;
    expect(template.spec?.containers[0]?.resources?.requests).to.deep.equal({ memory: '1Gi' });
  });

  it('opens host ports for pods on the host network, not for templates', () => {
    const ports = [{ containerPort: 80 }];
    const spec = { hostNetwork: true, containers: [{ ...container, ports }] };
    expect(pod(spec).spec.containers[0]?.ports).to.deep.equal([
      { containerPort: 80, protocol: 'TCP', hostPort: 80 },
    ]);
    expect(daemonSet(spec).spec.template.spec?.containers[0]?.ports).to.deep.equal([
      { containerPort: 80, protocol: 'TCP' },
    ]);
  });

  it('fills in probes and volumes', () => {
    const { spec } = pod({
      containers: [{ ...container, readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 } }],
      volumes: [
        { name: 'a' },
        { name: 'b', hostPath: { path: '/b' } },
        { name: 'c', secret: { secretName: 'c' } },
      ],
    });
    expect(spec.containers[0]?.readinessProbe).to.deep.equal({
      httpGet: { port: 80, path: '/', scheme: 'HTTP' },
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    });
    expect(spec.volumes).to.deep.equal([
      { name: 'a', emptyDir: {} },
      { name: 'b', hostPath: { path: '/b', type: '' } },
      { name: 'c', secret: { secretName: 'c', defaultMode: 420 } },
    ]);
  });

  it('returns the very object if nothing is missing', () => {
    for (const whole of [daemonSet(), applyDefaults(object('Namespace'))])
      expect(applyDefaults(whole)).to.equal(whole);
  });

  it('gives a pod a spec of its own in any case', () => {
    const whole = pod({ containers: [container] });
    expect(applyDefaults(whole)).to.deep.equal(whole);
    expect(applyDefaults(whole).spec).not.to.equal(whole.spec);
  });

  it('shares the containers of a template with every pod made from it', () => {
    const { containers } = daemonSet().spec.template.spec ?? {};
    const made = pod({ containers, nodeName: 'node-1' });
    expect(made.spec.containers).to.equal(containers);
  });

  it('survives a daemon set without a spec', () => {
    expect(() => applyDefaults(object('DaemonSet'))).not.to.throw();
  });
});
