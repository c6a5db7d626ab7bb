import { expect } from 'chai';
import type { KubeObject, Manifest } from '../../object';
import { altered, manifestOf, readied, servedKindOf } from './manifests.testkit';
import { rulesBySchema } from './rules';

type Fields = Readonly<Record<string, unknown>>;

describe('the updates of a kind of which only the schema is known', () => {
  const changed = (kind: string, change: Fields, before: Fields = {}): readonly string[] => {
    const { validateUpdate } = rulesBySchema(servedKindOf(manifestOf(kind)));
    const version = (manifest: Manifest): KubeObject => {
      const object = readied(manifest);
      return { ...object, metadata: { ...object.metadata, resourceVersion: '7' } };
    };
    const current = { ...version(manifestOf(kind)), ...before } as KubeObject;
    const next = { ...version(altered(kind, change)), ...before } as KubeObject;
    return validateUpdate(next, current).map(({ field, message }) => `${field}: ${message}`);
  };

  it('keep a deployment’s selector', () => {
    const other = { app: 'web', tier: 'x' };
    const template = { metadata: { labels: other }, spec: { containers: [{ name: 'a', image: 'b' }] } };
    expect(changed('Deployment', { spec: { selector: { matchLabels: other }, template } })).to.deep.equal([
      'spec.selector: Invalid value: {"matchLabels":{"app":"web","tier":"x"}}: field is immutable',
    ]);
  });

  it('change little of a stateful set', () => {
    expect(changed('StatefulSet', { spec: { replicas: 5 } })).to.deep.equal([]);
    expect(changed('StatefulSet', { spec: { serviceName: 'other' } })).to.deep.equal([
      "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ]);
  });

  it('grow a claim only once it is bound', () => {
    const grown = { spec: { resources: { requests: { storage: '30Gi' } } } };
    expect(changed('PersistentVolumeClaim', grown, { status: { phase: 'Bound' } })).to.deep.equal([]);
    expect(changed('PersistentVolumeClaim', grown)).to.have.length(1);
    expect(changed('PersistentVolumeClaim', { spec: { volumeName: 'disk-1' } })).to.deep.equal([]);
  });

  it('change how often a job is to succeed only together with how many run at once, and by index', () => {
    const indexed = { completionMode: 'Indexed', completions: 3 };
    const grow = (before: Fields, after: Fields): readonly string[] => {
      const { validateUpdate } = rulesBySchema(servedKindOf(manifestOf('Job')));
      const version = (spec: Fields): KubeObject => {
        const object = readied(altered('Job', { spec }));
        return { ...object, metadata: { ...object.metadata, resourceVersion: '7' } };
      };
      return validateUpdate(version(after), version(before)).map(({ field }) => field);
    };
    const more = { completions: 5, parallelism: 5 };
    expect(grow({ ...indexed, parallelism: 3 }, { ...indexed, ...more })).to.deep.equal([]);
    expect(grow({ ...indexed, parallelism: 3 }, { ...indexed, completions: 5 })).to.deep.equal([
      'spec.completions',
    ]);
    expect(grow({ completions: 3, parallelism: 3 }, more)).to.deep.equal(['spec.completions']);
  });

  it('keep what a storage class is', () => {
    expect(changed('StorageClass', { provisioner: 'other.example.com' })).to.deep.equal([
      'provisioner: Invalid value: "other.example.com": field is immutable',
    ]);
    expect(changed('StorageClass', { allowVolumeExpansion: true })).to.deep.equal([]);
  });

  it('keep a secret that says so, and the type of every secret', () => {
    expect(changed('Secret', { data: {} }, { immutable: true })).to.deep.equal([
      'data: Forbidden: field is immutable when `immutable` is set',
    ]);
    expect(changed('Secret', { type: 'example.com/other' })).to.deep.equal([
      'type: Invalid value: "example.com/other": field is immutable',
    ]);
  });
});
