import { nodeCondition } from './condition';
import type { Node } from './node';

const ROLE_PREFIX = 'node-role.kubernetes.io/';

/** Roles that a node's labels give it, sorted. */
export const rolesOf = (node: Node): readonly string[] => {
  const roles = new Set<string>();
  for (const [key, value] of Object.entries(node.metadata.labels ?? {})) {
    if (key.startsWith(ROLE_PREFIX) && key.length > ROLE_PREFIX.length)
      roles.add(key.slice(ROLE_PREFIX.length));
    if (key === 'kubernetes.io/role' && value !== '') roles.add(value);
  }
  return [...roles].sort();
};

/** `Ready`, `NotReady` or `Unknown`, and `,SchedulingDisabled` for a cordoned node. */
export const nodeStatus = (node: Node): string => {
  const ready = nodeCondition(node, 'Ready');
  const words = [ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown'];
  if (node.spec.unschedulable) words.push('SchedulingDisabled');
  return words.join(',');
};

/** The node's first address of a type, `<none>` without one. */
export const addressOf = (node: Node, type: 'InternalIP' | 'ExternalIP'): string =>
  node.status.addresses?.find((address) => address.type === type)?.address ?? '<none>';
