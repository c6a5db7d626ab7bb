import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../../kubernetes/kinds/pod/state';
import { resources } from '../../../kubernetes/kinds/resources';
import { NodeInfo, type ResourceShortage } from '../../capacity/nodeInfo';
import type { Client } from '../../component/client';
import type { EventRecorder } from '../../component/recorder';
import type { NodeState } from './nodeState';

/**
 * Whether pods fit, in the legacy model: no scheduler looks for room there, so the controller does, and says what is
 * missing. It looks at no priority.
 * @see k8s.io/kubernetes/pkg/controller/daemon nodeShouldRunDaemonPod, simulate, in releases before 1.12
 */
export class LegacyRoom {
  readonly #client: Client;
  readonly #recorder: EventRecorder;
  /** Keys of sets that found no room, by node. */
  readonly #suspended = new Map<string, Set<string>>();

  constructor(client: Client, recorder: EventRecorder) {
    this.#client = client;
    this.#recorder = recorder;
  }

  /** Whether a pod of the set may be created for the node. */
  has(set: DaemonSet, key: string, node: NodeState, pod: Pod): boolean {
    const info = this.#infoOf(node);
    const [shortage] = info.shortages(pod);
    if (!shortage && !info.takenPort(pod)) return true;
    const waiting = this.#suspended.get(node.name);
    if (waiting) waiting.add(key);
    else this.#suspended.set(node.name, new Set([key]));
    // A port that is taken is nothing to speak of: it may be on purpose.
    if (shortage) this.#tell(set, node.name, shortage);
    return false;
  }

  /** The sets that may find room now that this pod is gone from its node. */
  resume({ spec: { nodeName = '' } }: Pod): Iterable<string> {
    const keys = this.#suspended.get(nodeName) ?? [];
    this.#suspended.delete(nodeName);
    return keys;
  }

  /** The node with what runs there. None of it is the set's own: it has a pod to create there. */
  #infoOf({ name, slot }: NodeState): NodeInfo {
    const info = new NodeInfo();
    info.node = slot.object;
    for (const other of this.#client.list<Pod>(resources.pods))
      if (other.spec.nodeName === name && !isTerminal(other)) info.add({ pod: other });
    return info;
  }

  #tell(set: DaemonSet, node: string, { resource, requested, used, capacity }: ResourceShortage): void {
    this.#recorder.record(
      set,
      'Warning',
      'FailedPlacement',
      `failed to place pod on "${node}": Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
    );
  }
}
