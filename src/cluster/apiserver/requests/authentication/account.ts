import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../../kubernetes/object';
import { notFound } from '../../../../kubernetes/refusals';
import { type Caller, serviceAccountNamed } from '../caller';
import type { ReviewContext } from '../review';
import type { Claims, TokenRef } from './tokens';

/** Why a token is not to be believed. */
export interface Problem {
  readonly problem: string;
}

/** How far clocks may be apart, in ms. @see go-jose jwt.DefaultLeeway */
const LEEWAY = 60_000;
const INVALIDATED = 'service account token has been invalidated';
const ABOUT = 'authentication.kubernetes.io';

const isGone = ({ metadata: { deletionTimestamp } }: KubeObject, now: number): boolean =>
  deletionTimestamp !== undefined && Date.parse(deletionTimestamp) < now - LEEWAY;

const wrongTime = ({ exp, nbf, iat }: Claims, now: number): string | undefined => {
  if (now > exp * 1000 + LEEWAY) return 'service account token has expired';
  if (now < nbf * 1000 - LEEWAY) return 'service account token is not valid yet';
  return now < iat * 1000 - LEEWAY ? 'service account token is issued in the future' : undefined;
};

/** What is wrong with the account itself. */
const wrongAccount = (
  { store }: ReviewContext,
  { namespace, serviceaccount: { name, uid } }: Claims['kubernetes.io'],
  now: number,
): string | undefined => {
  const found = store.get(resources.serviceaccounts, namespace, name);
  if (!found) return notFound({ group: '', plural: 'serviceaccounts' }, name).message;
  if (found.metadata.uid !== uid)
    return `service account UID (${found.metadata.uid}) does not match claim (${uid})`;
  return isGone(found, now) ? `service account ${namespace}/${name} has been deleted` : undefined;
};

/** What is wrong with the object that a token is bound to. */
const wrongBinding = (
  { store, kinds }: ReviewContext,
  { namespace, pod, secret, node }: Claims['kubernetes.io'],
  now: number,
): string | undefined => {
  const compare = (kind: string, ref: TokenRef): string | undefined => {
    const resource = kinds.of({ apiVersion: 'v1', kind });
    const object = resource && store.get(resource, resource.namespaced ? namespace : undefined, ref.name);
    if (!object) return INVALIDATED;
    const what = kind.toLowerCase();
    if (object.metadata.uid !== ref.uid)
      return `${what} UID (${object.metadata.uid}) does not match service account ${what} ref claim (${ref.uid})`;
    return isGone(object, now) ? INVALIDATED : undefined;
  };
  if (secret) return compare('Secret', secret);
  if (pod) return compare('Pod', pod);
  return node ? compare('Node', node) : undefined;
};

/**
 * The service account that a token speaks for. It must exist, and so must the pod, secret or node that the token is
 * bound to.
 * @param now ms since 1970
 * @see k8s.io/kubernetes/pkg/serviceaccount validator.Validate
 */
export const accountOf = (context: ReviewContext, claims: Claims, now: number): Caller | Problem => {
  const about = claims['kubernetes.io'];
  const problem =
    wrongTime(claims, now) ?? wrongAccount(context, about, now) ?? wrongBinding(context, about, now);
  if (problem !== undefined) return { problem };
  const { namespace, serviceaccount, pod, node } = about;
  return {
    ...serviceAccountNamed(namespace, serviceaccount.name),
    ...(serviceaccount.uid ? { uid: serviceaccount.uid } : {}),
    extra: {
      [`${ABOUT}/credential-id`]: [`JTI=${claims.jti}`],
      ...(node ? { [`${ABOUT}/node-name`]: [node.name] } : {}),
      ...(node?.uid ? { [`${ABOUT}/node-uid`]: [node.uid] } : {}),
      ...(pod ? { [`${ABOUT}/pod-name`]: [pod.name], [`${ABOUT}/pod-uid`]: [pod.uid ?? ''] } : {}),
    },
  };
};
