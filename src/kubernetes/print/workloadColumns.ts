import { controllerOf } from '../fields/meta';
import type { ControllerRevision } from '../kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../kinds/daemonset/daemonSet';
import type { Pod } from '../kinds/pod/pod';
import { summarizePod } from '../kinds/pod/summary';
import { allResources } from '../kinds/resources';
import type { KubeObject } from '../object';
import { age } from './ages';
import { formatSelector } from './selectors';
import { type Column, pairs } from './table';

/** The NAME column every kind begins with. */
export const name: Column<KubeObject> = { header: 'NAME', cell: (object) => object.metadata.name };

/** Time since creation. */
export const ageColumn: Column<KubeObject> = {
  header: 'AGE',
  cell: (object, now) => age(object.metadata.creationTimestamp, now),
};

const readinessGates = (pod: Pod): string => {
  const gates = pod.spec.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  const met = gates.filter((gate) =>
    pod.status.conditions?.some(
      (condition) => condition.type === gate.conditionType && condition.status === 'True',
    ),
  );
  return `${met.length}/${gates.length}`;
};

export const podColumns: readonly Column<Pod>[] = [
  name,
  { header: 'READY', cell: (pod, now) => summarizePod(pod, now).ready },
  { header: 'STATUS', cell: (pod, now) => summarizePod(pod, now).status },
  { header: 'RESTARTS', cell: (pod, now) => summarizePod(pod, now).restarts },
  ageColumn,
  { header: 'IP', wide: true, cell: (pod) => pod.status.podIP || '<none>' },
  { header: 'NODE', wide: true, cell: (pod) => pod.spec.nodeName || '<none>' },
  { header: 'NOMINATED NODE', wide: true, cell: (pod) => pod.status.nominatedNodeName || '<none>' },
  { header: 'READINESS GATES', wide: true, cell: readinessGates },
];

const podSpec = (daemonSet: DaemonSet): Partial<Pod['spec']> => daemonSet.spec.template.spec ?? {};
const containers = (daemonSet: DaemonSet): NonNullable<Pod['spec']['containers']> =>
  podSpec(daemonSet).containers ?? [];

export const daemonSetColumns: readonly Column<DaemonSet>[] = [
  name,
  { header: 'DESIRED', cell: (set) => set.status.desiredNumberScheduled },
  { header: 'CURRENT', cell: (set) => set.status.currentNumberScheduled },
  { header: 'READY', cell: (set) => set.status.numberReady },
  { header: 'UP-TO-DATE', cell: (set) => set.status.updatedNumberScheduled ?? 0 },
  { header: 'AVAILABLE', cell: (set) => set.status.numberAvailable ?? 0 },
  { header: 'NODE SELECTOR', cell: (set) => pairs(podSpec(set).nodeSelector) },
  ageColumn,
  {
    header: 'CONTAINERS',
    wide: true,
    cell: (set) =>
      containers(set)
        .map((each) => each.name)
        .join(','),
  },
  {
    header: 'IMAGES',
    wide: true,
    cell: (set) =>
      containers(set)
        .map((each) => each.image)
        .join(','),
  },
  { header: 'SELECTOR', wide: true, cell: (set) => formatSelector(set.spec.selector) },
];

/** `daemonset.apps/hello`, the owner that manages an object. */
const controllerName = (object: KubeObject): string => {
  const owner = controllerOf(object);
  if (!owner) return '<none>';
  const resource = allResources().find(
    (each) => each.kind === owner.kind && each.apiVersion === owner.apiVersion,
  );
  const kind = resource?.group ? `${resource.singular}.${resource.group}` : owner.kind.toLowerCase();
  return `${kind}/${owner.name}`;
};

export const controllerRevisionColumns: readonly Column<ControllerRevision>[] = [
  name,
  { header: 'CONTROLLER', cell: controllerName },
  { header: 'REVISION', cell: (revision) => revision.revision },
  ageColumn,
];
