import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoreV1Api, CustomObjectsApi, KubeConfig, makeInformer, type V1Node } from '@kubernetes/client-node';
import { expect } from 'chai';
import { serve } from './serve';

/** The operator: it labels each node that has a graphics processor. */
const startOperator = async (config: KubeConfig) => {
  const api = config.makeApiClient(CoreV1Api);
  const informer = makeInformer<V1Node>(config, '/api/v1/nodes', () => api.listNode());
  informer.on('add', async ({ metadata, status }) => {
    if (!status?.capacity?.['nvidia.com/gpu']) return;
    const body = [{ op: 'add', path: '/metadata/labels/gpu', value: 'yes' }];
    await api.patchNode({ name: metadata?.name ?? '', body });
  });
  await informer.start();
  return informer;
};

describe('the operator of the README', () => {
  it('labels a machine with a graphics processor that joins', async () => {
    const served = await serve({ nodes: 2 });
    const config = new KubeConfig();
    config.loadFromString(served.kubeconfig());
    const informer = await startOperator(config);
    const labelled = new Promise((resolve) => {
      informer.on('update', ({ metadata }) => metadata?.labels?.gpu && resolve(metadata.name));
    });

    await config.makeApiClient(CustomObjectsApi).createClusterCustomObject({
      group: 'machines.rollcall.dev',
      version: 'v1alpha1',
      plural: 'machines',
      body: {
        apiVersion: 'machines.rollcall.dev/v1alpha1',
        kind: 'Machine',
        metadata: { name: 'gpu-1' },
        spec: { resources: { 'nvidia.com/gpu': 1 } },
      },
    });

    expect(await labelled).to.equal('gpu-1');
    await informer.stop();
    await served.close();
  });
});

describe('the README', () => {
  it('prints this very operator and its test', () => {
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    const source = readFileSync(__filename, 'utf8');
    const between = (from: string, to: string): string =>
      source.slice(source.indexOf(from), source.indexOf(to));
    const parts = [
      between('/** The operator: ', "describe('the operator of the README'"),
      between('    const served = await serve(', '  });\n});').replaceAll(/^ {4}/gm, ''),
    ];
    for (const part of parts) expect(readme).to.contain(part);
  });
});
