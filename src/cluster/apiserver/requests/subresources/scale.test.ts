import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import type { Manifest } from '../../../../kubernetes/object';
import { refusalOf } from '../../../stage.testkit';
import { administrator } from '../caller';
import { PartStage } from './parts.testkit';

describe('the scale of an object', () => {
  let stage = new PartStage();
  const template = (app: string): Part => ({
    metadata: { labels: { app } },
    spec: { containers: [{ name: 'main', image: 'web:v1' }] },
  });
  beforeEach(() => {
    stage = new PartStage();
    stage.send({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template: template('web') },
    });
  });
  const scaleTo = (replicas: number, metadata: Part = {}): Part => ({
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name: 'web', ...metadata },
    spec: { replicas },
  });

  it('says how many there should be and are, and which', () => {
    const scale = stage.get('deployments', 'web', 'scale');
    expect([scale.apiVersion, scale.kind]).to.deep.equal(['autoscaling/v1', 'Scale']);
    expect([scale.spec, scale.status]).to.deep.equal([{ replicas: 3 }, { replicas: 0, selector: 'app=web' }]);
  });

  it('says so of a replication controller, whose selector is a map', () => {
    stage.send({
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'old' },
      spec: {
        replicas: 0,
        selector: { tier: 'b', app: 'old' },
        template: { ...template('old'), metadata: { labels: { tier: 'b', app: 'old' } } },
      },
    });
    const { spec, status } = stage.get('replicationcontrollers', 'old', 'scale');
    expect([spec, status]).to.deep.equal([{}, { replicas: 0, selector: 'app=old,tier=b' }]);
  });

  it('is put, and is a new generation of the object', () => {
    expect(stage.put('deployments', 'web', 'scale', scaleTo(5)).spec).to.deep.equal({ replicas: 5 });
    const { spec, metadata } = stage.stored('deployments', 'web');
    expect([spec.replicas, metadata.generation]).to.deep.equal([5, 2]);
    expect(spec.template).to.deep.include({ metadata: { labels: { app: 'web' } } });
  });

  it('is patched', () => {
    expect(stage.merge('deployments', 'web', 'scale', { spec: { replicas: 0 } }).spec).to.deep.equal({});
    expect(stage.stored('deployments', 'web').spec.replicas).to.equal(0);
  });

  it('is refused if it is negative, for another object, another version, or under another name', () => {
    const refusal = (sent: Part): string =>
      refusalOf(() => stage.put('deployments', 'web', 'scale', sent)).message;
    expect(refusal(scaleTo(-1))).to.equal(
      'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    );
    expect(refusal(scaleTo(1, { uid: 'x' }))).to.match(
      /^Operation cannot be fulfilled on deployments\.apps "web": StorageError: invalid object, Code: 4, Key: \/registry\/deployments\/shop\/web, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: x,/,
    );
    expect(refusal(scaleTo(1, { resourceVersion: '1' }))).to.match(/the object has been modified/);
    expect(refusal(scaleTo(1, { name: 'other' }))).to.match(/does not match the name on the URL/);
  });

  it('is read in no version but its own', () => {
    const refusal = (apiVersion: string): string =>
      refusalOf(() => stage.put('deployments', 'web', 'scale', { ...scaleTo(1), apiVersion })).message;
    expect(refusal('apps/v1beta1')).to.equal(
      'the API version in the data (apps/v1beta1) does not match the expected API version (autoscaling/v1)',
    );
    expect(refusal('autoscaling/v2')).to.match(
      /^Scale in version "v2" cannot be handled as a Scale: no kind "Scale" is registered/,
    );
  });

  it('changes nothing in a dry run', () => {
    const place = stage.at('deployments', 'web', 'scale');
    stage.server.parts.update(place, scaleTo(7) as Manifest, administrator, { dryRun: true });
    expect(stage.stored('deployments', 'web').spec.replicas).to.equal(3);
  });
});
