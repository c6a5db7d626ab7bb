import type { Request, Visit } from '../../cluster/apiserver/requests/authorization/rbac';
import type { Caller } from '../../cluster/apiserver/requests/caller';
import type { ApiServer } from '../../cluster/apiserver/requests/server';
import { unauthorized } from '../../kubernetes/refusals';
import { type Headers, wantedIn } from './headers';

/** What says who makes a request. */
export interface Claimed {
  readonly headers: Headers;
  /** What the request is about: some may speak as others for some requests only. */
  readonly what: Request | Visit;
}

const tokenIn = ({ authorization }: Headers): string | undefined => {
  const [scheme = '', token = ''] = authorization?.[0]?.trim().split(/ +/) ?? [];
  return scheme.toLowerCase() === 'bearer' && token !== '' ? token : undefined;
};

const known = (server: ApiServer, headers: Headers, otherwise: Caller | undefined): Caller => {
  const token = tokenIn(headers);
  if (token === undefined) {
    // Who shows something else, a password, say, is nobody that is known.
    if (!otherwise || headers.authorization?.[0]?.trim()) throw unauthorized();
    return otherwise;
  }
  const outcome = server.authenticate(token);
  if ('problem' in outcome) throw unauthorized();
  return outcome.caller;
};

/**
 * Finds out who makes a request, by its token, and as whom, by the headers that ask for it.
 * @param otherwise who it is if there is no token; undefined refuses
 * @throws ApiError 401 without a token, or with one that is not to be believed; 403 if the caller may not speak as
 *   whom the headers say; 400 for headers that say as what, but not as whom
 * @see k8s.io/apiserver/pkg/endpoints/filters WithAuthentication
 */
export const identify = (
  server: ApiServer,
  { headers, what }: Claimed,
  otherwise: Caller | undefined,
): Caller => {
  const caller = known(server, headers, otherwise);
  const wanted = wantedIn(headers);
  return wanted ? server.impersonate(caller, wanted, what) : caller;
};
