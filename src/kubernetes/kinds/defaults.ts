import { absent, change, each, fill, fillAbsent, once, type Part, withField } from '../fields/fill';
import type { KubeObject } from '../object';
import { defaultPodSpec, defaultTemplate } from './pod/defaults/pod';

const RBAC = 'rbac.authorization.k8s.io';

/** The object with a part that must be there, filled by `by`. */
const always = (object: Part, key: string, by: (part: Part) => Part): Part =>
  change(absent(object[key]) ? withField(object, key, {}) : object, key, by);

const updateStrategy = (part: Part): Part => {
  const strategy = fill(part, { type: 'RollingUpdate' });
  if (strategy.type !== 'RollingUpdate') return strategy;
  return always(strategy, 'rollingUpdate', (rolling) =>
    fillAbsent(rolling, { maxUnavailable: 1, maxSurge: 0 }),
  );
};

const daemonSetSpec = once((part: Part): Part => {
  const spec = always(part, 'template', defaultTemplate);
  return fill(always(spec, 'updateStrategy', updateStrategy), { revisionHistoryLimit: 10 });
});

const DAEMON_SET_STATUS = {
  currentNumberScheduled: 0,
  numberMisscheduled: 0,
  desiredNumberScheduled: 0,
  numberReady: 0,
};

const daemonSet = (object: Part): Part =>
  always(always(object, 'spec', daemonSetSpec), 'status', (status) => fill(status, DAEMON_SET_STATUS));

const pod = (object: Part): Part => {
  const spec = defaultPodSpec((object.spec ?? {}) as Part);
  return absent(object.status)
    ? { ...object, spec }
    : { ...object, spec, status: fill(object.status as Part, { phase: 'Pending' }) };
};

/** A namespace carries its own name as a label, and is active with the finalizer that empties it. */
const namespace = (object: Part): Part => {
  const labelled = always(object, 'metadata', (metadata) => {
    const name = metadata.name;
    const labels = (metadata.labels ?? {}) as Part;
    if (typeof name !== 'string' || name === '' || labels['kubernetes.io/metadata.name'] === name)
      return metadata;
    return { ...metadata, labels: { ...labels, 'kubernetes.io/metadata.name': name } };
  });
  const active = always(labelled, 'status', (status) => fill(status, { phase: 'Active' }));
  return always(active, 'spec', (spec) => fill(spec, { finalizers: ['kubernetes'] }));
};

const node = (object: Part): Part =>
  always(
    always(object, 'spec', (spec) => spec),
    'status',
    (status) =>
      absent(status.allocatable) && !absent(status.capacity)
        ? { ...status, allocatable: status.capacity }
        : status,
  );

const subject = (part: Part): Part => {
  if (part.kind === 'User' || part.kind === 'Group') return fill(part, { apiGroup: RBAC });
  return part;
};

const binding = (object: Part): Part =>
  change(
    always(object, 'roleRef', (ref) => fill(ref, { apiGroup: RBAC })),
    'subjects',
    each(subject),
  );

const quota = (object: Part): Part =>
  always(
    always(object, 'spec', (spec) => spec),
    'status',
    (status) => status,
  );

const csiDriver = (object: Part): Part =>
  always(object, 'spec', (spec) =>
    fill(spec, {
      attachRequired: true,
      podInfoOnMount: false,
      storageCapacity: false,
      fsGroupPolicy: 'ReadWriteOnceWithFSType',
      volumeLifecycleModes: ['Persistent'],
      requiresRepublish: false,
      seLinuxMount: false,
      serviceAccountTokenInSecrets: false,
    }),
  );

const KINDS: Readonly<Record<string, (object: Part) => Part>> = {
  DaemonSet: daemonSet,
  Pod: pod,
  Namespace: namespace,
  Node: node,
  RoleBinding: binding,
  ClusterRoleBinding: binding,
  ResourceQuota: quota,
  PriorityClass: (object) => fillAbsent(object, { preemptionPolicy: 'PreemptLowerPriority' }),
  CSIDriver: csiDriver,
};

/**
 * Fills in what the API server fills in when it reads an object, before admission: a daemon set's update strategy
 * and history limit, container and pod settings, a namespace's label, and so on.
 *
 * @returns the object itself if nothing is missing, but for pods, which always get a fresh spec. Parts that are
 *   complete keep their identity, and parts seen before (a template's containers) are not looked at again.
 * @see k8s.io/kubernetes/pkg/apis/core/v1/defaults.go and its siblings
 */
export const applyDefaults = <T extends KubeObject>(object: T): T => {
  const defaults = KINDS[object.kind];
  return defaults ? (defaults(object as unknown as Part) as unknown as T) : object;
};
