import type { Caller } from '../caller';

/** An object that a token is bound to, or names. */
export interface TokenRef {
  readonly name: string;
  readonly uid?: string;
}

/** What the token of a service account says. @see k8s.io/kubernetes/pkg/serviceaccount privateClaims */
export interface Claims {
  readonly aud: readonly string[];
  /** Seconds since 1970, as all times in here. */
  readonly exp: number;
  readonly iat: number;
  readonly iss: string;
  readonly jti: string;
  readonly nbf: number;
  readonly sub: string;
  readonly 'kubernetes.io': {
    readonly namespace: string;
    readonly serviceaccount: TokenRef;
    readonly pod?: TokenRef;
    readonly secret?: TokenRef;
    readonly node?: TokenRef;
    readonly warnafter?: number;
  };
}

/** Makes tokens and reads them. It needs a platform that can sign, so a cluster may come without. */
export interface Tokens {
  /** Who gives the tokens out; it is their audience, too, if no other is asked for. */
  readonly issuer: string;
  sign(claims: Claims): string;
  /**
   * @returns what a token says; undefined for what is no token of this issuer
   * @throws Error if somebody else signed it
   */
  read(token: string): Claims | undefined;
  /** Whose a token is that is no service account's, but was given to the cluster; undefined if nobody's. */
  known(token: string): Caller | undefined;
}
