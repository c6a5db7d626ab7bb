import type { KubeObject } from '../../../kubernetes/object';
import type { User } from '../../../port/api';

/** One request of the REST API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With the query: `/api/v1/nodes?limit=1`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** What the answer may be; default `application/json`. */
  readonly accept?: string;
  /**
   * Of what creates an object: there is none of its name, and nobody else makes one. If there is one when the reply was cut,
   * it is this one. Otherwise the time that it was created at has to tell.
   */
  readonly isNew?: boolean;
  /** The object that has its name before it is sent, as far as it is known. Nobody else makes another one. */
  readonly before?: Pick<KubeObject['metadata'], 'uid' | 'resourceVersion' | 'deletionTimestamp'> | undefined;
  /** The server carries it out once, however often it is sent, and answers as the first time. */
  readonly isOnce?: boolean;
  /** What the server warns of is waited for, and is lost with the reply: no other answer will do. */
  readonly isHeeded?: boolean;
  /** So long (ms) an answer may take that comes when something is done. Default: as long as any other. */
  readonly patience?: number;
  /** Who it is made as, by impersonation. */
  readonly as?: User | undefined;
}

/** What the server answers when it does not refuse. */
export interface Answer {
  readonly code: number;
  /** The JSON, parsed; a string if it is none. */
  readonly body: unknown;
  /** The texts of its Warning headers. */
  readonly warnings: readonly string[];
}

/** A watch on the wire. */
export interface Stream {
  /** Resolves when it has ended, whoever ended it; with what went wrong, if anything did. Never rejects. */
  readonly over: Promise<Error | undefined>;
  end(): void;
}

/** A connection to an API server with credentials. Neither shows up in any message of its. */
export interface Connection {
  /** For people: `https://10.0.0.1:6443`. */
  readonly server: string;
  /** How long (ms) the server takes to answer, as measured lately. */
  readonly latency: number;
  /** By how much (ms) the server's clock is ahead of this machine's; negative if it is behind. */
  readonly skew?: number;
  /**
   * What the server's clock says, in milliseconds since MODEL_EPOCH: the latest that it can be, as far as its answers tell.
   * Never goes back.
   */
  now(): number;
  /** The earliest that it can be: what is said to have just happened lies in nobody's future. */
  earliest(): number;
  /**
   * Sends a request, and sends it again as long as the server asks for that (429, 503) or was not reached.
   * @throws ApiError in the server's words if it refuses
   * @throws Inconclusive if nobody knows what became of a write
   * @throws ConnectionLost if the server cannot be reached, or accepts the credentials no longer
   */
  send(call: Call): Promise<Answer>;
  /** Opens a watch. @param onLine each line of the answer, whole @throws like `send` if it is refused */
  listen(path: string, onLine: (line: string) => void, as?: User): Promise<Stream>;
  /** Ends all streams and connections. */
  close(): void;
}
