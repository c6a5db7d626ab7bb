import { expect } from 'chai';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { createsOnUpdate, needsVersion } from '../../../kubernetes/kinds/puts';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from './caller';

describe('a PUT to a name that nothing has', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const lease = (metadata: object = {}, seconds = 9): KubeObject =>
    ({
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'mine', namespace: NAMESPACE, ...metadata },
      spec: { leaseDurationSeconds: seconds },
    }) as unknown as KubeObject;
  const put = (object: KubeObject, onCreated = () => {}): KubeObject =>
    stage.server.update(object, administrator, undefined, { onCreated });

  it('makes an object of some kinds, and says so', () => {
    let made = 0;
    put(lease({ resourceVersion: '5' }), () => made++);
    expect(stage.registry.get(resources.leases, NAMESPACE, 'mine').spec.leaseDurationSeconds).to.equal(9);
    const { resourceVersion } = stage.registry.get(resources.leases, NAMESPACE, 'mine').metadata;
    put(lease({ resourceVersion }, 10), () => made++);
    expect(made).to.equal(1);
  });

  it('is refused for all others, and for who means an object that was there once', () => {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: NAMESPACE } };
    expect(refusalOf(() => put(map as unknown as KubeObject)).code).to.equal(404);
    expect(refusalOf(() => put(lease({ uid: 'x' }))).message).to.equal(
      'Operation cannot be fulfilled on leases.coordination.k8s.io "mine": StorageError: invalid object, Code: 4, Key: /registry/leases/shop/mine, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: x, UID in object meta: ',
    );
  });

  it('has to say the version that it replaces, where the kind wants to know', () => {
    put(lease());
    const { message, status } = refusalOf(() => put(lease({}, 10)));
    expect(message).to.equal(
      'leases.coordination.k8s.io "mine" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
    );
    expect(status.details?.kind).to.equal('leases');
  });

  it('is decided for kinds that are served', () => {
    const of = (decides: (kind: Kind) => boolean): number => stage.registry.kinds.all.filter(decides).length;
    expect([of(createsOnUpdate), of(needsVersion)]).to.deep.equal([11, 15]);
  });
});
