import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError, NAMESPACE_TERMINATING } from '../../kubernetes/refusals';
import type { Client, NewObject } from './client';
import type { ControllerExpectations } from './expectations';
import { isGone } from './gone';
import type { EventRecorder } from './recorder';
import { slowStartBatch } from './slowStart';

/** Nothing is created any more where the namespace is on its way out. */
const isForNothing = (error: ApiError): boolean =>
  error.status.causes?.some(({ reason }) => reason === NAMESPACE_TERMINATING) ?? false;

/**
 * Creates and deletes pods for owners of any kind, and says so in the owners' events: SuccessfulCreate, FailedCreate,
 * SuccessfulDelete, FailedDelete.
 * @see k8s.io/kubernetes/pkg/controller RealPodControl
 */
export class PodControl {
  readonly #client: Client;
  readonly #recorder: EventRecorder;
  readonly #burst: number;

  /** @param burst at most so many pods are created, and deleted, in one go */
  constructor(client: Client, recorder: EventRecorder, burst: number) {
    this.#client = client;
    this.#recorder = recorder;
    this.#burst = burst;
  }

  /**
   * Does what an owner's sync has decided, as far as one go allows. Creations start slowly, so that an owner that
   * cannot create pods does not flood the API server. What failed is not expected, even if only the reply was lost: the
   * next sync may do it twice, and the one after that puts it right. Only in a namespace that is on its way out a
   * creation is neither told nor tried again, but waited for.
   * @param expectations those of the owner: what is done is expected to be seen
   * @param now model time in ms
   * @throws ApiError the first refusal, after everything else was tried
   * @see k8s.io/kubernetes/pkg/controller/daemon syncNodes
   */
  carryOut(
    owner: KubeObject,
    expectations: ControllerExpectations,
    creations: readonly NewObject[],
    deletions: readonly Pod[],
    now: number,
  ): void {
    const create = creations.slice(0, this.#burst);
    const remove = deletions.slice(0, this.#burst);
    expectations.expect(create.length, remove.length, now);
    let refusal: ApiError | undefined;
    const tried = slowStartBatch(create, (pod) => {
      const error = this.#create(owner, pod);
      if (!error || isForNothing(error)) return true;
      expectations.lower(1, 0);
      refusal ??= error;
      return false;
    });
    expectations.lower(create.length - tried, 0);
    // What somebody else has deleted is as good as deleted; another pod of its name is not ours to delete.
    for (const pod of remove) {
      const error = this.#delete(owner, pod);
      if (error) expectations.lower(0, 1);
      if (error && !isGone(error)) refusal ??= error;
    }
    if (refusal) throw refusal;
  }

  #create(owner: KubeObject, pod: NewObject): ApiError | undefined {
    try {
      const created = this.#client.create<Pod>(pod);
      this.#recorder.record(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${created.metadata.name}`);
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!isForNothing(error))
        this.#recorder.record(owner, 'Warning', 'FailedCreate', `Error creating: ${error.message}`);
      return error;
    }
  }

  #delete(owner: KubeObject, pod: Pod): ApiError | undefined {
    try {
      this.#client.delete(resources.pods, pod);
      this.#recorder.record(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`);
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!isGone(error))
        this.#recorder.record(owner, 'Warning', 'FailedDelete', `Error deleting: ${error.message}`);
      return error;
    }
  }
}
