import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import { type Capability, capabilityNames } from '../../port/capabilities';
import type { Settings } from '../../port/settings';
import type { Target } from '../../port/target';
import type { Connection } from './connection/connection';
import { cloudDeletesNodes } from './safety/cloud';
import { missingRights } from './safety/missingRights';
import type { Right } from './safety/rights';

/** What a cluster can do, and why it cannot do the rest. */
export interface Claims {
  readonly capabilities: ReadonlySet<Capability>;
  /** Words that follow a colon. */
  readonly lacks: ReadonlyMap<Capability, string>;
  /** Why no node may fall silent, in words that follow a colon; undefined if they may. */
  readonly noSilence: string | undefined;
}

/** What is to be known of a cluster. */
export interface Asked {
  readonly connection: Connection;
  /** What the server serves. */
  readonly kinds: readonly ResourceType[];
  readonly target: Pick<Target, 'patience' | 'mode'>;
}

/** With less patience (ms) than this, what waits for long is left out where nobody knows how long. */
const LONG = 65_000;

const serves = (kinds: readonly ResourceType[], group: string, plural: string): boolean =>
  kinds.some((kind) => kind.group === group && kind.plural === plural);

/** OpenShift's own are known by its groups. */
const OPENSHIFT_ONLY = 'it is no OpenShift';

const right = (resources: readonly string[], verbs: readonly string[]): Right => ({
  apiGroups: [''],
  resources,
  verbs,
});

const MACHINES: readonly Right[] = [
  right(['nodes'], ['create', 'patch', 'delete']),
  right(['nodes/status'], ['patch']),
];
const CONTAINERS: readonly Right[] = [right(['pods/status'], ['patch'])];
const OTHERS: readonly Right[] = [right(['users'], ['impersonate'])];

/** What somebody may not do, in words; undefined if everything. */
const forbidden = async (connection: Connection, rights: readonly Right[]): Promise<string | undefined> => {
  const deeds = await missingRights(connection, rights);
  return deeds.length === 0
    ? undefined
    : `these credentials may not ${deeds.map(({ verb, resource }) => `${verb} ${resource}`).join(', ')}`;
};

/** Why nodes must not fall silent; undefined if they may. */
const troubleWithSilence = async (connection: Connection): Promise<string | undefined> => {
  const cloud = await cloudDeletesNodes(connection);
  return cloud && `a cloud controller might delete them when they fall silent (${cloud.replace(/\.$/, '')})`;
};

/**
 * Finds out what a cluster can do that has no world of its own, and why it cannot do the rest. Nothing is stored.
 * @throws as `send`
 */
export const claimsOf = async ({ connection, kinds, target }: Asked): Promise<Claims> => {
  const isOpenShift = serves(kinds, 'config.openshift.io', 'schedulers');
  const hasConstraints = serves(kinds, 'security.openshift.io', 'securitycontextconstraints');
  const [nodes, containers, others, noSilence] = await Promise.all([
    forbidden(connection, MACHINES),
    forbidden(connection, CONTAINERS),
    forbidden(connection, OTHERS),
    troubleWithSilence(connection),
  ]);
  const reasons: Readonly<Record<Capability, string | undefined>> = {
    'legacy-scheduling': 'no Kubernetes since 1.18 can be set to it',
    'default-node-selector': isOpenShift
      ? 'the configuration of a cluster that exists is left as it is'
      : OPENSHIFT_ONLY,
    'project-node-selector': isOpenShift ? undefined : OPENSHIFT_ONLY,
    'security-context-constraints': hasConstraints ? undefined : OPENSHIFT_ONLY,
    'node-control': nodes,
    'container-control': nodes ?? containers,
    'long-waits':
      target.patience > LONG ? undefined : 'this run waits about a minute for an example, and no longer',
    'movable-clock': 'its time is that of the clock on the wall',
    impersonation: others,
    'steady-control-plane': undefined,
    'no-other-nodes':
      target.mode === 'exclusive' ? undefined : 'this run shares it, and nodes of others answer there',
  };
  return {
    capabilities: new Set(capabilityNames.filter((name) => reasons[name] === undefined)),
    lacks: new Map(
      capabilityNames.flatMap((name) => {
        const reason = reasons[name];
        return reason === undefined ? [] : [[name, reason] as const];
      }),
    ),
    noSilence,
  };
};

/** A cluster that has a world of its own can do everything, but for what the nodes that others have there stand in the way of. */
export const claimsOfServed = (
  foreignNodes: readonly KubeObject[],
): Pick<Claims, 'capabilities' | 'lacks'> => {
  const [node] = foreignNodes;
  const lacks = new Map<Capability, string>(
    node ? [['no-other-nodes', `the node "${node.metadata.name}" is somebody else's`]] : [],
  );
  return { capabilities: new Set(capabilityNames.filter((name) => !lacks.has(name))), lacks };
};

/**
 * Checks settings that an example asks for: a cluster that exists is as it is.
 * @throws Error if it is otherwise
 */
export const checkSettings = (
  { securityContextConstraints, ...others }: Partial<Settings>,
  { capabilities }: Claims,
): void => {
  const asked = Object.entries(others).filter(([, value]) => value !== undefined);
  const isSo =
    securityContextConstraints === undefined ||
    securityContextConstraints === capabilities.has('security-context-constraints');
  if (asked.length > 0 || !isSo) throw new Error('The settings of a cluster that exists cannot be changed.');
};
