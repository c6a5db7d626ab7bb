import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import { describeContract } from '../../port/contract/contract.testkit';
import { createInProcessCluster } from './driver';

describeContract('an in-process cluster', async () => createInProcessCluster());

for (const seed of [1, 2])
  describeContract(`an in-process cluster on a rough day with seed ${seed}`, async () =>
    createInProcessCluster({ seed, disturbed: true }),
  );

describe('an in-process cluster', () => {
  it('claims everything on a calm day, and on a rough one all but a steady control plane', () => {
    const { capabilities } = createInProcessCluster();
    const rough = createInProcessCluster({ disturbed: true }).capabilities;
    expect([...capabilities].filter((each) => !rough.has(each))).to.deep.equal(['steady-control-plane']);
  });

  it('remembers so much for watches, and no more', async () => {
    const { api } = createInProcessCluster();
    const query = { resource: resources.configmaps, namespace: 'default' };
    const { resourceVersion } = await api.list(query);
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'note-' } };
    for (let count = 0; count < 5000; count++) await api.create(manifest, { namespace: 'default' });
    const refusal = await api.watch({ ...query, resourceVersion }, () => {}).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(ApiError);
    expect([(refusal as ApiError).code, (refusal as ApiError).reason]).to.deep.equal([410, 'Expired']);
  });
});
