import { createInProcessCluster } from '../../drivers/in-process/driver';
import { ApiError } from '../../kubernetes/refusals';
import type { Cluster } from '../../port/cluster';
import { ImpossibleError, perform } from '../operations/perform';
import { compare, type Difference } from './compare';
import { observe } from './observe';
import { type RecordedStep, TRACE_NAMESPACE } from './trace';

/** For real, time goes by between one step and the next, in ms: what they create is not of the same age. */
export const USUAL_PACE = 1000;

/**
 * How much time it was is not recorded, but where a rolling update rests half way may depend on it: on whether the one
 * alarm of its set goes off before the new pod has been ready for minReadySeconds. So such a recording may be of any of
 * these paces, the same one from its first step to its last.
 */
const OTHER_PACES: readonly number[] = [3000, 2500, 2000, 1500, 500];

/** A rest is looked for so often, in ms, and so many times. */
const BETWEEN_LOOKS = 250;
const LOOKS = 60;

/** How one recording compares with the model. */
export interface ReplayResult {
  readonly matched: number;
  readonly steps: number;
  /** What was taken to go by between the steps, in ms. */
  readonly pace: number;
  /** The first step that differs, counted from 0, and how. */
  readonly first?: {
    readonly step: number;
    readonly operation: string;
    readonly differences: readonly Difference[];
  };
}

const refusalOf = ({ code, message }: Pick<ApiError, 'code' | 'message'>): string =>
  `refused with ${code}: ${message}`;

/** Carries out an operation. Returns the answer to it, in words. */
const attempt = async (cluster: Cluster, step: RecordedStep): Promise<string> => {
  try {
    await perform(cluster, TRACE_NAMESPACE, step);
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiError) return refusalOf(error);
    if (error instanceof ImpossibleError) return `impossible: ${error.message}`;
    throw error;
  }
};

const compareAnswer = (step: RecordedStep, model: string): Difference[] => {
  const recorded = step.error ? refusalOf(step.error) : 'accepted';
  return recorded === model ? [] : [{ what: 'answer', recorded, model }];
};

/**
 * A rolling update that rests half way may go on by itself some seconds later, which recorders have not waited for: the
 * rest is looked for on the way.
 * @returns whether the model was in the recorded state twice in a row
 */
const comesToRest = async (
  cluster: Cluster,
  look: () => Promise<readonly Difference[]>,
): Promise<boolean> => {
  let agreed = false;
  for (let looks = 0; looks < LOOKS; looks++) {
    await cluster.time.pass(BETWEEN_LOOKS);
    const agrees = (await look()).length === 0;
    if (agrees && agreed) return true;
    agreed = agrees;
  }
  return false;
};

/** Runs a recording through an in-process cluster at one pace. */
const replayAt = async (
  pace: number,
  steps: readonly RecordedStep[],
  seed: number,
): Promise<ReplayResult> => {
  const cluster = createInProcessCluster({ seed, simulatedNodes: true });
  await cluster.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: TRACE_NAMESPACE } });
  await cluster.time.settle();
  const since = new Map<string, number>();
  let matched = 0;
  let first: ReplayResult['first'];
  for (const [index, step] of steps.entries()) {
    await cluster.time.pass(pace);
    const differences = compareAnswer(step, await attempt(cluster, step));
    const look = async () =>
      compare(step.expect, await observe(cluster, since, index), step.anyNode ?? false);
    if (!step.anyNode || !(await comesToRest(cluster, look))) {
      await cluster.time.settle();
      differences.push(...(await look()));
    }
    if (differences.length === 0) matched++;
    else first ??= { step: index, operation: JSON.stringify({ ...step, expect: undefined }), differences };
  }
  await cluster.close();
  return { matched, steps: steps.length, pace, ...(first ? { first } : {}) };
};

/**
 * Runs a recording through an in-process cluster and compares the settled state after every operation. One in which
 * a rolling update rests half way is tried at other paces if it differs at the usual one.
 * @param seed decides names, orders and interleavings of the model
 * @returns how it compares at the first pace at which every step matches; at the usual pace if there is none
 * @see k8s.io/kubernetes/pkg/controller/daemon updatePod, updateDaemonSetStatus: the alarms
 */
export const replay = async (steps: readonly RecordedStep[], seed = 1): Promise<ReplayResult> => {
  const result = await replayAt(USUAL_PACE, steps, seed);
  if (!result.first || !steps.some(({ anyNode }) => anyNode)) return result;
  for (const pace of OTHER_PACES) {
    const another = await replayAt(pace, steps, seed);
    if (!another.first) return another;
  }
  return result;
};
