import { expect } from 'chai';
import { bestMatch } from './matching';
import type { Claim, PersistentVolume } from './storage';

const meta = (name: string, rest: object = {}) => ({
  name,
  uid: name,
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...rest,
});
const claim = (spec: Claim['spec'] = {}): Claim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: meta('data', { namespace: 'shop' }),
  spec: { storageClassName: 'shelf', resources: { requests: { storage: '5Gi' } }, ...spec },
});
const volume = (
  name: string,
  storage: string,
  {
    metadata = {},
    phase = 'Available',
    ...spec
  }: { metadata?: object; phase?: string } & PersistentVolume['spec'] = {},
): PersistentVolume => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: meta(name, metadata),
  spec: { storageClassName: 'shelf', capacity: { storage }, ...spec },
  status: { phase },
});
const best = (volumes: readonly PersistentVolume[], of = claim(), mayTake = true): string | undefined =>
  bestMatch(of, volumes, () => mayTake)?.metadata.name;
const keptFor = (uid?: string) => ({
  claimRef: { namespace: 'shop', name: 'data', ...(uid ? { uid } : {}) },
});

describe('of some volumes a claim', () => {
  it('is given the smallest that is large enough, and of these the first', () => {
    const all = [volume('a', '20Gi'), volume('b', '6Gi'), volume('c', '6144Mi'), volume('d', '4Gi')];
    expect(best(all)).to.equal('b');
    expect(best(all, claim(), false)).to.equal(undefined);
  });

  it('is given the one that is kept for it, though it is larger, of another class or not free yet', () => {
    const kept = volume('kept', '50Gi', { ...keptFor(), storageClassName: 'other', phase: 'Pending' });
    expect(best([volume('a', '5Gi'), kept])).to.equal('kept');
    expect(best([kept], claim(), false)).to.equal('kept');
    expect(best([volume('mine', '5Gi', keptFor('data'))])).to.equal('mine');
    expect(best([volume('former', '5Gi', keptFor('another'))])).to.equal(undefined);
    expect(best([volume('small', '1Gi', keptFor())])).to.equal(undefined);
  });

  it('is given none that is not free, is leaving, or is of another kind', () => {
    const fits = (rest: Parameters<typeof volume>[2], of?: Claim) =>
      best([volume('a', '5Gi', rest)], of) !== undefined;
    expect(fits({})).to.equal(true);
    expect(fits({ phase: 'Released' })).to.equal(false);
    expect(fits({ metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' } })).to.equal(false);
    expect(fits({ storageClassName: 'other' })).to.equal(false);
    expect(fits({ volumeMode: 'Block' })).to.equal(false);
    expect(fits({ volumeMode: 'Block' }, claim({ volumeMode: 'Block' }))).to.equal(true);
    expect(fits({ volumeAttributesClassName: 'fast' })).to.equal(false);
    const fast = claim({ selector: { matchLabels: { tier: 'fast' } } });
    expect(fits({}, fast)).to.equal(false);
    expect(fits({ metadata: { labels: { tier: 'fast' } } }, fast)).to.equal(true);
  });
});
