import { expect } from 'chai';
import { capabilityNames } from '../../src/port/capabilities';
import type { Cluster } from '../../src/port/cluster';
import { lackOf, tooLong } from './skips';

/** A cluster that can do everything but these. */
const clusterWithout = (...lacking: readonly string[]): Cluster => {
  const capabilities = new Set(capabilityNames.filter((name) => !lacking.includes(name)));
  const lacks = new Map([['node-control', 'these credentials may not create nodes'] as const]);
  // as much of one as is asked for
  return { name: 'ci', capabilities, lacks } as Partial<Cluster> as Cluster;
};

const tagged = (...names: readonly string[]) => ({
  tags: names.map((name) => ({ name, astNodeId: '1' })),
});

describe('an example', () => {
  it('is left out for each capability that its cluster lacks, and for no other', () => {
    for (const name of capabilityNames) {
      const example = tagged('@D07', `@needs-${name}`);
      expect(lackOf(example, clusterWithout(name)), name).to.include({ kind: 'skipped', code: name });
      const others = capabilityNames.filter((other) => other !== name);
      expect(lackOf(example, clusterWithout(...others)), name).to.equal(undefined);
    }
  });

  it('that asks for nothing is never left out, whatever its cluster lacks', () => {
    const bare = clusterWithout(...capabilityNames);
    expect(lackOf(tagged(), bare)).to.equal(undefined);
    expect(lackOf(tagged('@D07', '@my-own'), bare)).to.equal(undefined);
  });

  it('is left out with the reason of the cluster', () => {
    expect(lackOf(tagged('@needs-node-control'), clusterWithout('node-control'))?.reason).to.equal(
      'it needs nodes that can join, leave and go silent, which the cluster "ci" does not offer: these credentials may not create nodes',
    );
  });

  it('whose time is known is not left out for its long waits, but for all else', () => {
    const example = tagged('@needs-long-waits', '@needs-impersonation');
    expect(lackOf(example, clusterWithout('long-waits'), true)).to.equal(undefined);
    expect(lackOf(example, clusterWithout('long-waits'))).to.include({ code: 'long-waits' });
    const poor = clusterWithout('long-waits', 'impersonation');
    expect(lackOf(example, poor, true)).to.include({ code: 'impersonation' });
  });

  it('is left out where it takes longer than there is patience, and not a moment before', () => {
    expect(tooLong(65_000, 65_000)).to.equal(undefined);
    expect(tooLong(undefined, 65_000)).to.equal(undefined);
    expect(tooLong(65_001, undefined)).to.equal(undefined);
    expect(tooLong(600_000, 65_000)).to.deep.equal({
      kind: 'skipped',
      code: 'long-waits',
      reason:
        "it takes about 10 minutes of the cluster's time, and this run waits no longer than 65 seconds for an example",
    });
  });
});
