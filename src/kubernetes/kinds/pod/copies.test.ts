import { expect } from 'chai';
import { assemble, copyMetadata } from '../../fields/copies';
import type { ObjectMeta } from '../../object';
import { definitionOf, referenced, type Schema } from '../../wire/schema/schema';
import { aPod } from '../samples.testkit';
import { copyPodSpec, copyPodStatus } from './copies';
import type { PodSpec, PodStatus } from './pod';

/** The fields the API's schema gives to a part of a pod. */
const fieldsOf = (part: 'metadata' | 'spec' | 'status'): string[] => {
  const pod = definitionOf({ apiVersion: 'v1', kind: 'Pod' })?.schema.properties ?? {};
  return Object.keys(referenced(pod[part] as Schema)?.schema.properties ?? {});
};

/** Every field with a value of its own. */
const filled = <T extends object>(fields: readonly string[]): T =>
  Object.fromEntries(fields.map((field) => [field, { field }])) as T;

/** What the API server never stores here. */
const NOT_STORED = ['managedFields', 'selfLink'];

describe('a copy', () => {
  it('keeps every field of the API', () => {
    const spec = filled<PodSpec>(fieldsOf('spec'));
    expect(copyPodSpec(spec)).to.deep.equal(spec);
    const status = filled<PodStatus>(fieldsOf('status'));
    expect(copyPodStatus(status)).to.deep.equal(status);
    const metadata = filled<ObjectMeta>(fieldsOf('metadata').filter((field) => !NOT_STORED.includes(field)));
    expect(copyMetadata(metadata)).to.deep.equal(metadata);
  });

  it('has the same fields in the same order, whatever they say', () => {
    const { spec } = aPod();
    expect(Object.keys(copyPodSpec(spec))).to.deep.equal(
      Object.keys(copyPodSpec({ tolerations: [], containers: [] })),
    );
    expect(Object.keys(copyPodSpec({ ...spec, hostPID: true }))).to.deep.equal(
      Object.keys(copyPodSpec({ hostIPC: true, containers: [] })),
    );
  });

  it('keeps each field that few pods use, even if it is the only one', () => {
    for (const field of fieldsOf('spec'))
      expect(copyPodSpec(filled<PodSpec>([field])), field).to.deep.include(filled([field]));
    for (const field of fieldsOf('status'))
      expect(copyPodStatus(filled<PodStatus>([field])), field).to.deep.include(filled([field]));
  });

  it('is another object, of the same parts', () => {
    const pod = aPod();
    const copy = assemble(pod, copyMetadata(pod.metadata), copyPodSpec(pod.spec), pod.status);
    expect(copy.spec).not.to.equal(pod.spec);
    expect(copy.spec.containers).to.equal(pod.spec.containers);
    expect(copy.status).to.equal(pod.status);
    expect([copy.apiVersion, copy.kind]).to.deep.equal(['v1', 'Pod']);
  });
});
