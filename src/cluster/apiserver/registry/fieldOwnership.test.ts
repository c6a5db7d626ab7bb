import { expect } from 'chai';
import type { KubeObject } from '../../../kubernetes/object';
import { Stage } from '../../stage.testkit';

const NAMESPACE = 'shop';

/** A deployment, as far as its number of pods goes. */
interface Deployment extends KubeObject {
  readonly spec: { readonly replicas?: number };
}

describe('the account of who has set which fields', () => {
  it('names the endpoint by which something is scaled, without a time', () => {
    const stage = new Stage({ managedFields: true });
    const kind = stage.registry.kinds.named('deployments');
    if (!kind) throw new Error('deployments are not served');
    const { metadata } = stage.create<Deployment>({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: NAMESPACE },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } } },
      },
    });
    const scaled = stage.registry.update(
      kind,
      NAMESPACE,
      metadata.name,
      (current) => ({ ...current, spec: { ...(current as Deployment).spec, replicas: 2 } }) as KubeObject,
      { manager: 'kubectl', endpoint: 'scale' },
    );
    expect(scaled.metadata.managedFields?.[0]).to.deep.equal({
      manager: 'kubectl',
      operation: 'Update',
      apiVersion: 'apps/v1',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      subresource: 'scale',
    });
    expect(scaled.metadata.managedFields?.[1]?.fieldsV1?.['f:spec']).not.to.have.property('f:replicas');
  });
});
