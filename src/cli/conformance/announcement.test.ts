import { expect } from 'chai';
import type { Programme } from '../../conformance/plan';
import { announcement } from './announcement';

const TARGET = { context: 'mine', run: 'r1', mode: 'exclusive', patience: 65_000, hold: 3000 } as const;

const DISTRIBUTION = { name: 'kubernetes', toldBy: 'nothing else' };

/** What is announced of a cluster, each line without the spaces between columns. */
const announced = (isStepped: boolean): readonly string[] =>
  announcement(
    {
      server: 'https://cluster.test',
      programme: { target: TARGET, parallel: 1 } as Partial<Programme> as Programme, // as much as is announced of it
      estimate: { examples: 3, tooLong: 0, duration: 60_000 },
      chosen: 3,
      ground: {
        facts: {
          id: 'u-1',
          version: 'v1.36.2',
          platform: 'linux/amd64',
          distribution: DISTRIBUTION,
          nodes: 0,
        },
        mode: 'exclusive',
        leftovers: [],
        others: [],
        guests: [],
      },
      capabilities: [{ name: 'movable-clock', offered: isStepped }],
    },
    200,
  )
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/, ': '));

describe('what a conformance run announces', () => {
  it('says that it plays the kubelets of nodes, and counts the time on the wall', () => {
    expect(announced(false)).to.include.members([
      'time: about 60 s, one at a time',
      'nodes: none is there; examples have nodes of their own join, whose kubelets are played from here',
    ]);
  });

  it('says that the cluster plays them where time is stepped, and that nobody waits for it', () => {
    expect(announced(true)).to.include.members([
      'time: about 60 s, one at a time; the clock of the cluster is stepped, so that nobody waits for it',
      'nodes: none is there; examples have nodes of their own join, whose kubelets the cluster plays itself',
    ]);
  });
});
