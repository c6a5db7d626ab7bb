import {
  type IdRange,
  namespaceRanges,
  type SecurityContextConstraints,
} from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { KubeObject } from '../../../../kubernetes/object';

/** What keeps constraints from being used at all; the message is the API server's. */
export class UnusableConstraints extends Error {}

/**
 * Reads `1000620000/10000`, the first and how many, or `1000620000-1000629999`.
 * @see github.com/openshift/library-go/pkg/security/uid ParseBlock
 */
export const readBlock = (text: string): Required<IdRange> => {
  const [, first, sign, second] = /^(\d+)([/-])(\d+)/.exec(text) ?? [];
  if (first === undefined || second === undefined) throw new UnusableConstraints('expected integer');
  const [min, last] = [Number(first), Number(second)];
  return { min, max: sign === '/' ? min + last - 1 : last };
};

type Annotation = keyof typeof namespaceRanges;

const annotationOf = (namespace: KubeObject, which: Annotation): string | undefined =>
  namespace.metadata.annotations?.[namespaceRanges[which]];

const needed = (namespace: KubeObject, which: Annotation): string => {
  const text = annotationOf(namespace, which);
  if (text) return text;
  throw new UnusableConstraints(`found annotation ${namespaceRanges[which]} but it was empty`);
};

/** Groups stand in an annotation of their own or, where there is none, are numbered as users are. */
const groupsOf = (namespace: KubeObject): Required<IdRange>[] => {
  const text = annotationOf(namespace, 'groups') ?? annotationOf(namespace, 'users');
  if (text) return text.split(',').map(readBlock);
  throw new UnusableConstraints(
    `unable to find groups using ${namespaceRanges.groups} and ${namespaceRanges.users} annotations`,
  );
};

/** @throws UnusableConstraints if the namespace does not say which users and which level its pods get */
export const checkNamespaceRanges = (namespace: KubeObject): void => {
  for (const which of ['users', 'level'] as const) {
    if (annotationOf(namespace, which) !== undefined) continue;
    throw new UnusableConstraints(
      `error fetching namespace "${namespace.metadata.name}": unable to find annotation ${namespaceRanges[which]}`,
    );
  }
};

/** Reads what a constraint takes from the namespace, and says of what it is that it could not be read. */
const reading = <T>(what: string, namespace: KubeObject, constraints: KubeObject, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnusableConstraints)) throw error;
    throw new UnusableConstraints(
      `unable to find pre-allocated ${what} annotation for namespace ${namespace.metadata.name} while trying to configure SCC ${constraints.metadata.name}: ${error.message}`,
    );
  }
};

/** @throws UnusableConstraints for a strategy that lacks what it goes by */
const checkStrategies = (
  namespace: KubeObject,
  { metadata, runAsUser }: SecurityContextConstraints,
): void => {
  const lacks =
    runAsUser?.type === 'MustRunAs' && runAsUser.uid === undefined
      ? 'MustRunAs requires a UID'
      : runAsUser?.type === 'MustRunAsRange' && runAsUser.uidRangeMin === undefined
        ? 'MustRunAsRange requires a UIDRangeMin'
        : runAsUser?.type === 'MustRunAsRange' && runAsUser.uidRangeMax === undefined
          ? 'MustRunAsRange requires a UIDRangeMax'
          : undefined;
  if (lacks === undefined) return;
  throw new UnusableConstraints(
    `error creating provider for SCC ${metadata.name} in namespace ${namespace.metadata.name}: ${lacks}`,
  );
};

/**
 * A constraint as it holds in one namespace: what it leaves to the namespace is filled in.
 * @throws UnusableConstraints
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccmatching CreateProviderFromConstraint
 */
export const inNamespace = (
  constraints: SecurityContextConstraints,
  namespace: KubeObject,
): SecurityContextConstraints => {
  let { runAsUser, seLinuxContext, fsGroup, supplementalGroups } = constraints;
  if (
    runAsUser?.type === 'MustRunAsRange' &&
    runAsUser.uidRangeMin === undefined &&
    runAsUser.uidRangeMax === undefined
  ) {
    const users = reading('uid', namespace, constraints, () => readBlock(needed(namespace, 'users')));
    runAsUser = { ...runAsUser, uidRangeMin: users.min, uidRangeMax: users.max };
  }
  if (seLinuxContext?.type === 'MustRunAs' && !seLinuxContext.seLinuxOptions?.level) {
    const level = reading('mcs', namespace, constraints, () => needed(namespace, 'level'));
    seLinuxContext = { ...seLinuxContext, seLinuxOptions: { ...seLinuxContext.seLinuxOptions, level } };
  }
  if (fsGroup?.type === 'MustRunAs' && !fsGroup.ranges?.length) {
    const [{ min } = { min: 0 }] = reading('group', namespace, constraints, () => groupsOf(namespace));
    fsGroup = { ...fsGroup, ranges: [{ min, max: min }] };
  }
  if (supplementalGroups?.type === 'MustRunAs' && !supplementalGroups.ranges?.length) {
    const ranges = reading('group', namespace, constraints, () => groupsOf(namespace));
    supplementalGroups = { ...supplementalGroups, ranges };
  }
  const resolved = { ...constraints, runAsUser, seLinuxContext, fsGroup, supplementalGroups };
  checkStrategies(namespace, resolved);
  return resolved;
};
