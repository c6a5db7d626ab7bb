import { ApiError } from '../../../kubernetes/refusals';
import type { Connection } from '../connection/connection';
import { inParallel } from './parallel';
import { type Deed, deedsOf, RIGHTS, type Right } from './rights';

/** What a review of rules finds: the rules that are known, and whether there may be more. */
interface RulesReview {
  readonly status: {
    readonly incomplete: boolean;
    readonly resourceRules:
      | readonly {
          readonly verbs: readonly string[];
          readonly apiGroups?: readonly string[];
          readonly resources?: readonly string[];
          readonly resourceNames?: readonly string[];
        }[]
      | null;
  };
}

const holds = (words: readonly string[] | undefined, word: string): boolean =>
  words?.some((each) => each === '*' || each === word) ?? false;

/** Rules speak of parts by themselves, `pods/status`, or of the parts of everything, `*` before `/status`. */
const namesOf = (resource: string): readonly string[] => {
  const [, part] = resource.split('/');
  return part === undefined ? [resource] : [resource, `*/${part}`];
};

/** No namespace has this name, so only what holds everywhere is told of it. */
const NOWHERE = 'rollcall-asks-for-no-namespace';

/**
 * What is known at once to be allowed everywhere.
 * @see pkg/registry/authorization/selfsubjectrulesreview/rest.go Create
 */
const allowedByRules = async (connection: Connection): Promise<(deed: Deed) => boolean> => {
  const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
  const body = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectRulesReview',
    spec: { namespace: NOWHERE },
  };
  try {
    const { status } = (await connection.send({ method: 'POST', path, body })).body as RulesReview;
    const rules = (status.resourceRules ?? []).filter(({ resourceNames }) => !resourceNames?.length);
    return ({ verb, group, resource }) =>
      rules.some(
        ({ verbs, apiGroups, resources }) =>
          holds(verbs, verb) &&
          holds(apiGroups, group) &&
          namesOf(resource).some((name) => holds(resources, name)),
      );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return () => false;
  }
};

const isAllowed = async (connection: Connection, { verb, group, resource: name }: Deed): Promise<boolean> => {
  const [resource, subresource] = name.split('/');
  const { body } = await connection.send({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { verb, group, resource, ...(subresource ? { subresource } : {}) } },
    },
  });
  return (body as { readonly status: { readonly allowed: boolean } }).status.allowed;
};

/**
 * Which of these things the caller may not do, found by asking; nothing is stored. What the rules do not tell, as where
 * somebody else than RBAC decides, is asked one by one.
 * @throws as `send`
 */
export const missingRights = async (
  connection: Connection,
  rights: readonly Right[] = RIGHTS,
): Promise<readonly Deed[]> => {
  const isKnown = await allowedByRules(connection);
  const unknown = deedsOf(rights).filter((deed) => !isKnown(deed));
  const answers = await inParallel(unknown, (deed) => isAllowed(connection, deed));
  return unknown.filter((_, index) => !answers[index]);
};

/** As people read it, a line a resource with its verbs: `daemonsets.apps: create, delete`. */
export const describeDeeds = (deeds: readonly Deed[]): readonly string[] => {
  const verbs = new Map<string, string[]>();
  for (const { verb, group, resource } of deeds) {
    const [name, part] = resource.split('/');
    const full = `${name}${group === '' ? '' : `.${group}`}${part === undefined ? '' : `/${part}`}`;
    verbs.set(full, [...(verbs.get(full) ?? []), verb]);
  }
  return [...verbs].map(([resource, all]) => `${resource}: ${all.join(', ')}`);
};
