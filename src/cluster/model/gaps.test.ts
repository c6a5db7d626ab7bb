import { expect } from 'chai';
import { aDaemonSet, aPod, managedBy } from '../../kubernetes/kinds/samples.testkit';
import { servedKinds } from '../../kubernetes/kinds/served';
import type { KubeObject } from '../../kubernetes/object';
import { definitionNamed } from '../../kubernetes/wire/schema/schema';
import { gaps, TYPES } from './gaps';
import { KINDS } from './kinds';

const fieldsOf = (type: string): readonly string[] => {
  const group = type === 'DaemonSetSpec' ? 'apps' : 'core';
  const definition = definitionNamed(`io.k8s.api.${group}.v1.${type}`);
  if (!definition) throw new Error(`There is no type ${type}.`);
  return Object.keys(definition.schema.properties ?? {});
};

const isAnswered = ({ by, within, idle }: (typeof TYPES)[string][string]): boolean =>
  by !== undefined || within !== undefined || idle !== undefined;

describe('what the model leaves out', () => {
  for (const [type, fields] of Object.entries(TYPES)) {
    it(`is said of every field of ${type}, and of no other`, () => {
      expect(Object.keys(fields).sort()).to.deep.equal([...fieldsOf(type)].sort());
      expect(Object.values(fields).every(isAnswered)).to.equal(true);
    });

    it(`is said of what is in ${type}`, () => {
      for (const { within } of Object.values(fields)) if (within) expect(TYPES).to.have.property(within);
    });
  }

  it('is said of every kind that is served, and of no other', () => {
    const served = [...new Set(servedKinds.map(({ kind }) => kind))];
    expect(Object.keys(KINDS).sort()).to.deep.equal(served.sort());
    expect(Object.values(KINDS).every(isAnswered)).to.equal(true);
  });

  it('is said in sentences, of each thing once', () => {
    for (const { what, why } of gaps.all) expect(why, what).to.match(/^[A-Z].*\.$/);
    const names = gaps.all.map(({ what }) => what);
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include.members([
      'Deployment',
      'spec.resourceClaims',
      'spec.containers.lifecycle.postStart',
    ]);
  });
});

describe('what an object has of it', () => {
  const places = (object: KubeObject): readonly string[] => gaps.of(object).map(({ what }) => what);
  const own = { ephemeral: { volumeClaimTemplate: { spec: {} } } };
  const claiming = {
    volumes: [
      { name: 'd', ...own },
      { name: 'e', ...own },
    ],
  };
  const container = { name: 'main', image: 'a', lifecycle: { postStart: { exec: { command: ['true'] } } } };
  const preferring = {
    affinity: {
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }] },
    },
  };

  it('is told with its place, once', () => {
    const set = aDaemonSet({
      template: { ...claiming, containers: [container, { ...container, name: 'b' }] },
    });
    expect(places(set as KubeObject)).to.deep.equal([
      'spec.template.spec.containers.lifecycle.postStart',
      'spec.template.spec.volumes.ephemeral',
    ]);
  });

  it('is nothing where it makes no difference, or is empty', () => {
    const harmless = { dnsPolicy: 'Default', volumes: [{ name: 'e', emptyDir: {} }], resourceClaims: [] };
    expect(places(aDaemonSet({ template: harmless }) as KubeObject)).to.deep.equal([]);
  });

  it('are preferences in an ordinary pod: a daemon pod has no choice', () => {
    expect(places(aPod({ spec: preferring }))).to.deep.equal([
      'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution',
    ]);
    expect(places(aDaemonSet({ template: preferring }) as KubeObject)).to.deep.equal([]);
  });

  it('depends on the value where only some are left out', () => {
    const pulling = (imagePullPolicy: string) => aPod({ containers: [{ name: 'main', imagePullPolicy }] });
    expect(places(pulling('Never'))).to.deep.equal(['spec.containers.imagePullPolicy']);
    expect(places(pulling('Always'))).to.deep.equal([]);
  });

  it('is told of the template, and not again of each pod that is made from it', () => {
    const pod = aPod({ spec: preferring });
    const made = { ...pod, metadata: { ...pod.metadata, ownerReferences: [managedBy('agent')] } };
    expect(places(made)).to.deep.equal([]);
  });

  it('is that nobody makes volumes, where somebody should', () => {
    const of = (kind: string, rest: object) =>
      places({ apiVersion: 'v1', kind, metadata: aPod().metadata, ...rest } as KubeObject);
    const claim = (spec: object) => of('PersistentVolumeClaim', { spec });
    expect(of('StorageClass', { provisioner: 'disks.example.test' })).to.deep.equal(['StorageClass']);
    expect(of('StorageClass', { provisioner: 'kubernetes.io/no-provisioner' })).to.deep.equal([]);
    expect(claim({})).to.deep.equal(['PersistentVolumeClaim']);
    expect(claim({ storageClassName: '' })).to.deep.equal([]);
    expect(claim({ storageClassName: 'fast' })).to.deep.equal([]);
    expect(claim({ volumeName: 'disk-1' })).to.deep.equal([]);
    expect(of('PersistentVolume', {})).to.deep.equal([]);
  });

  it('is the whole of a kind that nobody acts on', () => {
    const { metadata } = aPod();
    expect(places({ apiVersion: 'apps/v1', kind: 'Deployment', metadata })).to.deep.equal(['Deployment']);
    expect(places({ apiVersion: 'v1', kind: 'Service', metadata })).to.deep.equal([]);
  });
});
