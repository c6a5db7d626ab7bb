import { controllerOf } from '../kubernetes/fields/meta';
import { fromTimestamp } from '../kubernetes/fields/time';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import { isTerminal } from '../kubernetes/kinds/pod/state';
import { resources } from '../kubernetes/kinds/resources';
import { ApiError } from '../kubernetes/refusals';
import { isNotFound } from './errors';
import type { Session } from './session';

/** What a drain may do without being told once more. */
export interface DrainRules {
  readonly ignoreDaemonsets: boolean;
  readonly force: boolean;
  readonly deleteEmptydirData: boolean;
  /** Seconds after which a pod that is leaving is not waited for; for ever without it. */
  readonly skipWaitForDeleteTimeout: number | undefined;
}

/** What a drain does with one pod: evict it or leave it, perhaps with a word about it, or stop. */
interface Verdict {
  readonly evict: boolean;
  readonly warning?: string;
  readonly refusal?: string;
}

/** What a drain of one node comes down to. */
export interface DrainPlan {
  readonly evict: readonly Pod[];
  /** One sentence each: `ignoring DaemonSet-managed Pods: shop/agent-x`. */
  readonly warnings: readonly string[];
  readonly refusals: readonly string[];
}

const MIRROR = 'kubernetes.io/config.mirror';

const EVICT: Verdict = { evict: true };
const SKIP: Verdict = { evict: false };
const refuse = (why: string): Verdict => ({ evict: false, refusal: `cannot delete ${why}` });

/** What a drain has to say of a daemon pod that runs; undefined if it may be treated as any other. */
const judgeDaemonPod = async (
  session: Session,
  pod: Pod,
  rules: DrainRules,
): Promise<Verdict | undefined> => {
  const owner = controllerOf(pod);
  if (owner?.kind !== 'DaemonSet' || owner.apiVersion !== 'apps/v1') return undefined;
  try {
    const { namespace } = pod.metadata;
    await session.api.get({ resource: resources.daemonsets, namespace, name: owner.name });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return isNotFound(error) && rules.force ? undefined : refuse(error.message);
  }
  return rules.ignoreDaemonsets
    ? { evict: false, warning: 'ignoring DaemonSet-managed Pods' }
    : refuse('DaemonSet-managed Pods (use --ignore-daemonsets to ignore)');
};

/** A pod that has been leaving for longer than somebody wants to wait. */
export const isGivenUp = ({ metadata }: Pod, seconds: number | undefined, now: number): boolean =>
  seconds !== undefined &&
  seconds > 0 &&
  metadata.deletionTimestamp !== undefined &&
  Math.floor((now - fromTimestamp(metadata.deletionTimestamp)) / 1000) > seconds;

/** Filter after filter; of what they say the last word counts, as in kubectl. */
const judge = async (session: Session, pod: Pod, rules: DrainRules): Promise<Verdict> => {
  if (isGivenUp(pod, rules.skipWaitForDeleteTimeout, session.now())) return SKIP;
  const ended = isTerminal(pod);
  const daemon = ended ? undefined : await judgeDaemonPod(session, pod, rules);
  if (daemon) return daemon;
  if (pod.metadata.annotations?.[MIRROR] !== undefined) return SKIP;
  if (ended) return EVICT;
  const local = pod.spec.volumes?.some((volume) => volume.emptyDir) ?? false;
  if (local && !rules.deleteEmptydirData)
    return refuse('Pods with local storage (use --delete-emptydir-data to override)');
  if (controllerOf(pod)) return EVICT;
  return rules.force
    ? { evict: true, warning: 'deleting Pods that declare no controller' }
    : refuse('Pods that declare no controller (use --force to override)');
};

/** `message: a, b` for all pods that share a message. */
const grouped = (messages: readonly (readonly [string | undefined, Pod])[]): readonly string[] => {
  const names = new Map<string, string[]>();
  for (const [message, { metadata }] of messages) {
    if (message === undefined) continue;
    const pods = names.get(message) ?? [];
    pods.push(`${metadata.namespace}/${metadata.name}`);
    names.set(message, pods);
  }
  return [...names].map(([message, pods]) => `${message}: ${pods.join(', ')}`);
};

/**
 * Decides which pods of a node a drain evicts, and what it has to say about the others.
 * @see k8s.io/kubectl/pkg/drain makeFilters, filterPods
 */
export const planDrain = async (
  session: Session,
  pods: readonly Pod[],
  rules: DrainRules,
): Promise<DrainPlan> => {
  const judged: (readonly [Pod, Verdict])[] = [];
  for (const pod of pods) judged.push([pod, await judge(session, pod, rules)]);
  return {
    evict: judged.filter(([, { evict }]) => evict).map(([pod]) => pod),
    warnings: grouped(judged.map(([pod, { warning }]) => [warning, pod] as const)),
    refusals: grouped(judged.map(([pod, { refusal }]) => [refusal, pod] as const)),
  };
};
