import { isTerminating } from '../../kubernetes/fields/meta';
import type { Node } from '../../kubernetes/kinds/node/node';
import { isGated } from '../../kubernetes/kinds/pod/gates';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import { storageResources } from '../../kubernetes/kinds/storage/resources';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';
import { SeriesRecorder } from '../component/seriesRecorder';
import { bestFor } from './choice';
import { type Obstacle, obstacleOf, rejectionOf } from './filters';
import { type Known, newlyKnown } from './known';
import { NO_NODES, nowhere, ruledOut } from './message';
import { PodsAround } from './neighbourhood';
import { Nominations } from './nominations';
import { type Place, Places } from './places';
import { nodeAffinity, nodesNamedBy } from './plugins/nodeAffinity';
import type { FilterPlugin, News } from './plugins/plugin';
import { PostFilter } from './postFilter';
import { priorityOf } from './preemption';
import { Remarks } from './remarks';
import { type Clock, SchedulingQueue } from './schedulingQueue';
import { storageNews } from './storage';
import { VolumeBinder } from './volumeBinder';

/**
 * Binds pods to nodes: filters by cordon, taints, affinity, host ports, room, storage and the pods near, prefers nodes that no taint asks to
 * avoid, and of these the emptiest, and has pods of lower priority make room where that helps. A pod that fits nowhere
 * waits until there is news that may help it, or for five minutes.
 * @see pkg/scheduler/schedule_one.go
 * @see pkg/scheduler/eventhandlers.go
 */
export class Scheduler extends Component<number> {
  readonly #places = new Places();
  /** Pods by serial. */
  readonly #pods: (Known | undefined)[] = [];
  readonly #clock: Clock = {
    now: () => this.loop.now,
    after: (...timer) => this.after(...timer),
    cancel: (timer) => this.loop.cancel(timer),
  };
  readonly #line = new SchedulingQueue({
    ...this.#clock,
    onTurn: (turn) => this.queue.add(turn),
  });
  /** Room that is being made. */
  readonly #nominations = new Nominations<Known>();
  readonly #around = new PodsAround(this.client, this.#places.byNode);
  /** Pods whose node has been chosen, and whose volumes have to be bound first. */
  readonly #volumes: VolumeBinder;
  readonly #remarks: Remarks;
  readonly #postFilter: PostFilter;

  constructor(surroundings: Surroundings) {
    super('default-scheduler', surroundings, 'kube-scheduler');
    const events = new SeriesRecorder(this.client, this.loop, (...timer) => this.after(...timer), this.name);
    this.#remarks = new Remarks(this.client, events, this.#clock.now);
    this.#postFilter = new PostFilter(this.client, this.loop, events, this.#nominations, this.#around);
    this.#volumes = new VolumeBinder(this.client, this.#around.storage, {
      ...this.#clock,
      onBound: (known, info, node) => this.#attempt(known, () => this.#bind(known, info, node)),
      onTrouble: (known, why) => this.#attempt(known, () => this.#giveUp(known, why)),
    });
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
    for (const resource of Object.values<ResourceType>(storageResources)) {
      this.watch(resource, (event) => {
        this.#hear(storageNews(event));
        this.#volumes.hear();
      });
    }
  }

  /** Tries the pod whose turn it is. What goes wrong for other reasons than the pod's is tried again soon. */
  protected override sync(): void {
    const known = this.#line.take();
    if (known?.isPending) this.#attempt(known, () => this.#schedule(known));
  }

  #attempt(known: Known, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (known.isPending) this.#line.failed(known, 'work');
    }
  }

  /** Tries the node first that was promised to the pod, or the only one that it names. */
  #schedule(known: Known): void {
    this.#around.attempt++;
    this.#place(known, undefined);
    if (this.#places.present === 0) {
      this.#line.failed(known, 'background');
      this.#remarks.notBound(known.pod, NO_NODES, undefined);
      return;
    }
    const named = nodesNamedBy(known.pod);
    const rejection = rejectionOf(known.pod, named, this.#around);
    if (rejection) {
      this.#line.refused(known, new Set([rejection.plugin]));
      const why = ruledOut(this.#places.present, rejection.message);
      this.#remarks.notBound(known.pod, why, known.pod.status.nominatedNodeName);
      return;
    }
    const only = named?.length === 1 ? named[0] : undefined;
    const first = this.#places.of(known.pod.status.nominatedNodeName ?? only);
    if (first?.node && !this.#obstacle(known, first.node, first)) this.#prepare(known, first, first.node);
    else this.#choose(known, named);
  }

  /** Binds the pod to the best of the nodes that it may go to. */
  #choose(known: Known, named: readonly string[] | undefined): void {
    const places = named ? named.map((name) => this.#places.of(name)) : this.#places.byNode.values();
    const obstacles = new Map<Place, Obstacle>();
    const fitting: Place[] = [];
    for (const info of places) {
      if (!info?.node) continue;
      const obstacle = this.#obstacle(known, info.node, info);
      if (obstacle) obstacles.set(info, obstacle);
      else fitting.push(info);
    }
    const best = bestFor(known.pod, fitting, this.loop.random);
    if (best?.node) {
      this.#prepare(known, best, best.node);
      return;
    }
    const refusedBy = new Set([...obstacles.values()].map(({ plugin }) => plugin));
    if (named) refusedBy.add(nodeAffinity);
    const looked = [...obstacles.values()].map(({ reasons }) => reasons);
    const elsewhere = named ? `node(s) didn't satisfy plugin(s) [${nodeAffinity.name}]` : undefined;
    this.#reject(known, nowhere(this.#places.present, looked, elsewhere), obstacles, refusedBy);
  }

  #obstacle(known: Known, node: Node, info: Place): Obstacle | undefined {
    return obstacleOf(known.pod, node, this.#nominations.seenBy(known, info), this.#around);
  }

  /**
   * Binds the pod to the node that was chosen for it, as soon as it has its volumes. Until then it takes room there.
   * @see pkg/scheduler/schedule_one.go bindingCycle
   */
  #prepare(known: Known, info: Place, node: Node): void {
    if (!this.#volumes.begin(known, info, node)) {
      this.#bind(known, info, node);
      return;
    }
    this.#nominations.set(known, undefined);
    this.#place(known, info);
  }

  /**
   * The pod could not have its volumes on the node that was chosen for it: it is tried again.
   * @see pkg/scheduler/schedule_one.go handleBindingCycleError
   */
  #giveUp(known: Known, why: string): void {
    this.#place(known, undefined);
    this.#hear({ type: 'pod gone', pod: known.pod });
    this.#line.failed(known, 'work');
    this.#remarks.notBound(known.pod, why, undefined, 'SchedulerError');
  }

  /**
   * Binds the pod. It takes room from now on, though nobody has told of it yet, and if the reply is lost until it is
   * tried again: by then it is known what became of it.
   * @see pkg/scheduler/schedule_one.go assume, handleBindingCycleError
   */
  #bind(known: Known, info: Place, { metadata }: Node): void {
    const { pod } = known;
    try {
      this.client.bind(pod, metadata.name);
    } catch (error) {
      if (error instanceof ApiError && error.reason === 'Timeout') this.#place(known, info);
      throw error;
    }
    this.#settled(known);
    this.#place(known, info);
    this.#remarks.bound(pod, metadata.name);
  }

  /** The pod fits nowhere: others may have to make room. */
  #reject(
    known: Known,
    why: string,
    obstacles: ReadonlyMap<Place, Obstacle>,
    refusedBy: ReadonlySet<FilterPlugin>,
  ): void {
    this.#line.refused(known, refusedBy);
    const { pod } = known;
    const promised = this.#places.of(pod.status.nominatedNodeName);
    const help = this.#postFilter.look(known, obstacles, promised, this.#places.present);
    this.#nominations.set(known, help.nominated);
    this.#remarks.notBound(
      known.pod,
      help.message === undefined ? why : `${why} ${help.message}`,
      help.nominated,
    );
    if (help.best) this.#postFilter.makeRoom(known, help.best);
  }

  #onNode(event: StoreEvent<Node>): void {
    const { type, object, before } = event;
    this.#places.hear(event);
    if (type === 'DELETED' || before?.metadata.labels !== object.metadata.labels) this.#volumes.hear();
    if (type === 'DELETED') this.#hear({ type: 'node removed', node: object });
    else if (before) this.#hear({ type: 'node updated', before, node: object });
    else {
      this.#line.expectSuccess();
      this.#hear({ type: 'node added', node: object });
    }
  }

  #onPod({ type, object: pod, serial }: StoreEvent<Pod>): void {
    const acquainted = this.#pods[serial];
    const known = acquainted ?? newlyKnown(serial, pod);
    this.#pods[serial] = known;
    const before = known.pod;
    known.pod = pod;
    if (type === 'DELETED' || isTerminal(pod)) {
      if (type === 'DELETED') this.#pods[serial] = undefined;
      this.#gone(known);
    } else if (pod.spec.nodeName) {
      this.#settled(known);
      this.#place(known, this.#places.at(pod.spec.nodeName));
      if (!acquainted || !before.spec.nodeName) this.#tellNeighbours({ type: 'pod placed', pod });
      else if (before.metadata.labels !== pod.metadata.labels)
        this.#tellNeighbours({ type: 'pod updated', before, pod });
    } else if (pod.spec.schedulerName === 'default-scheduler' && !isTerminating(pod) && !isGated(pod)) {
      this.#pending(known, before);
    } else {
      this.#settled(known);
      this.#place(known, undefined);
    }
  }

  /** A pod that has to be bound is new, or has changed. */
  #pending(known: Known, before: Pod): void {
    const { pod } = known;
    if (this.#volumes.has(known)) return;
    this.#nominations.set(known, pod.status.nominatedNodeName);
    if (!known.isPending) {
      known.isPending = true;
      this.#around.note(known);
      this.#line.add(known);
      return;
    }
    this.#line.hear({ type: 'pod updated', before, pod }, (each) => each === known);
    const promised = before.status.nominatedNodeName;
    if (promised && promised !== pod.status.nominatedNodeName) this.#roomIsFree(before);
  }

  /** A pod has left the cluster, or has ended: the room that it took, or that was kept for it, is free. */
  #gone(known: Known): void {
    const tookRoom = known.info !== undefined;
    const wasPending = known.isPending;
    this.#settled(known);
    this.#place(known, undefined);
    if (tookRoom) this.#hear({ type: 'pod gone', pod: known.pod });
    else if (wasPending && known.pod.status.nominatedNodeName) this.#roomIsFree(known.pod);
  }

  /** Room was kept for a pod from all that are no more important. */
  #roomIsFree(pod: Pod): void {
    this.#line.hear({ type: 'pod gone', pod }, (each) => priorityOf(each.pod) <= priorityOf(pod));
  }

  #hear(news: News | undefined): void {
    if (news) this.#line.hear(news);
  }

  /** There is no node to look for any more. */
  #settled(known: Known): void {
    if (!known.isPending) return;
    known.isPending = false;
    this.#volumes.forget(known);
    this.#around.note(known);
    this.#nominations.set(known, undefined);
    this.#line.forget(known);
  }

  /** The pod takes room on this node, if any, and nowhere else. */
  #place(known: Known, info: Place | undefined): void {
    if (known.info === info) return;
    known.info?.remove(known);
    info?.add(known);
    known.info = info;
    this.#around.note(known);
  }

  /** Pods that mind who is near hear of pods that come or change. */
  #tellNeighbours(news: News): void {
    if (this.#around.isWatched) this.#line.hear(news, (each) => this.#around.isParticular(each));
  }
}
