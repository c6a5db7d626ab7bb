import { MODEL_EPOCH, toTimestamp } from '../../../../kubernetes/fields/time';
import { invalid as invalidField } from '../../../../kubernetes/fields/validation/causes';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { ServiceAccount } from '../../../../kubernetes/kinds/serviceaccount/serviceAccount';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import {
  badRequest,
  conflict,
  type FieldCause,
  internalError,
  invalid,
} from '../../../../kubernetes/refusals';
import type { Claims } from '../authentication/tokens';
import { serviceAccountNamed } from '../caller';
import type { PartHandler, PartRequest } from './part';

interface BoundObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
}

interface Spec {
  readonly audiences?: readonly string[];
  readonly expirationSeconds?: number;
  readonly boundObjectRef?: BoundObject;
}

const TOKEN_REQUEST = { group: 'authentication.k8s.io', plural: 'TokenRequest', kind: 'TokenRequest' };
const HOUR = 3600;
const SHORTEST = 600;
const LONGEST = 2 ** 32;
/** How long the token of a pod is asked for that kubelets mount; it is good for much longer, and warned of. */
const MOUNTED = HOUR + 7;
const EXTENDED = 365 * 24 * HOUR;

const refuse = (name: string, causes: readonly FieldCause[]): void => {
  if (causes.length > 0) throw invalid(TOKEN_REQUEST, name, causes);
};

const checkPlace = ({ name, namespace }: PartRequest, { metadata }: Manifest): void => {
  const check = (field: 'name' | 'namespace', wanted: string | undefined): void => {
    const given = metadata?.[field];
    if (given && given !== wanted)
      refuse(name, [
        invalidField(`metadata.${field}`, given, `must match the service account ${field} if specified`),
      ]);
  };
  check('name', name);
  check('namespace', namespace);
};

const checkDuration = (seconds: number): void => {
  const field = 'spec.expirationSeconds';
  refuse('', [
    ...(seconds < SHORTEST
      ? [invalidField(field, seconds, 'may not specify a duration less than 10 minutes')]
      : []),
    ...(seconds > LONGEST
      ? [invalidField(field, seconds, 'may not specify a duration larger than 2^32 seconds')]
      : []),
  ]);
};

const refOf = ({ metadata: { name, uid } }: KubeObject) => ({ name, uid });

/** What the token is bound to, and the node that a pod is on. */
const boundTo = (
  { registry, name: account, namespace }: PartRequest,
  ref: BoundObject | undefined,
): Partial<Claims['kubernetes.io']> => {
  if (!ref) return {};
  const { apiVersion = '', kind = '', name = '', uid = '' } = ref;
  const resource = ['Pod', 'Secret', 'Node'].includes(kind) && registry.kinds.of({ apiVersion, kind });
  if (apiVersion !== 'v1' || !resource) {
    const [version, group = ''] = apiVersion.split('/').reverse();
    throw badRequest(`cannot bind token to object of type ${group}/${version}, Kind=${kind}`);
  }
  const object = registry.get(resource, resource.namespaced ? namespace : undefined, name);
  const pod = kind === 'Pod' ? registry.get(resources.pods, namespace, name) : undefined;
  if (pod && pod.spec.serviceAccountName !== account)
    throw badRequest(
      `cannot bind token for serviceaccount "${account}" to pod running with different serviceaccount name.`,
    );
  if (uid && uid !== object.metadata.uid)
    throw conflict(
      { group: '', plural: kind, kind },
      name,
      `the UID in the bound object reference (${uid}) does not match the UID in record. The object might have been deleted and then recreated`,
    );
  const nodeName = pod?.spec.nodeName;
  const node = nodeName ? registry.store.get(resources.nodes, undefined, nodeName) : undefined;
  return {
    [kind.toLowerCase()]: refOf(object),
    ...(nodeName ? { node: node ? refOf(node) : { name: nodeName } } : {}),
  };
};

const claimsOf = (
  { registry }: PartRequest,
  { metadata }: ServiceAccount,
  issuer: string,
  {
    seconds,
    audiences,
    bound,
  }: { seconds: number; audiences: readonly string[]; bound: Partial<Claims['kubernetes.io']> },
): Claims => {
  const { name, namespace = '' } = metadata;
  const now = Math.floor((MODEL_EPOCH + registry.now) / 1000);
  const isMounted = bound.pod !== undefined && seconds === MOUNTED && audiences.includes(issuer);
  return {
    aud: audiences,
    exp: now + (isMounted ? EXTENDED : seconds),
    iat: now,
    iss: issuer,
    jti: registry.newUid(),
    'kubernetes.io': {
      namespace,
      ...bound,
      serviceaccount: refOf({ metadata } as KubeObject),
      ...(isMounted ? { warnafter: now + seconds } : {}),
    },
    nbf: now,
    sub: serviceAccountNamed(namespace, name).name,
  };
};

/** Makes a token for a service account. @see k8s.io/kubernetes/pkg/registry/core/serviceaccount/storage TokenREST */
export const token: PartHandler = {
  create: (request, sent) => {
    const { registry, namespace, name, tokens } = request;
    checkPlace(request, sent);
    const account = registry.get(resources.serviceaccounts, namespace, name);
    const { uid } = sent.metadata ?? {};
    if (uid && uid !== account.metadata.uid)
      throw conflict(
        TOKEN_REQUEST,
        name,
        `the UID in the token request (${uid}) does not match the UID of the service account (${account.metadata.uid})`,
      );
    const spec = (sent.spec ?? {}) as Spec;
    const { expirationSeconds: seconds = HOUR, boundObjectRef } = spec;
    checkDuration(seconds);
    const bound = boundTo(request, boundObjectRef);
    if (!tokens) throw internalError('failed to generate token: nobody signs tokens here');
    const audiences = spec.audiences?.length ? spec.audiences : [tokens.issuer];
    const made = tokens.sign(claimsOf(request, account, tokens.issuer, { seconds, audiences, bound }));
    const given = {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata: {
        ...sent.metadata,
        name,
        namespace: account.metadata.namespace ?? '',
        uid: account.metadata.uid,
        creationTimestamp: toTimestamp(registry.now),
      },
      spec: { ...spec, audiences, expirationSeconds: seconds, boundObjectRef: boundObjectRef ?? null },
      status: { expirationTimestamp: toTimestamp(registry.now + seconds * 1000), token: made },
    };
    return given as unknown as KubeObject;
  },
};
