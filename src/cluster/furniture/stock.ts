import type { Draft } from '../../kubernetes/fields/copies';
import type { KubeObject, ObjectMeta } from '../../kubernetes/object';
import { newMetadata } from '../apiserver/registry/metadata';
import { Registry } from '../apiserver/registry/registry';
import { Client, type NewObject } from '../component/client';
import { calm } from '../simulation/disturbance';
import { Loop } from '../simulation/loop';
import { Random } from '../simulation/random';

const SETTINGS = { legacyScheduling: false, defaultNodeSelector: '', securityContextConstraints: false };

/**
 * Objects as a cluster stores them that keeps account of who set what. It is worked out in a cluster of nobody's.
 * @param agent who creates them
 */
export const asStored = (objects: readonly NewObject[], agent: string): readonly KubeObject[] => {
  const loop = new Loop(new Random(1), () => objects.length);
  const client = new Client(new Registry(loop, SETTINGS, { managedFields: true }), calm, agent);
  // What is created becomes what is stored: somebody may hold the others.
  return objects.map((object) => client.create({ ...object }));
};

type Stocked = KubeObject & { readonly status?: { readonly conditions?: readonly object[] } };

/** An object as if it were created in another cluster, at another time (model time in ms). */
const asCreated = (object: Stocked, uid: string, now: number, managedFields: boolean): Stocked => {
  const { name, namespace, generation, managedFields: entries } = object.metadata;
  const metadata: Draft<ObjectMeta> = newMetadata(object.metadata, { name, namespace, generation, uid, now });
  const time = metadata.creationTimestamp;
  if (managedFields && entries) metadata.managedFields = entries.map((entry) => ({ ...entry, time }));
  const created: Draft<Stocked> = { ...object };
  created.metadata = metadata;
  const { status } = object;
  // What has been so since the beginning has been so since then.
  if (status?.conditions) {
    const conditions = status.conditions.map((each) => ({ ...each, lastTransitionTime: time }));
    created.status = { ...status, conditions };
  }
  return created;
};

/**
 * Stores what another cluster has stored as if it were created here: there are many clusters, of a moment, and nothing
 * is to be worked out again.
 * @param managedFields whether who set what is kept account of
 */
export const install = (registry: Registry, stock: readonly KubeObject[], managedFields: boolean): void => {
  for (const object of stock) {
    const kind = registry.kinds.of(object);
    if (kind) registry.store.add(kind, asCreated(object, registry.newUid(), registry.now, managedFields));
  }
};
