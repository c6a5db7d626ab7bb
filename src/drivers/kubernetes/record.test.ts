import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { Record } from './record';

const pod = (name: string, resourceVersion: string, owner = 'ours'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, uid: `uid-${name}`, resourceVersion, creationTimestamp: '', labels: { owner } },
});

/** A lens through which only what has the label is seen. */
const lens = {
  objectIn: <T extends KubeObject>(object: T): T | undefined =>
    object.metadata.labels?.owner === 'ours' ? object : undefined,
};

const told = (record: Record): readonly string[] =>
  record.timeline.changes().map(({ at, type, object }) => `${at} ${type} ${object.metadata.name}`);

describe('the timeline of an example on a cluster that exists', () => {
  const resource = resources.pods;

  it('begins with what there is, in the order of versions', () => {
    const record = new Record(lens);
    record.begin([pod('b', '10'), pod('a', '9'), pod('foreign', '1', 'others')], 5);
    expect(told(record)).to.deep.equal(['5 ADDED a', '5 ADDED b']);
  });

  it('goes on with what is heard of what is the example’s', () => {
    const record = new Record(lens);
    record.hear({ resource, type: 'ADDED', object: pod('a', '1') }, 1);
    record.hear({ resource, type: 'ADDED', object: pod('foreign', '2', 'others') }, 2);
    record.hear({ resource, type: 'MODIFIED', object: pod('a', '3') }, 3);
    record.hear({ resource, type: 'DELETED', object: pod('a', '4') }, 4);
    expect(told(record)).to.deep.equal(['1 ADDED a', '3 MODIFIED a', '4 DELETED a']);
  });

  it('takes for new what becomes the example’s own, and tells no end of what it never knew', () => {
    const record = new Record(lens);
    record.hear({ resource, type: 'ADDED', object: pod('a', '1', 'others') }, 1);
    record.hear({ resource, type: 'MODIFIED', object: pod('a', '2') }, 2);
    record.hear({ resource, type: 'DELETED', object: pod('b', '3') }, 3);
    expect(told(record)).to.deep.equal(['2 ADDED a']);
  });
});
