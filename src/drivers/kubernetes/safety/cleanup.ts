import type { Connection } from '../connection/connection';
import { pause } from '../connection/patience';
import { type Collection, type Found, fullName } from './collections';
import { type Discovered, discover } from './discover';
import { isNode } from './kinds';
import { lookForLabelled, lookForLeases, lookForPods, lookForTraces } from './look';
import { Ours } from './ours';
import { isRecord } from './record';
import { remove } from './remove';
import { ServedWorld } from './servedWorld';
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
  /** So long (ms) after the last node has gone controllers may still tell of it. Default 6 seconds. */
  readonly linger?: number;
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

const FORBIDDEN = 403;
const PATIENCE = 120_000;
/** @see pkg/controller/nodelifecycle/node_lifecycle_controller.go monitorNodeHealth, every 5 seconds */
const LINGER = 6_000;
const [FIRST_PAUSE, LONGEST_PAUSE] = [250, 2000];

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
  readonly #ours: Ours;
  #records: readonly Found[] = [];
  readonly #unseen = new Set<string>();
  /** Kinds that whoever asks may not list. */
  readonly #forbidden = new Set<string>();
  readonly #refusals = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly discovered: Discovered,
    private readonly run: string | undefined,
  ) {
    this.#ours = new Ours(run);
    for (const problem of discovered.problems) this.#unseen.add(problem);
  }

  get unseen(): readonly string[] {
    if (this.#forbidden.size === 0) return [...this.#unseen];
    const kinds = [...this.#forbidden].sort().join(', ');
    return [
      ...this.#unseen,
      `What is left of these is not known; whoever the context stands for may not list them: ${kinds}.`,
    ];
  }

  /** Looks what is there of these kinds, and what belongs to it. */
  async look(collections: readonly Collection[]): Promise<readonly Found[]> {
    const { connection } = this;
    const labelled = await lookForLabelled(connection, collections, this.run, (kind, why) => {
      if (why.code === FORBIDDEN) this.#forbidden.add(fullName(kind));
      else this.#unseen.add(`It is not known which ${fullName(kind)} are left: ${why.message}`);
    });
    this.#ours.add(labelled);
    const records = labelled.filter(isRecord);
    if (records.length > 0) this.#records = records;
    const { own, guests } = await lookForPods(connection, this.#ours);
    this.#ours.add(own);
    const others = await Promise.all([
      lookForLeases(connection, this.#ours),
      lookForTraces(connection, this.#ours),
    ]);
    const all = [...labelled.filter((found) => !isRecord(found)), ...own, ...guests, ...others.flat()];
    return [...new Map(all.map((found) => [found.object.metadata.uid, found])).values()];
  }

  /** Forgets which nodes there were. */
  async forget(): Promise<void> {
    await this.remove(this.#records, false);
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
  { run, tell, wait = true, patience = PATIENCE, linger = LINGER, releases = false }: CleanUpOptions = {},
): Promise<CleanedUp> => {
  const discovered = await discover(connection);
  const { collections } = discovered;
  const world = ServedWorld.in(connection, discovered.kinds);
  await world?.giveBack(run);
  const work = new CleanUp(connection, discovered, run);
  const seen = new Set<string>();
  let narrowed = collections;
  let told = '';
  let fewest = Number.POSITIVE_INFINITY;
  let deadline = performance.now() + patience;
  let lastNode = Number.NEGATIVE_INFINITY;
  for (let length = FIRST_PAUSE; ; length = Math.min(2 * length, LONGEST_PAUSE)) {
    const left = await work.look(narrowed);
    if (left.length === 0) {
      const ms = wait ? lastNode + linger - performance.now() : 0;
      if (narrowed === collections && ms <= 0) {
        await work.forget();
        return { found: seen.size, left: [], holds: [], unseen: work.unseen };
      }
      // Once more everywhere: something may have come while others went.
      narrowed = collections;
      await pause(Math.max(0, ms));
      continue;
    }
    if (left.some(isNode)) lastNode = performance.now();
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
    await world?.pass();
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
