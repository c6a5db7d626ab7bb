import { expect } from 'chai';
import type { KubeObject } from '../object';
import { selectableText } from './selectable';

const object = {
  metadata: { name: 'a' },
  spec: { colour: 'red', size: 3, ready: false },
} as unknown as KubeObject;

describe('what a field selector reads', () => {
  it('is the text, number or truth at the path, with or without a dot before it', () => {
    expect(selectableText('spec.colour')(object)).to.equal('red');
    expect(selectableText('.spec.size')(object)).to.equal('3');
    expect(selectableText('.spec.ready')(object)).to.equal('false');
  });

  it('is empty, or zero, if nothing is there', () => {
    expect(selectableText('spec.shape.corners')(object)).to.equal('');
    expect(selectableText('spec.constructor')(object)).to.equal('');
    expect(selectableText('status.replicas', '0')(object)).to.equal('0');
  });
});
