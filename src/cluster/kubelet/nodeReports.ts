import { nodeCondition } from '../../kubernetes/kinds/node/condition';
import type { Node, NodeCondition } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import type { Machine } from '../../port/world';
import type { Client } from '../component/client';
import type { EventRecorder } from '../component/recorder';
import type { Loop } from '../simulation/loop';
import type { Host } from './local';
import { nodeOf, ownLabelsOf } from './node';
import { mergedConditions, reportedConditions } from './nodeConditions';
import { nodeInfoOf } from './nodeFacts';

/** `NodeReady`, `NodeHasDiskPressure`, `NodeHasSufficientMemory` */
const reasonOf = ({ type, status, reason = '' }: NodeCondition): string =>
  type === 'Ready' ? `Node${status === 'True' ? '' : 'Not'}Ready` : reason.replace(/^Kubelet/, 'Node');

/** Tells an event of a node. */
export type TellOfNode = NodeReports['tell'];

/** What kubelets tell of their nodes. */
export class NodeReports {
  readonly #client: Client;
  readonly #loop: Loop;
  readonly #recorder: EventRecorder;

  constructor(client: Client, loop: Loop, recorder: EventRecorder) {
    this.#recorder = recorder;
    this.#client = client;
    this.#loop = loop;
  }

  /** @throws ApiError if there is a node of that name */
  register(machine: Machine, address: string, isSimulated: boolean): void {
    this.#client.create(nodeOf(machine, address, this.#loop.now, isSimulated));
  }

  /**
   * The node's conditions, as its kubelet sees them. What has changed is told.
   * @see pkg/kubelet/nodestatus/setters.go
   */
  report(host: Host): void {
    const { node } = host.info;
    if (!node) return;
    const reported = reportedConditions(host, this.#loop.now);
    const changed = reported.filter(({ type, status }) => nodeCondition(node, type)?.status !== status);
    this.#client.amendStatus<Node>(node, resources.nodes, ({ status }) => ({
      ...status,
      conditions: mergedConditions(status.conditions ?? [], reported),
    }));
    for (const each of changed)
      this.tell(host, 'Normal', reasonOf(each), `Node ${host.machine.name} status is now: ${reasonOf(each)}`);
  }

  /** The machine has been started once more. */
  reportReboot(host: Host): void {
    const { node } = host.info;
    if (!node) return;
    const nodeInfo = nodeInfoOf(host.machine, host.boots);
    this.#client.amendStatus<Node>(node, resources.nodes, ({ status }) => ({ ...status, nodeInfo }));
    const { name } = host.machine;
    this.tell(host, 'Warning', 'Rebooted', `Node ${name} has been rebooted, boot id: ${nodeInfo?.bootID}`);
  }

  /** Kubelets know their node by its name alone. */
  tell({ machine: { name } }: Host, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const about = { apiVersion: 'v1', kind: 'Node', metadata: { name, uid: name } };
    this.#recorder.record(about, type, reason, message, { host: name });
  }

  /**
   * A kubelet that has just been started puts the labels back that say what its machine is. One that runs does not look.
   * @see k8s.io/kubernetes/pkg/kubelet tryRegisterWithAPIServer, updateDefaultLabels
   */
  relabel({ machine, info: { node } }: Host): void {
    const own = ownLabelsOf(machine);
    const labels = node?.metadata.labels;
    if (!node || Object.entries(own).every(([key, value]) => labels?.[key] === value)) return;
    this.#client.amend<Node>(node, resources.nodes, (current) => ({
      ...current,
      metadata: { ...current.metadata, labels: { ...current.metadata.labels, ...own } },
    }));
  }
}
