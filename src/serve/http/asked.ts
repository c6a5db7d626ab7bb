import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../../cluster/apiserver/requests/caller';
import type { HostedCluster } from '../clusters/hostedCluster';
import type { RequestTarget } from './target';

/** One request, as far as its line, its headers and its body go. */
export interface Visit {
  readonly cluster: HostedCluster;
  /** In capital letters, as HTTP has it. */
  readonly method: string;
  /** Without the prefix of a cluster and without the query, still escaped: `/api/v1/nodes`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body as it came; empty if there was none. */
  readonly body: Buffer;
  /** Who asks. */
  readonly caller: Caller;
  /** Says something in a Warning header of the answer. */
  warn(text: string): void;
  /** Fires when the client has gone, or the server closes. */
  readonly gone: AbortSignal;
}

/** A request for objects of a kind. */
export interface Asked extends Visit {
  readonly target: RequestTarget;
}
