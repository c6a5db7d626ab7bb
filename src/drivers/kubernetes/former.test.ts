import { expect } from 'chai';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { KubeObject } from '../../kubernetes/object';
import { isAboutFormer } from './former';
import { makeLens } from './lens/makeLens';

const BEGUN = 60_400;

const event = (uid: string, created: number, own = 'e'): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      ...{ name: 'east-1.18f2', namespace: 'default', uid: own, resourceVersion: '1' },
      creationTimestamp: toTimestamp(created),
    },
    involvedObject: { kind: 'Node', name: 'east-1', uid },
  }) as KubeObject;

describe('where names of nodes come again', () => {
  const lens = makeLens({
    suffix: '-run-7',
    mode: 'exclusive',
    labels: { 'rollcall.dev/run': 'run' },
    isFormer: isAboutFormer({ nodes: new Set(['former']), events: new Set(['e-former']) }, BEGUN),
  });
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'east-1' } };

  before(() => {
    const made = lens.manifestOut(node, {
      ...{ apiVersion: 'v1', group: '', version: 'v1', kind: 'Node', plural: 'nodes', singular: 'node' },
      ...{ namespaced: false, shortNames: [], categories: [], verbs: [], subresources: [] },
    });
    expect(made.metadata.name).to.equal('east-1');
  });

  it('an event about the one before is not seen, however late it comes', () => {
    expect(lens.objectIn(event('former', 65_000))).to.equal(undefined);
    expect(lens.objectIn(event('east-1', 57_000))).to.equal(undefined);
  });

  it('an event that was there is not seen, however short a time before', () => {
    expect(lens.objectIn(event('east-1', 60_000, 'e-former'))).to.equal(undefined);
  });

  it('one about the one that there is now is', () => {
    expect(lens.objectIn(event('east-1', 60_000))).not.to.equal(undefined);
    expect(lens.objectIn(event('of-now', 65_000))).not.to.equal(undefined);
  });
});
