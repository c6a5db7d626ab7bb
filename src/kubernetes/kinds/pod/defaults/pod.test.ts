import { expect } from 'chai';
import { container, type Fields, stored } from '../../objects.testkit';
import { pods } from '../kind';
import type { Pod, PodSpec } from '../pod';
import { defaultTemplate } from './pod';

const pod = (spec: Fields): Pod => stored(pods, { spec });

/** The spec of a template with its defaults. */
const template = (spec: Fields): PodSpec | undefined =>
  defaultTemplate({ spec: { containers: [container], ...spec } }).spec;

describe('the defaults of a pod', () => {
  it('write the service account under both names; the new one wins', () => {
    expect(template({ serviceAccount: 'old' })).to.include({
      serviceAccount: 'old',
      serviceAccountName: 'old',
    });
    expect(template({ serviceAccount: 'old', serviceAccountName: 'new' })).to.include({
      serviceAccount: 'new',
      serviceAccountName: 'new',
    });
  });

  it('pull images that may move every time', () => {
    const policy = (image: string) =>
      pod({ containers: [{ name: 'main', image }] }).spec.containers[0]?.imagePullPolicy;
    expect(policy('nginx')).to.equal('Always');
    expect(policy('nginx:latest')).to.equal('Always');
    expect(policy('registry.test:5000/nginx')).to.equal('Always');
    expect(policy('registry.test:5000/nginx:1.2')).to.equal('IfNotPresent');
    expect(policy(`nginx@sha256:${'a'.repeat(64)}`)).to.equal('IfNotPresent');
  });

  it('take what is no image name for an image that stays', () => {
    const policy = (image: string) => template({ containers: [{ name: 'main', image }] })?.containers[0];
    for (const image of ['AGENT_IMAGE', '$(IMAGE)', '{{ .Image }}', '../up', 'registry.test/Agent']) {
      expect(policy(image), image).to.include({ imagePullPolicy: 'IfNotPresent' });
    }
    for (const image of ['Registry/agent', '[2001:db8::1]:5000/agent', 'a__b/c--d.e', 'nginx:latest']) {
      expect(policy(image), image).to.include({ imagePullPolicy: 'Always' });
    }
  });

  it('write out what is never left out: divisors, logical units, what a claim is called', () => {
    const size = { resourceFieldRef: { containerName: 'main', resource: 'limits.memory' }, path: 'size' };
    const claim = { spec: { accessModes: ['ReadWriteOnce'] } };
    const written = { ...size, resourceFieldRef: { ...size.resourceFieldRef, divisor: '0' } };
    const volumes = [
      { name: 'a', downwardAPI: { items: [size] } },
      { name: 'b', projected: { sources: [{ downwardAPI: { items: [size] } }] } },
      { name: 'c', iscsi: { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:a' } },
      { name: 'd', ephemeral: { volumeClaimTemplate: claim } },
    ];
    expect(template({ volumes })?.volumes).to.deep.equal([
      { name: 'a', downwardAPI: { defaultMode: 420, items: [written] } },
      { name: 'b', projected: { defaultMode: 420, sources: [{ downwardAPI: { items: [written] } }] } },
      { name: 'c', iscsi: { ...volumes[2]?.iscsi, iscsiInterface: 'default', lun: 0 } },
      {
        name: 'd',
        ephemeral: {
          volumeClaimTemplate: { metadata: {}, spec: { ...claim.spec, volumeMode: 'Filesystem' } },
        },
      },
    ]);
  });

  it('leave out what belongs to features that are off', () => {
    const token = { serviceAccountToken: { path: 'token', expirationSeconds: 600 } };
    const spec = template({
      containers: [
        { ...container, lifecycle: { stopSignal: 'SIGUSR1' } },
        { ...container, lifecycle: { stopSignal: 'SIGUSR1', preStop: { sleep: { seconds: 1 } } } },
      ],
      volumes: [
        {
          name: 'a',
          projected: {
            sources: [
              { ...token, clusterTrustBundle: { name: 'a', path: 'a' }, podCertificate: { keyPath: 'a' } },
            ],
          },
        },
      ],
    });
    expect(spec?.containers[0]).not.to.have.property('lifecycle');
    expect(spec?.containers[1]?.lifecycle).to.deep.equal({ preStop: { sleep: { seconds: 1 } } });
    expect(spec?.volumes?.[0]?.projected?.sources).to.deep.equal([token]);
  });

  it('take requests from limits in pods, not in templates', () => {
    const limited = [{ ...container, resources: { limits: { cpu: '1' }, requests: { memory: '1Gi' } } }];
    expect(pod({ containers: limited }).spec.containers[0]?.resources?.requests).to.deep.equal({
      cpu: '1',
      memory: '1Gi',
    });
    expect(template({ containers: limited })?.containers[0]?.resources?.requests).to.deep.equal({
      memory: '1Gi',
    });
  });

  it('open host ports for pods on the host network, not for templates', () => {
    const ports = [{ containerPort: 80 }];
    const spec = { hostNetwork: true, containers: [{ ...container, ports }] };
    expect(pod(spec).spec.containers[0]?.ports).to.deep.equal([
      { containerPort: 80, protocol: 'TCP', hostPort: 80 },
    ]);
    expect(template(spec)?.containers[0]?.ports).to.deep.equal([{ containerPort: 80, protocol: 'TCP' }]);
  });

  it('fill in probes, hooks, variables and volumes', () => {
    const { spec } = pod({
      containers: [
        {
          ...container,
          readinessProbe: { httpGet: { port: 80 }, periodSeconds: 0 },
          livenessProbe: { grpc: { port: 81 }, timeoutSeconds: 2 },
          lifecycle: { preStop: { httpGet: { port: 82 } } },
          env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
        },
      ],
      volumes: [
        { name: 'a' },
        { name: 'b', hostPath: { path: '/b' } },
        { name: 'c', secret: { secretName: 'c' } },
      ],
    });
    const usual = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
    expect(spec.containers[0]).to.deep.include({
      readinessProbe: { httpGet: { port: 80, path: '/', scheme: 'HTTP' }, ...usual },
      livenessProbe: { grpc: { port: 81, service: '' }, ...usual, timeoutSeconds: 2 },
      lifecycle: { preStop: { httpGet: { port: 82, path: '/', scheme: 'HTTP' } } },
      env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName', apiVersion: 'v1' } } }],
    });
    expect(spec.volumes).to.deep.equal([
      { name: 'a', emptyDir: {} },
      { name: 'b', hostPath: { path: '/b', type: '' } },
      { name: 'c', secret: { secretName: 'c', defaultMode: 420 } },
    ]);
  });

  it('give a pod a spec of its own in any case', () => {
    const whole = pod({ containers: [container] });
    expect(pods.defaults(whole)).to.deep.equal(whole);
    expect(pods.defaults(whole).spec).not.to.equal(whole.spec);
  });
});
