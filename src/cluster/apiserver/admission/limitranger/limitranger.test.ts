import { expect } from 'chai';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import { administrator } from '../../requests/caller';

describe('limit ranges', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const create = (object: object): KubeObject =>
    stage.server.create(object as Manifest, administrator, NAMESPACE);
  const range = (limits: object[], name = 'limits') =>
    create({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name }, spec: { limits } });
  const pod = (resources: object = {}, spec: object = {}): Pod =>
    create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'main', image: 'a', resources }], ...spec },
    }) as Pod;
  const refused = (resources: object = {}, spec: object = {}): string =>
    refusalOf(() => pod(resources, spec)).message.replace('pods "a" is forbidden: ', '');

  it('write what is usual into containers, and say so', () => {
    range([{ type: 'Container', defaultRequest: { cpu: '100m', memory: '1Gi' }, default: { cpu: '1' } }]);
    const initContainers = [
      { name: 'init', image: 'a', resources: { requests: { cpu: '2' }, limits: { cpu: '2' } } },
    ];
    const { spec, metadata, status } = pod({ requests: { memory: '2Gi' } }, { initContainers });
    expect(spec.containers[0]?.resources).to.deep.equal({
      limits: { cpu: '1' },
      requests: { cpu: '100m', memory: '2Gi' },
    });
    expect(spec.initContainers?.[0]?.resources?.requests).to.deep.equal({ cpu: '2', memory: '1Gi' });
    expect(metadata.annotations).to.deep.equal({
      'kubernetes.io/limit-ranger':
        'LimitRanger plugin set: cpu request for container main; cpu limit for container main; memory request for init container init',
    });
    expect(status.qosClass).to.equal('Burstable');
  });

  it('write nothing where there is nothing usual', () => {
    range([{ type: 'Pod', max: { cpu: '4' } }]);
    const resources = { limits: { cpu: '1' } };
    expect(pod(resources).metadata.annotations).to.equal(undefined);
  });

  it('refuse what is too little, too much or too far apart', () => {
    range([
      { type: 'Container', min: { cpu: '100m' }, max: { cpu: '1' }, maxLimitRequestRatio: { cpu: '2' } },
    ]);
    const cpu = (request: string, limit: string) => ({ requests: { cpu: request }, limits: { cpu: limit } });
    expect(refused(cpu('50m', '60m'))).to.equal(
      'minimum cpu usage per Container is 100m, but request is 50m',
    );
    expect(refused(cpu('1', '2'))).to.equal('maximum cpu usage per Container is 1, but limit is 2');
    expect(refused(cpu('300m', '1'))).to.equal(
      'cpu max limit to request ratio per Container is 2, but provided ratio is 3.333333',
    );
    expect(pod(cpu('500m', '1')).metadata.name).to.equal('a');
  });

  it('refuse a pod that asks for more than the limit which they have written into it, whoever made it', () => {
    range([{ type: 'Container', max: { cpu: '1' } }]);
    const asking = { requests: { cpu: '2' } };
    const tooMuch =
      'Pod "a" is invalid: spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1';
    expect(refused(asking)).to.equal(tooMuch);
    const spec = { containers: [{ name: 'main', image: 'a', resources: asking }] };
    const sent: Manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };
    const byControlPlane = () => stage.registry.create(resources.pods, NAMESPACE, sent);
    expect(refusalOf(byControlPlane).message).to.equal(tooMuch);
  });

  it('say all of it in one sentence', () => {
    range([
      { type: 'Pod', min: { cpu: '1' }, max: { memory: '1Gi' }, maxLimitRequestRatio: { memory: '2' } },
    ]);
    expect(refused()).to.equal(
      '[minimum cpu usage per Pod is 1.  No request is specified, ' +
        'maximum memory usage per Pod is 1Gi.  No limit is specified, ' +
        'memory max limit to request ratio per Pod is 2, but no request is specified or request is 0]',
    );
  });

  it('hold a pod as a whole against its containers together, or what it says itself', () => {
    range([{ type: 'Pod', max: { cpu: '1' } }]);
    const resources = { requests: { cpu: '600m' }, limits: { cpu: '600m' } };
    const containers = ['a', 'b'].map((name) => ({ name, image: 'a', resources }));
    expect(refused({}, { containers })).to.equal('maximum cpu usage per Pod is 1, but limit is 1200m');
    const sidecar = { name: 'mesh', image: 'a', restartPolicy: 'Always', resources };
    expect(refused(resources, { initContainers: [sidecar] })).to.match(/limit is 1200m$/);
    const init = { name: 'init', image: 'a', resources };
    expect(pod(resources, { initContainers: [init] }).metadata.name).to.equal('a');
  });

  it('concern claims of storage, too', () => {
    range([{ type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '2Gi' } }]);
    const claim = (storage: string) => () =>
      create({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'c' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
      });
    expect(refusalOf(claim('3Gi')).message).to.equal(
      'persistentvolumeclaims "c" is forbidden: maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi',
    );
    expect(refusalOf(claim('1Mi')).message).to.match(/minimum storage usage .* but request is 1Mi$/);
    expect(claim('1Gi')().metadata.name).to.equal('c');
  });

  it('are asked one after another, by name', () => {
    range([{ type: 'Pod', min: { cpu: '1' } }], 'b');
    range([{ type: 'Pod', min: { memory: '1Gi' } }], 'a');
    expect(refused()).to.equal('minimum memory usage per Pod is 1Gi.  No request is specified');
  });
});
