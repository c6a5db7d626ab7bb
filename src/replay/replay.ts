import { createInProcessCluster } from '../drivers/in-process';
import type { Cluster } from '../drivers/port';
import { ApiError } from '../kubernetes/status';
import { compare, type Difference } from './compare';
import { observe } from './observe';
import { perform } from './operations';
import { type Step, TRACE_NAMESPACE } from './trace';

/** How one recording compares with the model. */
export interface Outcome {
  readonly matched: number;
  readonly steps: number;
  /** The first step that differs, counted from 0, and how. */
  readonly first?: {
    readonly step: number;
    readonly operation: string;
    readonly differences: readonly Difference[];
  };
}

const refusalOf = (error: ApiError): string => `refused with ${error.code}: ${error.message}`;

/** Carries out an operation. Returns the API's refusal, if it refused. */
const attempt = async (cluster: Cluster, step: Step): Promise<ApiError | undefined> => {
  try {
    await perform(cluster, step);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
};

const compareRefusal = (step: Step, refusal: ApiError | undefined): Difference[] => {
  const recorded = step.error ? `refused with ${step.error.code}: ${step.error.message}` : 'accepted';
  const model = refusal ? refusalOf(refusal) : 'accepted';
  return recorded === model ? [] : [{ what: 'answer', recorded, model }];
};

/**
 * Runs a recording through an in-process cluster and compares the settled state after every operation.
 * @param seed decides names, orders and interleavings of the model
 */
export const replay = async (steps: readonly Step[], seed = 1): Promise<Outcome> => {
  const cluster = createInProcessCluster({ seed, simulatedNodes: true });
  await cluster.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: TRACE_NAMESPACE } });
  await cluster.time.settle();
  const since = new Map<string, number>();
  let matched = 0;
  let first: Outcome['first'];
  for (const [index, step] of steps.entries()) {
    const refusal = await attempt(cluster, step);
    await cluster.time.settle();
    const state = await observe(cluster, since, index);
    const differences = [
      ...compareRefusal(step, refusal),
      ...compare(step.expect, state, step.anyNode ?? false),
    ];
    if (differences.length === 0) matched++;
    else first ??= { step: index, operation: JSON.stringify({ ...step, expect: undefined }), differences };
  }
  await cluster.close();
  return { matched, steps: steps.length, ...(first ? { first } : {}) };
};
