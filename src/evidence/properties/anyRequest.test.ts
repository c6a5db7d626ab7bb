import { expect } from 'chai';
import fc from 'fast-check';
import { createInProcessCluster } from '../../drivers/in-process/driver';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import { RUNS } from './run.testkit';
import { spoiled, strayPatch } from './spoiled.testkit';

const NAMESPACE = 'shop';
const ref = { resource: resources.daemonsets, namespace: NAMESPACE, name: 'agent' };

const labels = { app: 'agent' };
const key = { key: 'disk', operator: 'In', values: ['local'] };
const pod = {
  nodeSelector: { disk: 'local' },
  hostNetwork: true,
  securityContext: { runAsUser: 1000 },
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [key] }] },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 1, preference: { matchExpressions: [key] } },
      ],
    },
  },
  tolerations: [{ key: 'gpu', operator: 'Equal', value: 'yes', effect: 'NoExecute', tolerationSeconds: 5 }],
  volumes: [
    { name: 'logs', hostPath: { path: '/var/log' } },
    { name: 'scratch', emptyDir: { sizeLimit: '1Gi' } },
  ],
  containers: [
    {
      name: 'agent',
      image: 'registry.example.com/agent:1',
      env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
      ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }],
      resources: { requests: { cpu: '100m' }, limits: { cpu: '1', memory: '1Gi' } },
      volumeMounts: [{ name: 'logs', mountPath: '/logs' }],
      livenessProbe: { httpGet: { path: '/', port: 80 } },
    },
  ],
};
const daemonSet = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent', labels, annotations: { owner: 'ops' }, finalizers: ['example.com/hold'] },
  spec: {
    minReadySeconds: 1,
    selector: { matchLabels: labels, matchExpressions: [{ key: 'app', operator: 'Exists' }] },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    template: { metadata: { labels }, spec: pod },
  },
};

const makeCluster = async () => {
  const cluster = createInProcessCluster({ seed: 1 });
  await cluster.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  await cluster.world.addNode({ name: 'east-1', labels: { disk: 'local' } });
  return cluster;
};

/** Lets the API refuse a request, in its own words. Anything else that is thrown is a mistake of ours. */
const refusable = async (request: Promise<unknown>): Promise<void> => {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.code).to.be.within(400, 499);
  }
};

describe('whatever somebody sends', function () {
  this.timeout(60_000);

  it('is accepted or refused, and what is accepted the cluster can live with', () =>
    fc.assert(
      fc.asyncProperty(spoiled(daemonSet), async (manifest) => {
        const cluster = await makeCluster();
        await refusable(cluster.api.create(manifest as Manifest, { namespace: NAMESPACE }));
        expect((await cluster.time.settle()).quiet).to.equal(true);
      }),
      RUNS,
    ));

  it('may be a patch of any kind', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('strategic', 'merge'), strayPatch(daemonSet)), { maxLength: 3 }),
        async (patches) => {
          const cluster = await makeCluster();
          await cluster.api.create(daemonSet, { namespace: NAMESPACE });
          for (const [type, patch] of patches) {
            await refusable(cluster.api.patch(ref, patch, type));
            expect((await cluster.time.settle()).quiet).to.equal(true);
          }
        },
      ),
      RUNS,
    ));
});
