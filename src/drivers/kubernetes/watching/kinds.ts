import { resources } from '../../../kubernetes/kinds/resources';
import { servedKind } from '../../../kubernetes/kinds/served';
import type { ResourceType } from '../../../kubernetes/resourceType';

const { namespaces, nodes, pods, daemonsets, controllerrevisions, events, serviceaccounts } = resources;

/**
 * What is watched from the start: what controllers make for a daemon set, and what people ask about. A namespace takes pods
 * when its default account is there. Every other kind begins when something of it is to be written.
 *
 * Leases are not among them: they say every few seconds that nothing has happened.
 */
export const watchedFromTheStart: readonly ResourceType[] = [
  namespaces,
  nodes,
  pods,
  daemonsets,
  controllerrevisions,
  events,
  serviceaccounts,
];

/** Whether news of a kind come without anybody here having written. */
export const comesUnasked = ({ group, plural }: ResourceType): boolean =>
  watchedFromTheStart.some((each) => each.group === group && each.plural === plural);

const apps = (kind: string): ResourceType => servedKind('apps/v1', kind);

/** What controllers make of objects of a kind. */
const MADE: Readonly<Record<string, readonly ResourceType[]>> = {
  'apps/deployments': [apps('ReplicaSet')],
  'apps/statefulsets': [servedKind('v1', 'PersistentVolumeClaim')],
  'batch/cronjobs': [servedKind('batch/v1', 'Job')],
};

/** A kind, and the kinds of what controllers make of its objects: who watches the one wants to hear of the others. */
export const withWhatComesOfIt = (resource: ResourceType): readonly ResourceType[] => [
  resource,
  ...(MADE[`${resource.group}/${resource.plural}`] ?? []),
];
