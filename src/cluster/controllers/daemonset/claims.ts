import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import { REVISION_HASH, revisionHashOf } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError } from '../../../kubernetes/refusals';
import type { Client } from '../../component/client';
import { ControllerRefManager } from '../../component/controllerRefManager';
import type { KnownPod, SetState } from './setState';

/** What belongs to daemon sets: pods and revisions, as their labels and owners say. */
export class Claims {
  readonly #client: Client;
  readonly #refs: ControllerRefManager;

  constructor(client: Client) {
    this.#client = client;
    this.#refs = new ControllerRefManager(client, resources.daemonsets);
  }

  /**
   * Adopts, releases or drops the pods that events have touched. What cannot be done now stays touched.
   * @throws ApiError the first refusal, after everything else was tried
   * @see k8s.io/kubernetes/pkg/controller ClaimPods
   */
  pods(state: SetState): void {
    let refusal: ApiError | undefined;
    for (const known of state.touched.splice(0)) {
      try {
        this.#pod(state, known);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        state.touched.push(known);
        refusal ??= error;
      }
    }
    if (refusal) throw refusal;
  }

  /** Those of the revisions that belong to the set. */
  revisions(state: SetState, candidates: Iterable<ControllerRevision>): ControllerRevision[] {
    const claimed: ControllerRevision[] = [];
    for (const revision of candidates) {
      const matches = state.matches(revision.metadata.labels);
      const kept = this.#refs.claim(state.set, matches, resources.controllerrevisions, revision);
      if (kept) claimed.push(kept);
    }
    return claimed;
  }

  /** Gives all pods of the set this hash. Returns how many had another one. */
  relabel(state: SetState, hash: string): number {
    this.pods(state);
    const strangers = [...state.nodes()]
      .flatMap(({ pods }) => pods)
      .filter((pod) => revisionHashOf(pod) !== hash);
    for (const pod of strangers) {
      this.#client.amend<Pod>(pod, resources.pods, (current) => ({
        ...current,
        metadata: { ...current.metadata, labels: { ...current.metadata.labels, [REVISION_HASH]: hash } },
      }));
    }
    return strangers.length;
  }

  #pod(state: SetState, known: KnownPod): void {
    const { pod } = known;
    const kept =
      pod && !state.stillHas(known, pod)
        ? this.#refs.claim(state.set, state.matches(pod.metadata.labels), resources.pods, pod)
        : pod;
    if (kept) state.keep(known, kept);
    else state.drop(known);
  }
}
