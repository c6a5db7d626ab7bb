import { controllerOf } from '../../kubernetes/fields/meta';
import type { ControllerRevision } from '../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { isReady, targetNode } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { Cluster } from '../../port/cluster';
import { type RecordedDaemonSet, type RecordedPod, type RecordedState, TRACE_NAMESPACE } from './trace';

const namespace = TRACE_NAMESPACE;
const HASH = 'controller-revision-hash';

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
  const revisions = (await api.list({
    resource: resources.controllerrevisions,
    namespace,
  })) as readonly ControllerRevision[];
  const sets = (await api.list({ resource: resources.daemonsets, namespace })) as readonly DaemonSet[];
  const pods = (await api.list({ resource: resources.pods, namespace })) as readonly Pod[];
  const recorded = pods.map((pod): RecordedPod => {
    const { uid, labels, generateName, name } = pod.metadata;
    if (!since.has(uid)) since.set(uid, operation);
    const owner = controllerOf(pod)?.name;
    const made = revisions.find(
      (revision) =>
        revision.metadata.labels?.[HASH] !== undefined &&
        revision.metadata.labels[HASH] === labels?.[HASH] &&
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
