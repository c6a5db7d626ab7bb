import { type PolicyRule, RBAC_GROUP } from '../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../kubernetes/kinds/resources';
import { SECURITY_GROUP } from '../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import { fail, MisspeltError, usageError } from '../errors';
import { list } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { defineVerb, type Verb } from '../verb';

/** A resource as rules speak of it. */
interface Place {
  readonly group: string;
  readonly plural: string;
}

const STANDARD_VERBS = new Set(
  '* get delete list create update patch watch proxy deletecollection use bind escalate impersonate'.split(
    ' ',
  ),
);

const ROLES: readonly Place[] = [
  { group: RBAC_GROUP, plural: 'roles' },
  { group: RBAC_GROUP, plural: 'clusterroles' },
];

/** Verbs that mean something for some resources only. `oc` knows more of them than `kubectl`. */
type SpecialVerbs = Readonly<Record<string, readonly Place[]>>;

const ofKubectl: SpecialVerbs = {
  use: [
    { group: 'policy', plural: 'podsecuritypolicies' },
    { group: 'extensions', plural: 'podsecuritypolicies' },
  ],
  bind: ROLES,
  escalate: ROLES,
  impersonate: [
    { group: '', plural: 'users' },
    { group: '', plural: 'serviceaccounts' },
    { group: '', plural: 'groups' },
    { group: 'authentication.k8s.io', plural: 'userextras' },
  ],
};

const ofOc: SpecialVerbs = {
  ...ofKubectl,
  use: [...(ofKubectl.use ?? []), { group: SECURITY_GROUP, plural: 'securitycontextconstraints' }],
};

const isSame = (a: Place) => (b: Place) => a.group === b.group && a.plural === b.plural;

/** Finds what somebody means, `pods`, `rs.apps` or `pods/status`. @throws CommandError in kubectl's words */
const readResource = (
  { kinds }: Session,
  text: string,
  verbs: readonly string[],
  special: SpecialVerbs,
): Place => {
  const [word = '', subresource] = text.split(/\/(.*)/s);
  const [plural = '', group = ''] = word.split(/\.(.*)/s);
  if (plural === '') throw fail('resource must be specified if apiGroup/subresource specified');
  const withPart = (place: Place): Place =>
    subresource ? { ...place, plural: `${place.plural}/${subresource}` } : place;
  if (plural === '*') return withPart({ group, plural });
  const served = kinds.named(word);
  const place = served ? { group: served.group, plural: served.plural } : { group, plural };
  const restricted = verbs.filter((verb) => special[verb]);
  const odd = restricted.find((verb) => !special[verb]?.some(isSame(place)));
  if (odd) throw fail(`can not perform '${odd}' on '${place.plural}' in group '${place.group}'`);
  if (!served && restricted.length === 0) {
    throw new MisspeltError(`error: the server doesn't have a resource type "${word}"`);
  }
  return withPart(place);
};

/** One rule for each API group, the groups in order. */
const rulesOf = (
  places: readonly Place[],
  verbs: readonly string[],
  resourceNames: readonly string[],
): PolicyRule[] =>
  [...new Set(places.map(({ group }) => group))].sort().map((group) => ({
    apiGroups: [group],
    ...(resourceNames.length === 0 ? {} : { resourceNames }),
    resources: [...new Set(places.filter((each) => each.group === group).map(({ plural }) => plural))],
    verbs,
  }));

const define = (resource: ResourceType, special: SpecialVerbs): Verb =>
  defineVerb({
    name: `create ${resource.singular}`,
    flags: { verb: list(), resource: list(), resourceName: list(), ...changeFlags },
    async run(session, words, { verb, resource: wanted, resourceName, ...how }) {
      const [name, ...more] = words;
      if (name === undefined || more.length > 0) {
        throw usageError(`create ${resource.singular}`, `exactly one NAME is required, got ${words.length}`);
      }
      const verbs = verb.includes('*') ? ['*'] : [...new Set(verb)];
      if (verbs.length === 0) throw fail('at least one verb must be specified');
      for (const each of verbs) {
        if (!STANDARD_VERBS.has(each)) session.warn(`Warning: '${each}' is not a standard resource verb`);
      }
      if (wanted.length === 0) {
        throw fail(
          resource.namespaced
            ? 'at least one resource must be specified'
            : 'one of resource or nonResourceURL must be specified',
        );
      }
      const places = wanted.map((each) => readResource(session, each, verbs, special));
      const manifest: Manifest = {
        apiVersion: resource.apiVersion,
        kind: resource.kind,
        metadata: { name, ...(resource.namespaced ? { namespace: session.namespace } : {}) },
        rules: rulesOf(places, verbs, [...new Set(resourceName)]),
      };
      const object = how.dryRun ? (manifest as KubeObject) : await session.api.create(manifest);
      report(session, { resource, object }, 'created', how);
    },
  });

const forProgram = (special: SpecialVerbs): readonly Verb[] => [
  define(resources.roles, special),
  define(resources.clusterroles, special),
];

/**
 * `create role NAME` and `create clusterrole NAME`: what may be done with some resources, perhaps with some of them by
 * name. Paths that are no resources are not spoken of here.
 * @see k8s.io/kubectl/pkg/cmd/create CreateRoleOptions
 */
export const createRoles = { kubectl: forProgram(ofKubectl), oc: forProgram(ofOc) } as const;
