import { controllerOf } from '../../kubernetes/fields/meta';
import type { ControllerRevision } from '../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import { revisionHashOf } from '../../kubernetes/kinds/daemonset/revisionLabels';
import { isReady, targetNode } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Cluster } from '../../port/cluster';
import { type RecordedDaemonSet, type RecordedPod, type RecordedState, TRACE_NAMESPACE } from './trace';

const namespace = TRACE_NAMESPACE;

const setsOf = (
  sets: readonly DaemonSet[],
  revisions: readonly ControllerRevision[],
): Record<string, RecordedDaemonSet> =>
  Object.fromEntries(
    sets.map(({ metadata, status }) => [
      metadata.name,
      {
        generation: metadata.generation ?? 0,
        ...(metadata.deletionTimestamp ? { terminating: true } : {}),
        status: {
          desiredNumberScheduled: status.desiredNumberScheduled,
          currentNumberScheduled: status.currentNumberScheduled,
          numberReady: status.numberReady,
          updatedNumberScheduled: status.updatedNumberScheduled ?? 0,
          numberAvailable: status.numberAvailable ?? 0,
          numberUnavailable: status.numberUnavailable ?? 0,
          numberMisscheduled: status.numberMisscheduled,
        },
        revisions: revisions
          .filter((revision) => controllerOf(revision)?.uid === metadata.uid)
          .map((revision) => revision.revision)
          .sort((a, b) => a - b),
      },
    ]),
  );

/**
 * The state of the namespace as recordings describe it.
 * @param since in which operation each pod appeared, by uid; new pods are entered as of `operation`
 */
export const observe = async (
  { api }: Cluster,
  since: Map<string, number>,
  operation: number,
): Promise<RecordedState> => {
  const list = async <T extends KubeObject>(resource: ResourceType<T>): Promise<readonly T[]> =>
    (await api.list({ resource, namespace })).items;
  const revisions = await list(resources.controllerrevisions);
  const sets = await list(resources.daemonsets);
  const pods = await list(resources.pods);
  const recorded = pods.map((pod): RecordedPod => {
    const { uid, labels, generateName, name } = pod.metadata;
    if (!since.has(uid)) since.set(uid, operation);
    const owner = controllerOf(pod)?.name;
    const made = revisions.find(
      (revision) =>
        revisionHashOf(revision) !== undefined &&
        revisionHashOf(revision) === revisionHashOf(pod) &&
        (owner === undefined || (controllerOf(revision)?.name ?? owner) === owner),
    );
    return {
      node: targetNode(pod) ?? null,
      bound: Boolean(pod.spec.nodeName),
      controller: owner ?? null,
      phase: pod.status.phase ?? '',
      ready: isReady(pod),
      version: labels?.version ?? null,
      revision: made?.revision ?? null,
      since: since.get(uid) ?? operation,
      ...(generateName ? {} : { name }),
    };
  });
  return { daemonSets: setsOf(sets, revisions), pods: recorded };
};
