/**
 * What a cluster may or may not be able to do, each with what it is for, in words that follow "it needs". A driver
 * claims what it can do, one by one; what it does not claim it rejects. A scenario that needs one is tagged
 * `@needs-<capability>` and is skipped, with the reason, where the driver does not claim it.
 */
export const capabilities = {
  /** `configure({ legacyScheduling })` is honoured. */
  'legacy-scheduling': 'daemon pods bound by the daemon set controller, as before Kubernetes 1.12',
  /** `configure({ defaultNodeSelector })` is honoured (OpenShift). */
  'default-node-selector': 'a cluster-wide default node selector',
  /** The annotation `openshift.io/node-selector` of a namespace is honoured (OpenShift). */
  'project-node-selector': 'node selectors on projects',
  /** `configure({ securityContextConstraints })` is honoured (OpenShift). */
  'security-context-constraints': 'security context constraints, which pods are held against',
  /**
   * `world.addNode`, `removeNode`, `silenceNode`, `reviveNode`, `setNodeReady`, `rebootNode`, `setPressure` and
   * `shutDownNode` work.
   */
  'node-control': 'nodes that can join, leave and go silent',
  /** `world.imageBehaves`, `setPodReady`, `exitContainer` and `finishPod` work. */
  'container-control': 'images and containers that do as they are told',
  /** There is time for `time.pass` with minutes and hours. */
  'long-waits': 'waits of minutes or hours',
  /** `time.pass` lets exactly so much time go by, at once, and between two calls none does: nothing moves meanwhile. */
  'movable-clock': 'a clock that can be moved, and stands still in between',
  /** `as` makes requests as another user. */
  impersonation: 'requests made as another user',
  /** What controllers remember, such as how long they back off, is never lost, and each of their writes counts once. */
  'steady-control-plane': 'controllers that are not restarted and lose no reply',
  /** Nodes are those of `world.addNode`, and no others: if they are all silent, no node of the cluster answers. */
  'no-other-nodes': 'a cluster in which nobody else has nodes',
} as const;

/** The name of something that a cluster may be able to do. */
export type Capability = keyof typeof capabilities;

/** The names of all capabilities. */
export const capabilityNames = Object.keys(capabilities) as readonly Capability[];

export const isCapability = (name: string): name is Capability => Object.hasOwn(capabilities, name);

const PREFIX = '@needs-';

/** What was said once, and stands for what: features of others may say it still. */
const once: Readonly<Record<string, Capability>> = { 'virtual-time': 'movable-clock' };

/** Tags that ask for a capability. */
export const tagsOfNeeds: readonly string[] = [...capabilityNames, ...Object.keys(once)].map(
  (name) => PREFIX + name,
);

/** What a tag asks for: `@needs-node-control`; undefined if it asks for nothing. */
export const capabilityNeeded = (tag: string): Capability | undefined => {
  if (!tag.startsWith(PREFIX)) return undefined;
  const name = tag.slice(PREFIX.length);
  return isCapability(name) ? name : Object.hasOwn(once, name) ? once[name] : undefined;
};

/** Why something cannot be tried on a cluster, as a reason for skipping it. */
export const reasonWithout = (
  capability: Capability,
  { name, lacks }: { readonly name: string; readonly lacks?: ReadonlyMap<Capability, string> },
): string => {
  const why = lacks?.get(capability);
  return `it needs ${capabilities[capability]}, which the cluster "${name}" does not offer${why ? `: ${why}` : ''}`;
};
