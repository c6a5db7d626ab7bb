import { MODEL_EPOCH } from '../../../../kubernetes/fields/time';
import { AUTHENTICATED, type Caller } from '../caller';
import type { ReviewContext } from '../review';
import { accountOf, type Problem } from './account';

/** Whose a token is, and which of the audiences that were asked for it is meant for; or what is wrong with it. */
export type Authentication =
  | { readonly caller: Caller; readonly audiences: readonly string[] }
  | { readonly problem: string };

const INVALID = 'invalid bearer token';

const quoted = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(' ')}]`;

/** Reads a token of a service account. @returns undefined if it is none */
const readToken = (
  context: ReviewContext,
  token: string,
  wanted: readonly string[],
): Authentication | Problem | undefined => {
  try {
    const claims = context.tokens?.read(token);
    if (!claims) return undefined;
    const audiences = claims.aud.filter((each) => wanted.includes(each));
    if (audiences.length === 0)
      return {
        problem: `token audiences ${quoted(claims.aud)} is invalid for the target audiences ${quoted(wanted)}`,
      };
    const account = accountOf(context, claims, MODEL_EPOCH + context.now);
    if ('problem' in account) return account;
    return { caller: { ...account, groups: [...account.groups, AUTHENTICATED] }, audiences };
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

/**
 * Finds out whose a bearer token is: one that the cluster was given, or one of a service account.
 * @param audiences whom it should be meant for; by default the API server
 * @see k8s.io/kubernetes/pkg/kubeapiserver/authenticator Config.New
 */
export const authenticate = (
  context: ReviewContext,
  token: string,
  audiences: readonly string[] = [],
): Authentication => {
  const { tokens } = context;
  if (!tokens) return { problem: INVALID };
  const wanted = audiences.length > 0 ? audiences : [tokens.issuer];
  const known = tokens.known(token);
  if (known) return { caller: known, audiences: wanted };
  const outcome = readToken(context, token, wanted);
  if (!outcome) return { problem: INVALID };
  return 'problem' in outcome ? { problem: `[${INVALID}, ${outcome.problem}]` } : outcome;
};
