import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Claims, Tokens } from '../../cluster/apiserver/requests/authentication/tokens';
import type { Caller } from '../../cluster/apiserver/requests/caller';

/** Who gives out the tokens of service accounts, as in clusters that say nothing of it. */
export const ISSUER = 'https://kubernetes.default.svc.cluster.local';

/** Elliptic curves: a key is made in no time, and every cluster has its own. */
const ALGORITHM = 'ES256';
const SIGNATURE = 'ieee-p1363';

interface Keys {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const makeKeys = (): Keys => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { id: createHash('sha256').update(der).digest('base64url'), privateKey, publicKey };
};

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** What a part of a token says; undefined if it is no JSON object. */
const decoded = (part: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Makes and reads the tokens of one cluster: signed JSON Web Tokens. Its keys are made when they are first needed, and
 * go with it.
 * @param given tokens that are no service accounts', and whose they are
 * @see k8s.io/kubernetes/pkg/serviceaccount JWTTokenGenerator, jwtTokenAuthenticator.AuthenticateToken
 */
export const createTokens = (given: ReadonlyMap<string, Caller> = new Map()): Tokens => {
  let made: Keys | undefined;
  const keys = (): Keys => {
    made ??= makeKeys();
    return made;
  };
  const isGood = (text: string, signature: string): boolean => {
    const key = { key: keys().publicKey, dsaEncoding: SIGNATURE } as const;
    return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  };
  return {
    issuer: ISSUER,
    sign(claims) {
      const text = `${encoded({ alg: ALGORITHM, kid: keys().id })}.${encoded(claims)}`;
      const key = { key: keys().privateKey, dsaEncoding: SIGNATURE } as const;
      return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
    },
    read(token) {
      const [head = '', body = '', signature, ...more] = token.split('.');
      if (signature === undefined || more.length > 0) return undefined;
      const claims = decoded(body);
      if (claims?.iss !== ISSUER) return undefined;
      if (decoded(head)?.kid !== keys().id) throw new Error('invalid signature, no keys found');
      if (decoded(head)?.alg !== ALGORITHM || !isGood(`${head}.${body}`, signature))
        throw new Error('go-jose/go-jose: error in cryptographic primitive');
      // This very server signed it.
      return claims as unknown as Claims;
    },
    known: (token) => given.get(token),
  };
};
