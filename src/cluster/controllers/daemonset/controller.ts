import { isTerminating } from '../../../kubernetes/fields/meta';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { revisionHashOf } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { Backoff } from '../../component/backoff';
import { Component, type Surroundings } from '../../component/component';
import { PodControl } from '../../component/podControl';
import { Claims } from './claims';
import { counts } from './daemonPods';
import { firstOf } from './firstOf';
import { historyOf, outdated } from './history';
import { Knowledge } from './knowledge';
import { LegacyRoom } from './legacyRoom';
import { type Decision, decide } from './manage';
import type { NodeState } from './nodeState';
import { Pins, podsFor } from './podTemplate';
import { advance } from './rollingUpdate';
import type { SetState } from './setState';
import { isOutdated, statusOf } from './status';

/** At most so many pods are created, and deleted, in one go, whatever maxUnavailable says. */
const BURST = 250;

/** Failed pods of a node are replaced: the first at once, the next a second later, then ever less often. */
const FIRST_DELAY = 1000;
const LONGEST_DELAY = 15 * 60_000;

/**
 * Keeps one pod of each daemon set on every node that should run one. A sync claims pods, puts right what is wrong
 * node by node, moves a rolling update one step on, and writes the status. It costs what changed since the last one.
 * @see k8s.io/kubernetes/pkg/controller/daemon DaemonSetsController
 */
export class DaemonSetController extends Component {
  readonly #knowledge: Knowledge;
  readonly #backoff = new Backoff(FIRST_DELAY, LONGEST_DELAY);
  readonly #pins = new Pins();
  readonly #claims = new Claims(this.client);
  readonly #legacyRoom = new LegacyRoom(this.client, this.recorder);
  readonly #podControl = new PodControl(this.client, this.recorder, BURST);

  constructor(surroundings: Surroundings) {
    super('daemonset-controller', surroundings);
    const knowledge = new Knowledge(this.settings, this.queue);
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
    this.watch<Pod>(resources.pods, (event) => {
      knowledge.onPod(event);
      if (event.type === 'DELETED')
        for (const key of this.#legacyRoom.resume(event.object)) this.queue.add(key);
    });
    this.#knowledge = knowledge;
    this.resync(() => {
      for (const key of knowledge.keys) this.queue.add(key);
    });
  }

  protected override sync(key: string): void {
    const state = this.#knowledge.set(key);
    if (!state || isTerminating(state.set)) return;
    if (!state.history) {
      const revisions = this.#claims.revisions(state, this.#knowledge.revisionsNear(state.set));
      let relabelled = 0;
      state.history = historyOf(this.client, state.set, revisions, (hash) => {
        relabelled = this.#claims.relabel(state, hash);
      });
      // The news of it brings the set back. Until then its pods seem to be made from other templates.
      if (relabelled > 0) return;
    }
    const hash = revisionHashOf(state.history.current) ?? '';
    this.#claims.pods(state);
    this.#refresh(state, hash);
    const ready = state.expectations.satisfied(this.loop.now);
    try {
      if (ready) this.#act(state, hash);
    } finally {
      this.#writeStatus(state, ready);
    }
  }

  #act(state: SetState, hash: string): void {
    this.#manage(state, hash);
    if (state.expectations.satisfied(this.loop.now)) this.#rollOut(state, hash);
    this.#forgetHistory(state);
  }

  /**
   * Puts the pods of every node right whose view has changed.
   * @throws ApiError if a pod could not be created or deleted: then a rolling update waits, whatever its budget
   * @see k8s.io/kubernetes/pkg/controller/daemon updateDaemonSet, manage
   */
  #manage(state: SetState, hash: string): void {
    const generation = state.set.status.observedGeneration ?? 0;
    for (const node of state.heldBack.due(this.loop.now, generation)) state.markUnmanaged(node);
    for (const node of state.takeUnmanaged()) this.#decide(state, node, hash);
    const { delay } = state.heldBack;
    if (delay !== undefined) this.queue.addAfter(state.key, delay);
    const needy = firstOf(state.needs, BURST);
    const surplus = firstOf(podsToDelete(state), BURST);
    this.#carryOut(state, hash, needy, surplus);
  }

  #decide(state: SetState, node: NodeState, hash: string): void {
    const { view, pods } = node;
    state.heldBack.release(node);
    if (!view?.exists) {
      state.setNeeds(node, false, view ? waitingForNothing(pods) : []);
      return;
    }
    const decision = decide(view, pods, state.set, hash, this.loop.now);
    state.setNeeds(node, decision.create, this.#unwanted(state, node, decision));
  }

  /** The pods of a node that must go. */
  #unwanted(state: SetState, node: NodeState, { remove, failed, succeeded }: Decision): readonly Pod[] {
    if (failed.length === 0 && succeeded.length === 0) return remove;
    for (const { metadata } of succeeded) {
      this.recorder.record(
        state.set,
        'Normal',
        'SucceededDaemonPod',
        `Found succeeded daemon pod ${metadata.namespace}/${metadata.name} on node ${node.name}, will try to delete it`,
      );
    }
    return [...remove, ...failed.filter((pod) => this.#mayReplaceFailed(state, node, pod)), ...succeeded];
  }

  #mayReplaceFailed(state: SetState, node: NodeState, pod: Pod): boolean {
    const { set } = state;
    const key = `${set.metadata.uid}/${set.status.observedGeneration ?? 0}/${node.name}`;
    const { now } = this.loop;
    const wait = this.#backoff.remaining(key, now);
    if (wait > 0) {
      state.heldBack.hold(node, now + wait, this.#backoff.delay(key));
      return false;
    }
    this.#backoff.next(key, now);
    const { namespace, name } = pod.metadata;
    this.recorder.record(
      set,
      'Warning',
      'FailedDaemonPod',
      `Found failed daemon pod ${namespace}/${name} on node ${node.name}, will try to kill it`,
    );
    return true;
  }

  #rollOut(state: SetState, hash: string): void {
    if (state.set.spec.updateStrategy?.type !== 'RollingUpdate') return;
    const { replace, surge } = advance(state.set, state.tally);
    const old = replace.flatMap(({ pods }) =>
      pods.filter((pod) => !isTerminating(pod) && !state.isCurrent(pod)),
    );
    this.#carryOut(state, hash, surge, old);
  }

  #carryOut(state: SetState, hash: string, needy: readonly NodeState[], remove: readonly Pod[]): void {
    if (needy.length === 0 && remove.length === 0) return;
    const { legacyScheduling } = this.settings;
    const make = podsFor(state.set, hash, legacyScheduling ? undefined : this.#pins);
    const placed = legacyScheduling
      ? needy.filter((node) => this.#legacyRoom.has(state.set, state.key, node, make(node.name) as Pod))
      : needy;
    const creations = placed.slice(0, BURST).map(({ name }) => make(name));
    this.#podControl.carryOut(state.set, state.expectations, creations, remove, this.loop.now);
  }

  #forgetHistory(state: SetState): void {
    const limit = state.set.spec.revisionHistoryLimit ?? 10;
    const forgotten = outdated(state.history?.old ?? [], limit, (hash) => state.isLive(hash));
    for (const revision of forgotten) this.client.delete(resources.controllerrevisions, revision);
  }

  /**
   * Writes the status if it is out of date. While some ready pod is not available yet, the set is looked at again after
   * all of minReadySeconds, however soon that pod will be available: an alarm that was set before goes off earlier.
   * @see k8s.io/kubernetes/pkg/controller/daemon updateDaemonSetStatus
   */
  #writeStatus(state: SetState, observed: boolean): void {
    const { set, tally } = state;
    if (isOutdated(set, statusOf(set, tally, observed))) {
      this.client.amendStatus(set, resources.daemonsets, (current) =>
        current.metadata.uid === set.metadata.uid
          ? statusOf({ ...set, status: current.status }, tally, observed)
          : undefined,
      );
    }
    const { minReadySeconds = 0 } = set.spec;
    if (minReadySeconds > 0 && tally.ready !== tally.available)
      this.queue.addAfter(state.key, minReadySeconds * 1000);
  }

  /** Brings the views of changed nodes up to date; of all nodes, if what they depend on has changed. */
  #refresh(state: SetState, hash: string): void {
    const now = this.loop.now;
    if (state.prepare(this.#knowledge.projectSelector(state.set), hash)) {
      for (const name of this.#knowledge.nodeNames(this.loop.random)) state.markChanged(state.nodeOf(name));
      for (const node of state.nodes()) state.markChanged(node);
    }
    state.noticeAvailable(now);
    for (const node of state.takeChanged()) state.refresh(node, now);
  }
}

/**
 * Pods that wait for a node that is gone can never start; those bound to it are left to the pod collector. One that is
 * on its way out already is deleted once more.
 * @see k8s.io/kubernetes/pkg/controller/daemon getUnscheduledPodsWithoutNode
 */
const waitingForNothing = (pods: readonly Pod[]): readonly Pod[] =>
  pods.filter((pod) => !pod.spec.nodeName && counts(pod));

function* podsToDelete({ surplus }: SetState): Iterable<Pod> {
  for (const node of surplus) yield* node.surplus;
}
