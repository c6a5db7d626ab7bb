import { toTimestamp } from '../../kubernetes/fields/time';
import { type Lease, NODE_LEASES } from '../../kubernetes/kinds/lease/lease';
import { resources } from '../../kubernetes/kinds/resources';
import type { Client } from '../component/client';
import type { Loop } from '../simulation/loop';
import { leaseOf } from './node';

/** A kubelet renews its lease so often (ms). */
export const HEARTBEAT = 10_000;

/** What a kubelet tells though nothing has changed. One that is silent is not asked to. */
export interface Reports {
  /** How its node is. */
  node(): void;
  /** How its pods are, where somebody else has written otherwise. A node that is not ready leaves them as they are. */
  pods(): void;
}

/** How kubelets show that they are alive, each known by the name of its node. */
export interface Heartbeats {
  /** A new kubelet begins to send them. */
  begin(name: string, reports: Reports): void;
  /** The kubelet falls silent. */
  stop(name: string): void;
  /** It is back. */
  resume(name: string): void;
  /** The kubelet is gone, and its lease with it. */
  end(name: string): void;
}

/** How they are made for the kubelets of a cluster. */
export type HeartbeatsOf = (client: Client, loop: Loop) => Heartbeats;

/**
 * Heartbeats of a cluster whose clock jumps. Renewals of a lease that change nothing but a time are not written one by
 * one; the last one is, once it turns out to be the last.
 */
class ImpliedHeartbeats implements Heartbeats {
  readonly #client: Client;
  readonly #loop: Loop;

  constructor(client: Client, loop: Loop) {
    this.#client = client;
    this.#loop = loop;
  }

  begin(name: string): void {
    this.#client.create(leaseOf(name));
  }

  stop(name: string): void {
    this.#renew(name, toTimestamp(this.#loop.now - (this.#loop.now % HEARTBEAT)));
  }

  resume(name: string): void {
    this.#renew(name, undefined);
  }

  end(name: string): void {
    this.#client.delete(resources.leases, this.#leaseOf(name));
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

export const impliedHeartbeats: HeartbeatsOf = (client, loop) => new ImpliedHeartbeats(client, loop);
