import type { KubeObject } from '../../../kubernetes/object';
import type { Heard } from './heard';

/** Fields that say only when somebody has last said something. */
const TIMES: ReadonlySet<string> = new Set([
  'resourceVersion',
  'managedFields',
  'lastHeartbeatTime',
  'lastProbeTime',
]);

const isSameButTimes = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of names) if (!TIMES.has(name) && !isSameButTimes(left[name], right[name])) return false;
  return true;
};

const isHeartbeat = (object: KubeObject, before: KubeObject | undefined): boolean =>
  before !== undefined && isSameButTimes(object, before);

/**
 * Whether something has happened. Who has a lease says so again and again, and so does a node that is alive; an event
 * that is told again is counted.
 */
export const matters = ({ type, resource, object, before }: Heard): boolean => {
  if (resource.plural === 'leases') return false;
  if (type !== 'MODIFIED') return true;
  if (resource.plural === 'events') return false;
  return resource.plural !== 'nodes' || !isHeartbeat(object, before);
};
