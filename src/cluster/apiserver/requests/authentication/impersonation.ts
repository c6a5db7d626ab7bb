import { ApiError, badRequest } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import { decide, type Request, refusalTo, type Visit } from '../authorization/rbac';
import {
  AUTHENTICATED,
  anonymous,
  type Caller,
  MASTERS,
  serviceAccountNamed,
  UNAUTHENTICATED,
} from '../caller';
import { accountIn, modes, nodeIn } from './impersonationModes';

const AUTHENTICATION = 'authentication.k8s.io';
/** So many groups, or more, are asked for all at once first. */
const MANY = 4;

/** What the right to speak as somebody consists of, piece by piece. */
const needed = (wanted: Caller, verb: string, isConstrained: boolean): readonly Request[] => {
  const group = isConstrained ? AUTHENTICATION : '';
  const on = (plural: string, name: string, of = group): Request => ({
    verb,
    resource: { group: of, plural },
    name,
  });
  const account = accountIn(wanted.name);
  const node = isConstrained ? nodeIn(wanted.name) : undefined;
  const who: Request = account
    ? { ...on('serviceaccounts', account.account), namespace: account.namespace }
    : node !== undefined
      ? on('nodes', verb.endsWith('associated-node') ? '*' : node)
      : on('users', wanted.name);
  return [
    who,
    ...(wanted.uid ? [on('uids', wanted.uid, AUTHENTICATION)] : []),
    ...wanted.groups.map((name) => on('groups', name)),
    ...Object.entries(wanted.extra ?? {}).flatMap(([subresource, values]) =>
      values.map((value) => ({ ...on('userextras', value, AUTHENTICATION), subresource })),
    ),
  ];
};

/** Somebody, with the groups that go without saying. */
const completed = (wanted: Caller, isConstrained: boolean): Caller => {
  const account = accountIn(wanted.name);
  const node = isConstrained && nodeIn(wanted.name) !== undefined ? ['system:nodes'] : [];
  const implied = account ? serviceAccountNamed(account.namespace, account.account).groups : node;
  const groups = wanted.groups.length > 0 ? wanted.groups : implied;
  if (wanted.name !== anonymous.name && groups.includes(UNAUTHENTICATED)) return { ...wanted, groups };
  const own = wanted.name === anonymous.name ? UNAUTHENTICATED : AUTHENTICATED;
  return { ...wanted, groups: groups.includes(own) ? groups : [...groups, own] };
};

/** @throws ApiError 403 of the first thing that the caller may not */
const checkAll = (store: Store, caller: Caller, all: readonly (Request | Visit)[]): void => {
  for (const each of all) {
    const { allowed, reason } = decide(store, caller, each);
    if (!allowed) throw refusalTo(caller, each, reason);
  }
};

/** Groups that nobody can ask for by these rights. */
const refuseGroups = (caller: Caller, { groups }: Caller, verb: string): void => {
  const refuse = (name: string, why: string): void => {
    if (!groups.includes(name)) return;
    const about = { verb, resource: { group: AUTHENTICATION, plural: 'groups' }, name };
    throw refusalTo(caller, about, `impersonating the ${why} group is not allowed`);
  };
  refuse('', 'empty string');
  refuse(MASTERS, MASTERS);
};

/** Leaves out of many groups those that one right to all of them covers. */
const withoutCovered = (store: Store, caller: Caller, all: readonly Request[]): readonly Request[] => {
  const groups = all.filter(({ resource }) => resource.plural === 'groups');
  const [first] = groups;
  if (!first || groups.length < MANY || !decide(store, caller, { ...first, name: '*' }).allowed) return all;
  return all.filter((each) => !groups.includes(each));
};

/**
 * Speaks as somebody else. Who may do so for such requests alone is asked first; who may do so at all, last. The first
 * refusal counts.
 * @param wanted as the headers say it: with the groups that are asked for, and no others
 * @param what the request that is made as somebody else
 * @returns whom the request is made as
 * @throws ApiError 403
 * @see k8s.io/apiserver/pkg/endpoints/filters/impersonation WithConstrainedImpersonation
 */
export const impersonate = (store: Store, caller: Caller, wanted: Caller, what: Request | Visit): Caller => {
  let first: ApiError | undefined;
  const attempt = (tries: () => Caller): Caller | undefined => {
    try {
      return tries();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      first ??= error;
      return undefined;
    }
  };
  for (const { name, isFor } of modes) {
    if (!isFor(wanted, caller)) continue;
    const verb = `impersonate:${name}`;
    const found = attempt(() => {
      checkAll(store, caller, [{ ...what, verb: `impersonate-on:${name}:${what.verb}` }]);
      refuseGroups(caller, wanted, verb);
      checkAll(store, caller, withoutCovered(store, caller, needed(wanted, verb, true)));
      return completed(wanted, true);
    });
    if (found) return found;
  }
  const found = attempt(() => {
    checkAll(store, caller, needed(wanted, 'impersonate', false));
    return completed(wanted, false);
  });
  if (found) return found;
  throw first ?? badRequest('nobody to impersonate');
};
