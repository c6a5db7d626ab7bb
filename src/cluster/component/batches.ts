import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import type { Client, NewObject } from './client';
import type { Expectations } from './expectations';
import type { EventRecorder } from './recorder';

/** At most so many pods are created, and deleted, in one go. */
export const BURST = 250;

interface Hands {
  readonly client: Client;
  readonly recorder: EventRecorder;
}

const createOne = ({ client, recorder }: Hands, set: DaemonSet, pod: NewObject): ApiError | undefined => {
  try {
    const created = client.create<Pod>(pod);
    recorder.record(set, 'Normal', 'SuccessfulCreate', `Created pod: ${created.metadata.name}`);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    recorder.record(set, 'Warning', 'FailedCreate', `Error creating: ${error.message}`);
    return error;
  }
};

const deleteOne = ({ client, recorder }: Hands, set: DaemonSet, pod: Pod): ApiError | undefined => {
  try {
    client.delete(resources.pods, pod);
    recorder.record(set, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!isGone(error)) recorder.record(set, 'Warning', 'FailedDelete', `Error deleting: ${error.message}`);
    return error;
  }
};

/** The reply was lost: whether the write happened will be seen. Until then it is expected. */
const mayHaveHappened = (error: ApiError): boolean => error.reason === 'Timeout';

/** Somebody else has deleted the pod; another of the same name is not ours to delete. */
const isGone = (error: ApiError): boolean => error.reason === 'NotFound' || error.reason === 'Conflict';

/**
 * Creates and deletes pods, at most 250 of each. Creations go in batches of 1, 2, 4, …: a batch with an error ends
 * the round, so that a set that cannot create pods does not flood the API server.
 * @throws ApiError the first refusal, after everything else was tried
 * @see k8s.io/kubernetes/pkg/controller/daemon syncNodes
 */
export const carryOut = (
  hands: Hands,
  set: DaemonSet,
  expectations: Expectations,
  creations: readonly NewObject[],
  deletions: readonly Pod[],
  now: number,
): void => {
  const create = creations.slice(0, BURST);
  const remove = deletions.slice(0, BURST);
  expectations.expect(create.length, remove.length, now);
  let refusal: ApiError | undefined;
  for (let start = 0, size = 1; start < create.length && !refusal; start += size, size *= 2) {
    for (const pod of create.slice(start, start + size)) {
      const error = createOne(hands, set, pod);
      if (error && !mayHaveHappened(error)) expectations.creationObserved();
      refusal ??= error;
    }
    if (refusal)
      for (let skipped = start + size; skipped < create.length; skipped++) expectations.creationObserved();
  }
  for (const pod of remove) {
    const error = deleteOne(hands, set, pod);
    if (error && !mayHaveHappened(error)) expectations.deletionObserved();
    if (error && !isGone(error)) refusal ??= error;
  }
  if (refusal) throw refusal;
};
