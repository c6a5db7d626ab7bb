import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../../cluster/apiserver/requests/caller';
import type { HostedCluster } from '../clusters/hostedCluster';
import type { Wanted } from './accept';
import type { RequestTarget } from './target';

/** One request, as far as its line, its headers and its body go. */
export interface Arrival {
  readonly cluster: HostedCluster;
  /** In capital letters, as HTTP has it. */
  readonly method: string;
  /** Without the prefix of a cluster and without the query, still escaped: `/api/v1/nodes`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body as it came; empty if there was none. */
  readonly body: Buffer;
  /** Its headers, every value by itself. */
  readonly distinct: NodeJS.Dict<string[]>;
  /** Says something in a Warning header of the answer. */
  warn(text: string): void;
  /** Fires when the client has gone, or the server closes. */
  readonly gone: AbortSignal;
}

/** A request of somebody who has been found out. */
export interface Visit extends Arrival {
  /** Who asks. */
  readonly caller: Caller;
}

/** A request for objects of a kind. */
export interface Asked extends Visit {
  readonly target: RequestTarget;
  /** How it is to be answered. */
  readonly wanted: Wanted;
}
