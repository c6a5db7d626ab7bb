import { deepEqual } from '../../../kubernetes/fields/equality';
import { isTerminating } from '../../../kubernetes/fields/meta';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { FailedPodsBackoff } from '../../component/backoff';
import { BURST, carryOut } from '../../component/batches';
import { claim } from '../../component/claims';
import { Component, type Surroundings } from '../../component/component';
import { historyOf, outdated } from './history';
import { Knowledge } from './knowledge';
import { type Decision, decide } from './manage';
import type { Place } from './place';
import { Pins, podsFor, REVISION_HASH } from './podTemplate';
import { nextStep } from './rollingUpdate';
import type { KnownPod, SetState } from './setState';
import { statusOf } from './status';

/**
 * Keeps one pod of each daemon set on every node that should run one. A sync claims pods, puts right what is wrong
 * node by node, moves a rolling update one step on, and writes the status. It costs what changed since the last one.
 * @see k8s.io/kubernetes/pkg/controller/daemon DaemonSetsController
 */
export class DaemonSetController extends Component {
  readonly #knowledge: Knowledge;
  readonly #backoff = new FailedPodsBackoff();
  readonly #pins = new Pins();

  constructor(surroundings: Surroundings) {
    super('daemonset-controller', surroundings);
    const knowledge = new Knowledge(this.settings, (key) => this.queue.add(key));
    this.watch<Namespace>(resources.namespaces, (event) => knowledge.onNamespace(event));
    this.watch<Node>(resources.nodes, (event) => {
      knowledge.onNode(event);
      if (event.type === 'DELETED') this.#pins.forget(event.object.metadata.name);
    });
    this.watch<DaemonSet>(resources.daemonsets, (event) => {
      knowledge.onSet(event);
      if (event.type === 'DELETED') this.#backoff.forget(`${event.object.metadata.uid}/`);
    });
    this.watch<ControllerRevision>(resources.controllerrevisions, (event) => knowledge.onRevision(event));
    this.watch<Pod>(resources.pods, (event) => knowledge.onPod(event));
    this.#knowledge = knowledge;
  }

  protected override sync(key: string): void {
    const state = this.#knowledge.set(key);
    if (!state || isTerminating(state.set)) return;
    if (!state.history) {
      let relabelled = 0;
      state.history = historyOf(this.client, state.set, this.#claimRevisions(state), (hash) => {
        relabelled = this.#relabelPods(state, hash);
      });
      // The news of it brings the set back. Until then its pods seem to be made from other templates.
      if (relabelled > 0) return;
    }
    const hash = state.history.current.metadata.labels?.[REVISION_HASH] ?? '';
    this.#claimPods(state);
    this.#refresh(state, hash);
    const ready = state.expectations.met(this.loop.now);
    try {
      if (ready) this.#act(state, hash);
    } finally {
      this.#writeStatus(state, ready);
    }
  }

  #act(state: SetState, hash: string): void {
    this.#manage(state, hash);
    if (state.expectations.met(this.loop.now)) this.#rollOut(state, hash);
    this.#forgetHistory(state);
  }

  /** Puts the pods of every place right whose view has changed. */
  #manage(state: SetState, hash: string): void {
    for (const place of state.takeUnmanaged()) this.#decide(state, place, hash);
    const needy = firstOf(state.needs, BURST);
    const surplus = firstOf(podsToDelete(state), BURST);
    this.#carryOut(state, hash, needy, surplus);
  }

  #decide(state: SetState, place: Place, hash: string): void {
    const { view, pods } = place;
    if (!view?.exists) {
      state.setNeeds(place, false, view ? waitingForNothing(pods) : []);
      return;
    }
    const decision = decide(view, pods, state.set, hash, this.loop.now);
    state.setNeeds(place, decision.create, this.#unwanted(state, place, decision));
  }

  /** The pods of a place that must go. */
  #unwanted(state: SetState, place: Place, { remove, failed, succeeded }: Decision): readonly Pod[] {
    if (failed.length === 0 && succeeded.length === 0) return remove;
    for (const { metadata } of succeeded) {
      this.recorder.record(
        state.set,
        'Normal',
        'SucceededDaemonPod',
        `Found succeeded daemon pod ${metadata.namespace}/${metadata.name} on node ${place.node}, will try to delete it`,
      );
    }
    return [...remove, ...failed.filter((pod) => this.#mayReplaceFailed(state, place, pod)), ...succeeded];
  }

  #mayReplaceFailed(state: SetState, place: Place, pod: Pod): boolean {
    const { set } = state;
    const { node } = place;
    const key = `${set.metadata.uid}/${set.status.observedGeneration ?? 0}/${node}`;
    const wait = this.#backoff.remaining(key, this.loop.now);
    if (wait > 0) {
      this.#lookAgain(state, place, wait);
      return false;
    }
    this.#backoff.next(key, this.loop.now);
    const { namespace, name } = pod.metadata;
    this.recorder.record(
      set,
      'Warning',
      'FailedDaemonPod',
      `Found failed daemon pod ${namespace}/${name} on node ${node}, will try to kill it`,
    );
    return true;
  }

  #rollOut(state: SetState, hash: string): void {
    if (state.set.spec.updateStrategy?.type !== 'RollingUpdate') return;
    const step = nextStep(state.set, state.tally);
    const old = step.replace.flatMap(({ pods }) =>
      pods.filter((pod) => !isTerminating(pod) && !state.isCurrent(pod)),
    );
    this.#carryOut(state, hash, step.surge, old);
  }

  #carryOut(state: SetState, hash: string, needy: readonly Place[], remove: readonly Pod[]): void {
    if (needy.length === 0 && remove.length === 0) return;
    const make = podsFor(state.set, hash, this.settings.legacyScheduling ? undefined : this.#pins);
    const creations = needy.slice(0, BURST).map(({ node }) => make(node));
    const hands = { client: this.client, recorder: this.recorder };
    carryOut(hands, state.set, state.expectations, creations, remove, this.loop.now);
  }

  #forgetHistory(state: SetState): void {
    const limit = state.set.spec.revisionHistoryLimit ?? 10;
    const forgotten = outdated(state.history?.old ?? [], limit, (hash) => state.isLive(hash));
    for (const revision of forgotten) this.client.delete(resources.controllerrevisions, revision);
  }

  #writeStatus(state: SetState, observed: boolean): void {
    const { set } = state;
    const status = statusOf(set, state.tally, observed);
    if (deepEqual(status, set.status)) return;
    this.client.amendStatus(set, resources.daemonsets, (current) =>
      current.metadata.uid === set.metadata.uid
        ? statusOf({ ...set, status: current.status }, state.tally, observed)
        : undefined,
    );
  }

  /** Adopts, releases or drops the pods that events have touched. What cannot be done now stays touched. */
  #claimPods(state: SetState): void {
    const { touched } = state;
    let done = 0;
    try {
      for (; done < touched.length; done++) this.#claimPod(state, touched[done] as KnownPod);
    } finally {
      touched.splice(0, done);
    }
  }

  #claimPod(state: SetState, known: KnownPod): void {
    const { pod } = known;
    const kept =
      pod && !state.stillHas(known, pod)
        ? claim(this.client, state.set, state.matches(pod.metadata.labels), resources.pods, pod)
        : pod;
    if (kept) state.keep(known, kept);
    else state.drop(known);
  }

  /** Gives all pods of the set this hash. Returns how many had another one. */
  #relabelPods(state: SetState, hash: string): number {
    this.#claimPods(state);
    const strangers = [...state.places()]
      .flatMap(({ pods }) => pods)
      .filter(({ metadata }) => metadata.labels?.[REVISION_HASH] !== hash);
    for (const pod of strangers) {
      this.client.amend<Pod>(pod, resources.pods, (current) => ({
        ...current,
        metadata: { ...current.metadata, labels: { ...current.metadata.labels, [REVISION_HASH]: hash } },
      }));
    }
    return strangers.length;
  }

  #claimRevisions(state: SetState): ControllerRevision[] {
    const claimed: ControllerRevision[] = [];
    for (const revision of this.#knowledge.revisionsNear(state.set)) {
      const matches = state.matches(revision.metadata.labels);
      const kept = claim(this.client, state.set, matches, resources.controllerrevisions, revision);
      if (kept) claimed.push(kept);
    }
    return claimed;
  }

  /** Brings the views of changed nodes up to date; of all nodes, if what they depend on has changed. */
  #refresh(state: SetState, hash: string): void {
    const now = this.loop.now;
    if (state.prepare(this.#knowledge.projectSelector(state.set), hash)) {
      for (const node of this.#knowledge.nodeNames(this.loop.random)) state.markChanged(state.placeOf(node));
      for (const place of state.places()) state.markChanged(place);
    }
    state.noticeAvailable(now);
    for (const place of state.takeChanged()) {
      state.refresh(place, now);
      this.#awaitAvailability(state, place);
    }
  }

  /**
   * A pod that is ready becomes available by mere passing of time. The controller comes back for it if the status
   * waits for it. It does not for a new pod beside an old one: a surge with minReadySeconds rests until something
   * else happens to the set, as recorded from Kubernetes 1.36.
   */
  #awaitAvailability(state: SetState, place: Place): void {
    if (place.view?.availableAt === undefined) return;
    const { availableAt: due, awaited } = place.view;
    state.expectAvailable(place, due);
    if (!awaited || state.wakeUps.has(due)) return;
    state.wakeUps.add(due);
    const { key } = state;
    this.after(due - this.loop.now, 'work', `pods of ${key} become available`, () => {
      state.wakeUps.delete(due);
      this.queue.add(key);
    });
  }

  #lookAgain(state: SetState, place: Place, delay: number): void {
    const { key } = state;
    this.after(delay, 'work', `a failed pod of ${key} on ${place.node} is replaced`, () => {
      state.markUnmanaged(place);
      this.queue.add(key);
    });
  }
}

/** Pods that wait for a node that is gone can never start; those bound to it are left to the pod collector. */
const waitingForNothing = (pods: readonly Pod[]): readonly Pod[] =>
  pods.filter((pod) => !pod.spec.nodeName && !isTerminating(pod));

function* podsToDelete({ surplus }: SetState): Iterable<Pod> {
  for (const place of surplus) yield* place.surplus;
}

const firstOf = <T>(items: Iterable<T>, count: number): T[] => {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length >= count) break;
    taken.push(item);
  }
  return taken;
};
