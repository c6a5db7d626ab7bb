import { assemble } from '../../../kubernetes/fields/copies';
import { deepEqual } from '../../../kubernetes/fields/equality';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { copyPodStatus } from '../../../kubernetes/kinds/pod/copies';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { qualityOfService } from '../../../kubernetes/kinds/pod/qos';
import type { ResourceType } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';

/** The annotation that carries a daemon set's template generation. The API server keeps it, users cannot. */
export const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

const EMPTY_DAEMON_SET_STATUS = {
  currentNumberScheduled: 0,
  numberMisscheduled: 0,
  desiredNumberScheduled: 0,
  numberReady: 0,
};

/** What a kind does to its objects before they are stored. */
interface Strategy<T extends KubeObject> {
  create?(object: T): T;
  update?(next: T, current: T): T;
}

const withGeneration = <T extends KubeObject>(object: T, generation: number | undefined): T =>
  object.metadata.generation === generation
    ? object
    : { ...object, metadata: { ...object.metadata, generation } };

const withTemplateGeneration = (set: DaemonSet, generation: number): DaemonSet =>
  set.metadata.annotations?.[TEMPLATE_GENERATION] === String(generation)
    ? set
    : {
        ...set,
        metadata: {
          ...set.metadata,
          annotations: { ...set.metadata.annotations, [TEMPLATE_GENERATION]: String(generation) },
        },
      };

/** The template generation a set carries; 0 if it carries none. */
export const templateGenerationOf = (set: KubeObject): number => {
  const text = set.metadata.annotations?.[TEMPLATE_GENERATION];
  if (text === undefined) return 0;
  const isNumber = /^[+-]?\d+$/.test(text);
  if (!isNumber || Math.abs(Number(text)) >= 2 ** 63) {
    const why = isNumber ? 'value out of range' : 'invalid syntax';
    throw badRequest(
      `DaemonSet in version "v1" cannot be handled as a DaemonSet: strconv.ParseInt: parsing ${JSON.stringify(text)}: ${why}`,
    );
  }
  return Number(text);
};

const bumped = <T extends KubeObject & { spec?: unknown }>(next: T, current: T): T => {
  const generation = current.metadata.generation ?? 1;
  return withGeneration(next, deepEqual(next.spec, current.spec) ? generation : generation + 1);
};

const daemonSets: Strategy<DaemonSet> = {
  create: (set) =>
    withTemplateGeneration(
      { ...set, status: EMPTY_DAEMON_SET_STATUS },
      Math.max(1, templateGenerationOf(set)),
    ),
  update: (next, current) => {
    const generation = templateGenerationOf(current);
    const changed = !deepEqual(next.spec.template, current.spec.template);
    return withTemplateGeneration(
      bumped({ ...next, status: current.status }, current),
      changed ? generation + 1 : generation,
    );
  },
};

const pods: Strategy<Pod> = {
  create: (pod) =>
    assemble(
      pod,
      pod.metadata,
      pod.spec,
      copyPodStatus({ phase: 'Pending', qosClass: qualityOfService(pod.spec) }),
    ),
  update: (next, current) => bumped({ ...next, status: current.status }, current),
};

const nodes: Strategy<Node> = {
  create: (node) => ({ ...node, spec: node.spec ?? {}, status: node.status ?? {} }),
  update: (next, current) => ({ ...next, status: current.status }),
};

const namespaces: Strategy<Namespace> = {
  create: (namespace) => ({
    ...namespace,
    metadata: {
      ...namespace.metadata,
      labels: { ...namespace.metadata.labels, 'kubernetes.io/metadata.name': namespace.metadata.name },
    },
    spec: { finalizers: [...new Set([...(namespace.spec?.finalizers ?? []), 'kubernetes'])] },
    status: { phase: 'Active' },
  }),
  update: (next, current) => ({
    ...next,
    metadata: {
      ...next.metadata,
      labels: { ...next.metadata.labels, 'kubernetes.io/metadata.name': next.metadata.name },
    },
    status: current.status,
  }),
};

const quotas: Strategy<KubeObject & { status?: unknown }> = {
  create: (quota) => ({ ...quota, status: {} }),
  update: (next, current) => ({ ...next, status: current.status }),
};

const anyKind = <T extends KubeObject>(strategy: Strategy<T>): Strategy<KubeObject> =>
  strategy as unknown as Strategy<KubeObject>;

const strategies: Readonly<Record<string, Strategy<KubeObject>>> = {
  DaemonSet: anyKind(daemonSets),
  Pod: anyKind(pods),
  Node: anyKind(nodes),
  Namespace: anyKind(namespaces),
  ResourceQuota: anyKind(quotas),
};

const NO_STRATEGY: Strategy<KubeObject> = {};

const strategyOf = (object: KubeObject): Strategy<KubeObject> => strategies[object.kind] ?? NO_STRATEGY;

/** Kinds whose objects carry a generation, which moves when their spec changes. */
export const countsGenerations = ({ kind }: ResourceType): boolean => kind === 'Pod' || kind === 'DaemonSet';

/** Readies a new object: its status is emptied. */
export const prepareForCreate = <T extends KubeObject>(object: T): T =>
  (strategyOf(object).create?.(object) as T | undefined) ?? object;

/** Readies an update: status stays as it was; generations move when the spec (the template) changed. */
export const prepareForUpdate = <T extends KubeObject>(next: T, current: T): T =>
  (strategyOf(next).update?.(next, current) as T | undefined) ?? next;

/** Kinds that have a status subresource. */
export const hasStatus = ({ kind }: ResourceType): boolean => kind in strategies;

/** Kinds whose status is written on its own: they have a spec, a status and nothing else. */
export type WithStatus = KubeObject & { readonly spec?: unknown; readonly status?: unknown };

/** An update of the status sub-resource: everything else stays. */
export const withStatus = <T extends WithStatus>(current: T, status: T['status']): T =>
  assemble(current, current.metadata, current.spec, status);
