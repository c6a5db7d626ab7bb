import type { Agent } from 'node:http';

/** What a certificate and its keys are given to Node.js as. */
export interface Tls {
  readonly ca?: string | Buffer | undefined;
  readonly cert?: string | Buffer | undefined;
  readonly key?: string | Buffer | undefined;
  readonly rejectUnauthorized?: boolean | undefined;
  readonly servername?: string | undefined;
}

/** Where a server is, and what it is shown. Nothing of it but `server` may be written anywhere. */
export interface Access {
  /** For people: the address without anything secret. */
  readonly server: string;
  readonly url: URL;
  /** Who makes the requests: `Authorization`, and whom the kubeconfig itself says to impersonate. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly tls: Tls;
  /** Of servers behind a proxy. */
  readonly proxy?: Agent | undefined;
  /** Credentials that change meanwhile have to be read again after so many milliseconds. */
  readonly keepsFor: number;
}
