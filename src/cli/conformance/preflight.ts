import { type ClusterFacts, clusterFacts } from '../../conformance/about/cluster';
import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { leftBehind, tallyOf } from '../../drivers/kubernetes/safety/cleanup';
import type { Found } from '../../drivers/kubernetes/safety/collections';
import { foreignDaemonSets } from '../../drivers/kubernetes/safety/foreign';
import { runOf } from '../../drivers/kubernetes/safety/labels';
import { describeDeeds, missingRights } from '../../drivers/kubernetes/safety/missingRights';
import type { Target } from '../../port/target';
import { Refusal } from '../support/refusal';
import type { Asked } from './options';
import { cleanUpCommand } from './typedCommands';

/** What a cluster looks like before anything is done to it. */
export interface Ground {
  readonly facts: ClusterFacts;
  readonly mode: Target['mode'];
  /** What an earlier part of the same run has left behind. */
  readonly leftovers: readonly Found[];
  /** Other runs that have something there. */
  readonly others: readonly string[];
  /** Daemon sets of others that will run pods on nodes of examples. */
  readonly guests: readonly string[];
}

/** The oldest minor version that the features speak of: since 1.25 daemon sets can surge without a feature gate. */
const OLDEST = 25;

const checkVersion = (version: string, server: string): void => {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) > 1 || (major === '1' && Number(minor) >= OLDEST)) return;
  throw new Refusal([
    `The API server ${server} is Kubernetes ${version}. The features are about Kubernetes from 1.${OLDEST} on.`,
  ]);
};

/** Kubelets that are played write the server's time, as far as it is known. So much (ms) is no accident. */
const MOST_SKEW = 30_000;

const checkClock = ({ skew = 0, server }: Connection): void => {
  if (Math.abs(skew) <= MOST_SKEW) return;
  const seconds = Math.round(Math.abs(skew) / 1000);
  throw new Refusal([
    `The clock of the API server ${server} is ${seconds} seconds ${skew > 0 ? 'ahead of' : 'behind'} this machine's. ` +
      'Set the one that is wrong: what happened when could not be told.',
  ]);
};

const checkRights = async (connection: Connection): Promise<void> => {
  const missing = describeDeeds(await missingRights(connection));
  if (missing.length > 0)
    throw new Refusal([
      `Whoever the context stands for may not do all that a run does on ${connection.server}. These rights are missing:`,
      ...missing.map((line) => `  ${line}`),
    ]);
};

/** Of each run what it has left behind. */
const byRun = (all: readonly Found[]): ReadonlyMap<string, readonly Found[]> => {
  const runs = new Map<string, Found[]>();
  for (const found of all) {
    const run = runOf(found.object) ?? '';
    runs.set(run, [...(runs.get(run) ?? []), found]);
  }
  return runs;
};

/** What a run before has left, with the command that deletes it. */
const leftText = (asked: Asked, [run, found]: readonly [string, readonly Found[]]): string =>
  `  run ${run}: ${tallyOf(found)}\n  ${cleanUpCommand(asked, run)}`;

/** Whoever says that others use the cluster may mean another run. Two of the same name are in each other's way. */
const checkLeftovers = (runs: ReadonlyMap<string, readonly Found[]>, run: string, asked: Asked): void => {
  const inTheWay = [...runs].filter(([each]) => (each === run ? !asked.resumes : asked.mode !== 'shared'));
  if (inTheWay.length === 0) return;
  throw new Refusal([
    'There is something of a run before on this cluster. If that run is over, delete it first:',
    ...inTheWay.map((each) => leftText(asked, each)),
    ...(runs.has(run)
      ? []
      : ['If it is not, wait for its end, or add --shared: runs stay out of each other’s way then.']),
  ]);
};

const modeFor = ({ mode, parallel }: Asked, { nodes }: ClusterFacts): Target['mode'] => {
  const hasNodes = nodes > 0;
  if (mode === 'exclusive' && hasNodes)
    throw new Refusal([
      `--exclusive: the cluster has ${nodes} ${nodes === 1 ? 'node' : 'nodes'} of its own, and examples count all that there are. Leave it out.`,
    ]);
  return mode ?? (hasNodes || parallel > 1 ? 'shared' : 'exclusive');
};

const checkGuests = (guests: readonly string[], { allowsForeignPods }: Asked): void => {
  if (guests.length === 0 || allowsForeignPods) return;
  throw new Refusal([
    'Daemon sets of others would run pods on the nodes that examples have join:',
    ...guests.map((name) => `  ${name}`),
    'These pods run nowhere in truth, and are gone with their nodes; whoever watches over those sets sees them. If that is all right, add --allow-foreign-pods.',
  ]);
};

/**
 * Looks whether a run may begin, and changes nothing.
 * @param run its name
 * @throws Refusal at the first thing that speaks against it
 */
export const examine = async (
  connection: Connection,
  version: string,
  run: string,
  asked: Asked,
): Promise<Ground> => {
  checkVersion(version, connection.server);
  checkClock(connection);
  await checkRights(connection);
  const facts = await clusterFacts(connection);
  const mode = modeFor(asked, facts);
  const leftovers = await leftBehind(connection);
  const runs = byRun(leftovers);
  checkLeftovers(runs, run, asked);
  const guests = await foreignDaemonSets(connection);
  checkGuests(guests, asked);
  return {
    facts,
    mode,
    leftovers: runs.get(run) ?? [],
    others: [...runs.keys()].filter((each) => each !== run),
    guests,
  };
};
