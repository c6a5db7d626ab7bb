import type { ResourceType } from '../resourceType';

/** Kinds whose dependents stay, unless a deletion says otherwise. */
const ORPHANING = new Set(['v1 ReplicationController', 'batch/v1 Job']);
/** Kinds that have no dependents, whatever a deletion says. */
const CHILDLESS = new Set(['v1 Event', 'events.k8s.io/v1 Event']);

const keyOf = ({ apiVersion, kind }: ResourceType): string => `${apiVersion} ${kind}`;

/**
 * Whether what an object of the kind owns stays when it is deleted and nothing is said about it.
 * @see k8s.io/kubernetes/pkg/registry, DefaultGarbageCollectionPolicy of each strategy
 */
export const orphansByDefault = (kind: ResourceType): boolean => ORPHANING.has(keyOf(kind));

/** Whether a deletion of the kind may say what becomes of dependents. */
export const mayHaveDependents = (kind: ResourceType): boolean => !CHILDLESS.has(keyOf(kind));

/**
 * What is to be said to who deletes a job, or jobs, and does not say what becomes of their pods.
 * @see k8s.io/kubernetes/pkg/registry/batch/job/storage REST.Delete
 */
export const warningOfDeletion = (kind: ResourceType): string | undefined =>
  keyOf(kind) === 'batch/v1 Job'
    ? 'child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning'
    : undefined;
