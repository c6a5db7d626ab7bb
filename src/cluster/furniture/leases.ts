import { toMicroTimestamp } from '../../kubernetes/fields/time';
import type { Lease } from '../../kubernetes/kinds/lease/lease';
import { resources } from '../../kubernetes/kinds/resources';
import type { StringMap } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { Client } from '../component/client';
import type { Loop } from '../simulation/loop';

/** A claim that a part of the control plane holds. */
interface Held {
  readonly name: string;
  readonly holder: string;
  /** In s. */
  readonly duration: number;
  /** How often it is renewed, in ms. */
  readonly period: number;
  readonly labels?: StringMap;
  readonly transitions?: number;
}

const HOST = 'control-plane';
const API_SERVER = 'kube-apiserver';

/** @see client-go/tools/leaderelection, and pkg/controlplane IdentityLeaseRenewIntervalPeriod */
const held = (uid: () => string): readonly Held[] => {
  const identity = `apiserver-${uid().replaceAll('-', '').slice(0, 26)}`;
  const leader = (name: string): Held => ({
    name,
    holder: `${HOST}_${uid()}`,
    duration: 15,
    period: 2_000,
    transitions: 0,
  });
  return [
    {
      name: identity,
      holder: `${identity}_${uid()}`,
      duration: 3600,
      period: 10_000,
      labels: { 'apiserver.kubernetes.io/identity': API_SERVER, 'kubernetes.io/hostname': HOST },
    },
    leader('kube-controller-manager'),
    leader('kube-scheduler'),
  ];
};

const keep = (client: Client, loop: Loop, claim: Held, dozes: () => boolean): void => {
  const { name, holder, duration, period, labels, transitions } = claim;
  const metadata = { name, namespace: 'kube-system', ...(labels ? { labels } : {}) };
  const create = (): Lease => {
    const now = toMicroTimestamp(loop.now);
    return client.create<Lease>({
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata,
      spec: {
        holderIdentity: holder,
        leaseDurationSeconds: duration,
        ...(transitions === undefined ? {} : { acquireTime: now }),
        renewTime: now,
        ...(transitions === undefined ? {} : { leaseTransitions: transitions }),
      },
    });
  };
  const renew = (lease: Lease): void => {
    try {
      client.amend<Lease>(lease, resources.leases, (current) => ({
        ...current,
        spec: { ...current.spec, renewTime: toMicroTimestamp(loop.now) },
      }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'NotFound') throw error;
      create();
    }
  };
  const next = (lease: Lease): void => {
    loop.after(period, 'background', `${name} renews its lease`, () => {
      if (!dozes()) renew(lease);
      next(lease);
    });
  };
  next(create());
};

/**
 * Has the API server, the controllers and the scheduler show that they are alive.
 * @param dozes while it is so, nobody looks, and they need not show it
 */
export const keepLeases = (client: Client, loop: Loop, dozes: () => boolean): void => {
  for (const claim of held(() => loop.random.uuid())) keep(client, loop, claim, dozes);
};
