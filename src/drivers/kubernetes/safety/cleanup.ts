import type { Connection } from '../connection/connection';
import { type Collection, type Found, fullName } from './collections';
import { type Discovered, discover } from './discover';
import {
  lookForGuests,
  lookForLabelled,
  lookForLeases,
  lookForOwnPods,
  lookForPods,
  lookForTraces,
} from './look';
import { Ours } from './ours';
import { type Removal, remove } from './remove';
import { holdsOf } from './stuck';

/** What is cleaned up, and how. */
export interface CleanUpOptions {
  /** The run that made it; by default any run. */
  readonly run?: string | undefined;
  /** Hears how it goes, in a sentence at a time. */
  tell?(text: string): void;
  /** Waits until all of it is gone, which is the default, or only has it deleted. */
  readonly wait?: boolean;
  /** For so long (ms) it is waited without anything going. */
  readonly patience?: number;
  /** Takes off finalizers of ours that nobody is known to see to: what they guard may be left behind. */
  readonly releases?: boolean;
}

/** What became of it. */
export interface CleanedUp {
  /** How many objects were there. */
  readonly found: number;
  /** What is there still. */
  readonly left: readonly Found[];
  /** What holds it, in a sentence each. */
  readonly holds: readonly string[];
  /** Where nobody could look, in a sentence each. */
  readonly unseen: readonly string[];
}

const PATIENCE = 120_000;
const [FIRST_PAUSE, LONGEST_PAUSE] = [250, 2000];

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** How many of each kind, the most first: `3 nodes, 1 namespaces`. */
export const tallyOf = (all: readonly Found[]): string => {
  const counts = new Map<string, number>();
  for (const { collection } of all)
    counts.set(fullName(collection), (counts.get(fullName(collection)) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
};

/** A person who sees to it that what a run has made goes. */
class CleanUp {
  readonly #ours = new Ours();
  readonly #unseen = new Set<string>();
  readonly #refusals = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly discovered: Discovered,
    private readonly run: string | undefined,
  ) {
    for (const problem of discovered.problems) this.#unseen.add(problem);
  }

  get unseen(): readonly string[] {
    return [...this.#unseen];
  }

  /** Looks what is there of these kinds, and what belongs to it. */
  async look(collections: readonly Collection[]): Promise<readonly Found[]> {
    const { connection } = this;
    const labelled = await lookForLabelled(connection, collections, this.run, (text) =>
      this.#unseen.add(text),
    );
    this.#ours.add(labelled);
    const { own, guests } = await lookForPods(connection, this.#ours);
    this.#ours.add(own);
    const others = await Promise.all([
      lookForLeases(connection, this.#ours),
      lookForTraces(connection, this.#ours),
    ]);
    const all = [...labelled, ...own, ...guests, ...others.flat()];
    return [...new Map(all.map((found) => [found.object.metadata.uid, found])).values()];
  }

  async remove(all: readonly Found[], releases: boolean): Promise<void> {
    this.#refusals.clear();
    await remove(this.connection, all, this.#ours, {
      releases,
      refused: ({ object }, why) => this.#refusals.set(object.metadata.uid, why),
    });
  }

  async holds(left: readonly Found[]): Promise<readonly string[]> {
    const held = await holdsOf(this.connection, left, this.discovered.collections);
    return [...held, ...new Set(this.#refusals.values())];
  }
}

/**
 * Deletes what a run, or any run, has left behind, and what controllers and kubelets have left behind about it: all that
 * carries the label, pods in it, of it and on nodes of it, leases and events of nodes. Nothing else is touched. May be done
 * again at any time.
 * @throws as `send` if the server is gone, or does not know who asks
 */
export const cleanUp = async (
  connection: Connection,
  { run, tell, wait = true, patience = PATIENCE, releases = false }: CleanUpOptions = {},
): Promise<CleanedUp> => {
  const discovered = await discover(connection);
  const { collections } = discovered;
  const work = new CleanUp(connection, discovered, run);
  const seen = new Set<string>();
  let narrowed = collections;
  let told = '';
  let fewest = Number.POSITIVE_INFINITY;
  let deadline = performance.now() + patience;
  for (let length = FIRST_PAUSE; ; length = Math.min(2 * length, LONGEST_PAUSE)) {
    const left = await work.look(narrowed);
    if (left.length === 0) {
      if (narrowed === collections) return { found: seen.size, left: [], holds: [], unseen: work.unseen };
      // Once more everywhere: something may have come while others went.
      narrowed = collections;
      continue;
    }
    for (const { object } of left) seen.add(object.metadata.uid);
    if (left.length < fewest) {
      fewest = left.length;
      deadline = performance.now() + patience;
    }
    await work.remove(left, releases);
    const tally = tallyOf(left);
    if (tally !== told) tell?.(`${told === '' ? 'Deleting' : 'Still there:'} ${tally}.`);
    told = tally;
    if (!wait || performance.now() > deadline)
      return { found: seen.size, left, holds: wait ? await work.holds(left) : [], unseen: work.unseen };
    narrowed = collections.filter((each) =>
      left.some(({ collection }) => fullName(collection) === fullName(each)),
    );
    await pause(length);
  }
};

/**
 * What a run, or any run, has left behind, by its label. Nothing is changed.
 * @throws as `send`
 */
export const leftBehind = async (connection: Connection, run?: string): Promise<readonly Found[]> => {
  const { collections } = await discover(connection);
  return lookForLabelled(connection, collections, run, () => {});
};

const EXAMPLE: Removal = { releases: false, refused: () => {} };

/**
 * Deletes what one example has made, quickly: nothing is waited for, and `cleanUp` finds at the end of the run whatever is
 * not gone by then.
 * @param made all that it has made itself, its nodes too, whether it is there still or not
 * @throws as `send` if the server is gone, or does not know who asks
 */
export const deleteMade = async (connection: Connection, made: readonly Found[]): Promise<void> => {
  const ours = new Ours();
  ours.add(made);
  const isLast = (found: Found): boolean =>
    found.collection.group === '' && ['nodes', 'namespaces'].includes(found.collection.plural);
  await remove(
    connection,
    made.filter((found) => !isLast(found)),
    ours,
    EXAMPLE,
  );
  const pods = await lookForOwnPods(connection, ours);
  ours.add(pods);
  await remove(connection, [...pods, ...made.filter(isLast)], ours, EXAMPLE);
  const [guests, leases, traces] = await Promise.all([
    lookForGuests(connection, ours),
    lookForLeases(connection, ours),
    lookForTraces(connection, ours),
  ]);
  await remove(connection, [...guests, ...leases, ...traces], ours, EXAMPLE);
};
