import type { Caller } from '../../cluster/apiserver/requests/caller';
import { badRequest } from '../../kubernetes/refusals';

/** The headers of a request, by names in small letters: every value by itself, as `headersDistinct` of Node.js. */
export type Headers = Readonly<Record<string, readonly string[] | undefined>>;

const USER = 'impersonate-user';
const GROUP = 'impersonate-group';
const UID = 'impersonate-uid';
const EXTRA = 'impersonate-extra-';

/** A key with `%2f` and the like read; one that is malformed stands for itself. */
const unescaped = (key: string): string => {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
};

const quoted = (values: readonly string[]): string =>
  `[]string{${values.map((value) => JSON.stringify(value)).join(', ')}}`;

/** Somebody as Go prints them. */
const printed = ({ name, uid = '', groups, extra = {} }: Caller): string => {
  const keys = Object.keys(extra).sort();
  const pairs = keys.map((key) => `${JSON.stringify(key)}:${quoted(extra[key] ?? [])}`);
  const values = keys.length === 0 ? '(nil)' : `{${pairs.join(', ')}}`;
  const members = groups.length === 0 ? '[]string(nil)' : quoted(groups);
  return `&user.DefaultInfo{Name:${JSON.stringify(name)}, UID:${JSON.stringify(uid)}, Groups:${members}, Extra:map[string][]string${values}}`;
};

/**
 * Whom somebody wants to speak as, as the headers of their request say it.
 * @returns undefined if they speak for themselves
 * @throws ApiError 400 for groups and the like without a user
 * @see k8s.io/apiserver/pkg/endpoints/filters/impersonation processImpersonationHeaders
 */
export const wantedIn = (headers: Headers): Caller | undefined => {
  const name = headers[USER]?.[0] ?? '';
  const uid = headers[UID]?.[0] ?? '';
  const groups = headers[GROUP] ?? [];
  const extra = Object.fromEntries(
    Object.entries(headers)
      .filter(([header]) => header.startsWith(EXTRA))
      .map(([header, values = []]) => [unescaped(header.slice(EXTRA.length)), values] as const),
  );
  const hasExtra = Object.keys(extra).length > 0;
  const wanted = { name, groups, ...(uid ? { uid } : {}), ...(hasExtra ? { extra } : {}) };
  if (name !== '') return wanted;
  if (uid !== '' || groups.length > 0 || hasExtra)
    throw badRequest(`requested ${printed(wanted)} without impersonating a user name`);
  return undefined;
};
