import { toTimestamp } from '../../kubernetes/fields/time';
import { type Lease, NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import type { Machine } from '../../port/world';
import type { Client } from '../component/client';
import type { Loop } from '../simulation/loop';
import type { Host } from './hosts';
import { leaseOf, nodeOf, ownLabelsOf, reportedConditions } from './node';

const HEARTBEAT = 10_000;

/**
 * What kubelets tell of their nodes. Renewals of a lease that change nothing but a time are not written one by one; the
 * last one is, once it turns out to be the last.
 */
export class NodeReports {
  readonly #client: Client;
  readonly #loop: Loop;

  constructor(client: Client, loop: Loop) {
    this.#client = client;
    this.#loop = loop;
  }

  /** @throws ApiError if there is a node of that name */
  register(machine: Machine, address: string): void {
    this.#client.create(nodeOf(machine, address, this.#loop.now));
  }

  /** A new kubelet begins to send heartbeats. */
  begin(name: string): void {
    this.#client.create(leaseOf(name));
  }

  /** The kubelet is gone, and its lease with it. */
  end(name: string): void {
    this.#client.delete(resources.leases, this.#leaseOf(name));
  }

  stop(name: string): void {
    this.#renew(name, toTimestamp(this.#loop.now - (this.#loop.now % HEARTBEAT)));
  }

  resume(name: string): void {
    this.#renew(name, undefined);
  }

  /** The node's conditions, as its kubelet sees them. */
  report({ info: { node }, ready }: Host): void {
    if (!node) return;
    this.#client.amendStatus<Node>(node, resources.nodes, ({ status }) => ({
      ...status,
      conditions: reportedConditions(ready, this.#loop.now),
    }));
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

  #renew(name: string, renewTime: string | undefined): void {
    this.#client.amend<Lease>(this.#leaseOf(name), resources.leases, (current) => {
      const { renewTime: _last, ...spec } = current.spec;
      return { ...current, spec: renewTime === undefined ? spec : { ...spec, renewTime } };
    });
  }

  #leaseOf(name: string): Lease {
    return this.#client.get<Lease>(resources.leases, NODE_LEASES, name);
  }
}
