import { expect } from 'chai';
import type { Clause } from '../../port/contract/clause.testkit';
import { contract, tryClause } from '../../port/contract/contract.testkit';
import { BareCluster } from './bareCluster.testkit';
import { closeSessions, createCluster } from './driver';
import { inParallel } from './safety/parallel';

/** Half a minute or more goes by in these, on the wall. They are held against a served world, whose clock is moved. */
const TOO_LONG: readonly string[] = [
  'are gone for good when they leave, with all that ran there',
  'that come back catch up',
  'that are shut down let their pods fail, and are started again',
  'that go silent are found out, and start and stop nothing',
  'that are short of something refuse pods, and evict those that run',
  'take their time to start',
  'may end by themselves',
  'may run without ever turning ready',
  'turn unready and ready as they are told, and stay so',
  'wait for an image that cannot be pulled, until it can',
  'turn ready when their probes succeed',
];

/** Some seconds go by in these. They begin first, so that nobody waits for them in the end. */
const LONG: readonly string[] = [
  'take their time to stop, but no longer than they are given',
  'that join before they are ready start pods once they are',
  'that are rebooted start the containers of the same pods again',
];

type Outcome = { readonly reason: string | undefined } | { readonly error: unknown };

describe('a control plane for which kubelets are played, held to the contract of the port', () => {
  const clauses = contract.flatMap((chapter) => chapter.clauses);
  const outcomes = new Map<Clause, Outcome>();
  let left: readonly string[];

  before(async function () {
    this.timeout(300_000);
    const bare = await BareCluster.start();
    const target = bare.target();
    const before = bare.contents();
    const isLong = ({ title }: Clause): boolean => LONG.includes(title);
    const tried = clauses.filter(({ title }) => !TOO_LONG.includes(title));
    // Examples of shared clusters do not come in each other's way.
    await inParallel([...tried.filter(isLong), ...tried.filter((each) => !isLong(each))], async (clause) => {
      const outcome = await tryClause(clause, () => createCluster({ target })).then(
        (reason) => ({ reason }),
        (error: unknown) => ({ error }),
      );
      outcomes.set(clause, outcome);
    });
    await closeSessions();
    left = await bare.left(before);
    await bare.close();
  });

  for (const chapter of contract)
    describe(chapter.title, () => {
      for (const clause of chapter.clauses)
        it(clause.title, function () {
          const outcome = outcomes.get(clause);
          if (outcome && 'error' in outcome) throw outcome.error;
          if (!outcome || outcome.reason !== undefined) this.skip();
        });
    });

  it('is left as it was found', () => {
    expect(left).to.deep.equal([]);
  });

  it('leaves out nothing else than what takes too long, or needs what a real cluster cannot do', () => {
    const titles = clauses.map(({ title }) => title);
    expect([...TOO_LONG, ...LONG].filter((each) => !titles.includes(each))).to.deep.equal([]);
    const skipped = clauses.filter((clause) => {
      const outcome = outcomes.get(clause);
      return outcome && 'reason' in outcome && outcome.reason !== undefined;
    });
    const needs = new Set(skipped.flatMap((each) => each.needs));
    expect(
      [...needs].filter((each) => each !== 'node-control' && each !== 'container-control'),
    ).to.have.members([
      'legacy-scheduling',
      'default-node-selector',
      'project-node-selector',
      'security-context-constraints',
      'long-waits',
      'movable-clock',
      'steady-control-plane',
      'no-other-nodes',
    ]);
  });
});
