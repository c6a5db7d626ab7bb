import type { PolicyRule } from '../../../../kubernetes/kinds/rbac/rbac';
import { forbidden } from '../../../../kubernetes/refusals';
import type { ResourceType } from '../../../../kubernetes/resourceType';
import type { Store } from '../../registry/store';
import { type Caller, MASTERS } from '../caller';
import { describeSource, visitRules } from './rules';

/** What somebody wants to do. */
export interface Request {
  readonly verb: string;
  readonly resource: Pick<ResourceType, 'group' | 'plural'>;
  readonly subresource?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}

/** What somebody wants to do at a path that is no resource, such as `/healthz`. */
export interface Visit {
  /** `get`, `post`, …: the method in small letters. */
  readonly verb: string;
  readonly path: string;
}

/** Whether somebody may, and why; the reason is empty for masters, and as a rule for those who may not. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason: string;
}

const covers = (list: readonly string[] | undefined, wanted: string): boolean =>
  list?.some((each) => each === '*' || each === wanted) ?? false;

const pathOf = ({ resource, subresource }: Request): string =>
  subresource ? `${resource.plural}/${subresource}` : resource.plural;

const allows = (rule: PolicyRule, request: Request): boolean => {
  const { verb, resource, subresource, name } = request;
  const names = rule.resourceNames ?? [];
  return (
    covers(rule.verbs, verb) &&
    covers(rule.apiGroups, resource.group) &&
    (covers(rule.resources, pathOf(request)) ||
      (Boolean(subresource) && covers(rule.resources, `*/${subresource}`))) &&
    (names.length === 0 || (name !== undefined && names.includes(name)))
  );
};

/**
 * A path that ends in `*` stands for all that begin so.
 * @see k8s.io/component-helpers/auth/rbac NonResourceURLMatches
 */
const allowsVisit = ({ verbs, nonResourceURLs = [] }: PolicyRule, { verb, path }: Visit): boolean =>
  covers(verbs, verb) &&
  nonResourceURLs.some(
    (each) => each === '*' || each === path || (each.endsWith('*') && path.startsWith(each.slice(0, -1))),
  );

const isVisit = (what: Request | Visit): what is Visit => 'path' in what;

/**
 * Decides what somebody may do, by their roles.
 * @see k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac RBACAuthorizer.Authorize
 */
export const decide = (store: Store, caller: Caller, what: Request | Visit): Decision => {
  if (caller.groups.includes(MASTERS)) return { allowed: true, reason: '' };
  let decision: Decision | undefined;
  const missing = new Set<string>();
  visitRules(
    store,
    caller,
    isVisit(what) ? undefined : what.namespace,
    (rule, source) => {
      if (!(isVisit(what) ? allowsVisit(rule, what) : allows(rule, what))) return false;
      decision = { allowed: true, reason: `RBAC: allowed by ${describeSource(source)}` };
      return true;
    },
    (role) => missing.add(role),
  );
  if (decision) return decision;
  const [only, ...more] = missing;
  if (only === undefined) return { allowed: false, reason: '' };
  const problems = more.length === 0 ? only : `[${[...missing].join(', ')}]`;
  return { allowed: false, reason: `RBAC: ${problems}` };
};

/** Whether role-based access control lets the caller do this. */
export const mayDo = (store: Store, caller: Caller, request: Request): boolean => {
  if (caller.groups.includes(MASTERS)) return true;
  let may = false;
  visitRules(store, caller, request.namespace, (rule) => {
    may = allows(rule, request);
    return may;
  });
  return may;
};

/** Avoids what looks like HTML. @see k8s.io/apiserver/pkg/endpoints/handlers/responsewriters sanitizer */
const sanitized = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * What the API server says to somebody who may not do this.
 * @see k8s.io/apiserver/pkg/endpoints/handlers/responsewriters ForbiddenStatusError
 */
export const refusalTo = (caller: Caller, what: Request | Visit, reason: string) => {
  const why = reason === '' ? '' : `: ${reason}`;
  const cannot = `User ${JSON.stringify(caller.name)} cannot ${what.verb}`;
  if (isVisit(what)) {
    const refused = sanitized(`${cannot} path ${JSON.stringify(what.path)}`);
    return forbidden({ group: '', plural: '' }, '', `${refused}${why}`);
  }
  const { resource, namespace, name = '' } = what;
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  const refused = `${cannot} resource "${pathOf(what)}" in API group "${resource.group}" ${where}`;
  return forbidden(resource, name, `${sanitized(refused)}${why}`);
};

/** @throws ApiError 403 in the API server's words if the caller may not do this. */
export const authorize = (store: Store, caller: Caller, what: Request | Visit): void => {
  const { allowed, reason } = decide(store, caller, what);
  if (!allowed) throw refusalTo(caller, what, reason);
};
