import { deepEqual } from '../../../kubernetes/fields/equality';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { type Lease, NODE_LEASES } from '../../../kubernetes/kinds/lease/lease';
import { nodeCondition } from '../../../kubernetes/kinds/node/condition';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod, PodStatus } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StoreEvent } from '../../apiserver/registry/topic';
import { Component, type Surroundings } from '../../component/component';
import { Disruption, zoneOf } from './disruption';
import { Evictions } from './evictions';
import { SignsOfLife } from './signsOfLife';
import { evictingTaint, isGivenUp, repellingTaints, withManagedTaints } from './taints';
import { unknownConditions } from './unknown';

const statusOf = (node: Node, type: string): string | undefined => nodeCondition(node, type)?.status;

/**
 * Turns what kubelets report, and their silence, into conditions and taints. Cordon is a taint like any other.
 * @see pkg/controller/nodelifecycle/node_lifecycle_controller.go
 */
export class NodeLifecycleController extends Component {
  readonly #nodes = new Map<string, Node>();
  readonly #signs = new SignsOfLife();
  readonly #disruption = new Disruption();
  readonly #evictions = new Evictions({
    now: () => this.loop.now,
    after: (...timer) => this.after(...timer),
    onTurn: (node) => this.queue.add(node),
  });
  /** Nodes that have fallen silent, whose pods nobody has marked yet. */
  readonly #unvouched = new Set<string>();
  /** When a node will be looked at again, in words. */
  readonly #appointments = new Map<string, string>();

  constructor(surroundings: Surroundings) {
    super('node-controller', surroundings);
    this.watch<Node>(resources.nodes, (event) => this.#onNode(event));
    this.watch<Lease>(resources.leases, (event) => this.#onLease(event));
  }

  protected override sync(name: string): void {
    const node = this.#nodes.get(name);
    if (!node) return;
    const due = this.#signs.silentFrom(node);
    if (due !== undefined && due > this.loop.now) this.#lookAgain(node, due);
    else if (due !== undefined && statusOf(node, 'Ready') !== 'Unknown') {
      this.#declareUnknown(node);
      return;
    }
    const ready = statusOf(node, 'Ready');
    const zone = zoneOf(node);
    this.#evictions.keepPace(zone, this.#disruption.paceIn(zone));
    if (ready === 'True') {
      this.#evictions.forgive(name);
      this.#unvouched.delete(name);
    }
    this.#setTaints(node);
    if (this.#unvouched.has(name)) this.#markPodsUnready(name);
  }

  #lookAgain(node: Node, due: number): void {
    const { name } = node.metadata;
    // Nobody settles for a node that somebody has only written down: it has no machine.
    const kind = this.#signs.hasMachine(name) ? 'work' : 'background';
    const appointment = `${kind} at ${due}`;
    if (this.#appointments.get(name) === appointment) return;
    this.#appointments.set(name, appointment);
    this.after(due - this.loop.now, kind, `the silence of ${name} is noticed`, () => {
      this.#appointments.delete(name);
      this.queue.add(name);
    });
  }

  #declareUnknown(node: Node): void {
    const wasReady = statusOf(node, 'Ready') === 'True';
    if (wasReady) this.#unvouched.add(node.metadata.name);
    this.client.amendStatus<Node>(node, resources.nodes, (current) => ({
      ...current.status,
      conditions: unknownConditions(current, this.loop.now),
    }));
    if (!wasReady) return;
    this.recorder.record(
      node,
      'Normal',
      'NodeNotReady',
      `Node ${node.metadata.name} status is now: NodeNotReady`,
    );
  }

  #setTaints(node: Node): void {
    const evicting = evictingTaint(node);
    const wanted = repellingTaints(node);
    if (evicting && this.#evicts(node)) wanted.push(evicting);
    this.client.amend<Node>(node, resources.nodes, (current) =>
      withManagedTaints(current, wanted, this.loop.now),
    );
  }

  /**
   * Whether pods are to leave a node that is not ready. Nodes are given up one at a time; one that was given up stays
   * so until it is back, or until no node answers any more.
   */
  #evicts(node: Node): boolean {
    const { name } = node.metadata;
    const { isTotal } = this.#disruption;
    const isMarked = isGivenUp(node);
    if (isTotal || isMarked) this.#evictions.forgive(name);
    return (isMarked && !isTotal) || this.#evictions.isTurnOf(name, zoneOf(node));
  }

  /**
   * Nobody can vouch for pods on a node that was ready and does not report any more. A kubelet that reports its own node
   * not ready still speaks for its pods.
   * @see pkg/controller/nodelifecycle/node_lifecycle_controller.go monitorNodeHealth
   */
  #markPodsUnready(name: string): void {
    for (const pod of this.client.list<Pod>(resources.pods, { fieldSelector: `spec.nodeName=${name}` })) {
      const was = pod.status;
      const { status } = this.client.amendStatus<Pod>(pod, resources.pods, (current) =>
        unready(current.status, this.loop.now),
      );
      if (status !== was) this.recorder.record(pod, 'Warning', 'NodeNotReady', 'Node is not ready');
    }
    this.#unvouched.delete(name);
  }

  #onNode({ type, object: node, before }: StoreEvent<Node>): void {
    const { name } = node.metadata;
    if (this.#disruption.note(before, type === 'DELETED' ? undefined : node))
      for (const each of this.#nodes.keys()) this.queue.add(each);
    if (type === 'DELETED') {
      this.#nodes.delete(name);
      this.#signs.forget(name);
      this.#unvouched.delete(name);
      this.#evictions.forgive(name);
      return;
    }
    this.#nodes.set(name, node);
    // Whoever declared it silent may not have come so far as its pods.
    if (!before && statusOf(node, 'Ready') === 'Unknown') this.#unvouched.add(name);
    this.#signs.hear(before, node, this.loop.now);
    if (!before || !deepEqual(before.spec, node.spec) || before.status !== node.status) this.queue.add(name);
  }

  #onLease({ type, object: lease }: StoreEvent<Lease>): void {
    const { name, namespace } = lease.metadata;
    if (namespace !== NODE_LEASES) return;
    this.#signs.note(name, type === 'DELETED' ? undefined : lease, this.loop.now);
    if (type !== 'DELETED' && lease.spec.renewTime !== undefined) this.queue.add(name);
  }
}

const unready = (status: PodStatus, now: number): PodStatus | undefined => {
  const conditions = status.conditions ?? [];
  if (!conditions.some((each) => each.type === 'Ready' && each.status === 'True')) return undefined;
  const marked = conditions.map((each) =>
    each.type === 'Ready' ? { ...each, status: 'False', lastTransitionTime: toTimestamp(now) } : each,
  );
  return { ...status, conditions: marked };
};
