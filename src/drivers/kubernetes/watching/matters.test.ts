import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { matters } from './matters';

const { nodes } = resources;

const node = (ready: string, beat: string, images: readonly string[] = []): KubeObject & object => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'east-1', uid: '1', resourceVersion: beat, creationTimestamp: '' },
  ...{ status: { conditions: [{ type: 'Ready', status: ready, lastHeartbeatTime: beat }], images } },
});

const matter = (object: KubeObject, before?: KubeObject): boolean =>
  matters({ resource: nodes, type: 'MODIFIED', object, before });

describe('what matters of a node', () => {
  it('is not that it lives', () => {
    expect(matter(node('True', '2'), node('True', '1'))).to.equal(false);
  });

  it('is that it is ready, or not, and whatever else has changed', () => {
    expect(matter(node('False', '2'), node('True', '1'))).to.equal(true);
    expect(matter(node('True', '2', ['a']), node('True', '1'))).to.equal(true);
    expect(matter(node('True', '2'), node('True', '1', ['a']))).to.equal(true);
  });

  it('is everything, if nobody knows what was before', () => {
    expect(matter(node('True', '2'))).to.equal(true);
  });
});
