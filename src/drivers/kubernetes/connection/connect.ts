import type { Agent } from 'node:http';
import { writeJson } from '../../../kubernetes/fields/exactJson';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { User } from '../../../port/api';
import { Inconclusive } from '../../../port/inconclusive';
import type { Target } from '../../../port/target';
import type { Access } from './access';
import { aftermathOf } from './aftermath';
import type { Answer, Call, Connection, Stream } from './connection';
import { ConnectionLost } from './connectionLost';
import { Credentials } from './credentials';
import { agentFor, Cut, exchange, type Incoming, readAll } from './exchange';
import { headersFor } from './headers';
import { tellLines } from './lines';
import { MovingMedian } from './movingMedian';
import { askedToWait, LIMITS, type Limits, pause, pauseAfter, TRIES } from './patience';
import { isOfBudget, refusalIn } from './refusal';
import { ServerClock } from './serverClock';
import { warningsIn } from './warnings';

/** Of so many answers the median of their times is told. */
const MEASURED = 31;

/** What somebody is told whose request may or may not have been carried out. */
const lostReply = ({ method, path }: Call): Inconclusive =>
  new Inconclusive(
    `The reply to a ${method} of ${path.split('?')[0]} was lost: nobody knows what became of it.`,
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** What is known of a request while it is tried. */
interface Attempts {
  readonly began: number;
  /** How often it was not reached, or cut; how often the server failed, and asked for patience. */
  cuts: number;
  failures: number;
  waits: number;
  /** It may have been carried out although nobody was told. */
  isDoubtful: boolean;
  hasRenewed: boolean;
}

/** Whether a refusal may have come about by an earlier try of the same write, which was carried out. */
const isOfFirstTry = ({ code }: ApiError, { method, contentType }: Call, attempts: Attempts): boolean => {
  if (method === 'GET' || !(attempts.isDoubtful || attempts.failures > 0)) return false;
  return (
    code === 409 ||
    (code === 404 && method === 'DELETE') ||
    Boolean(code === 422 && contentType?.includes('json-patch'))
  );
};

/** A connection over HTTP/1.1, with as many sockets as there are requests at a time. */
class HttpConnection implements Connection {
  readonly #credentials: Credentials;
  readonly #limits: Limits;
  readonly #clock = new ServerClock();
  readonly #times = new MovingMedian(MEASURED);
  readonly #streams = new Set<Stream>();
  #access: Access;
  #agent: Agent;
  #readAt = performance.now();
  /** Until it has answered, and when it has been lost, nobody waits for it. */
  #isLost = true;
  #isClosed = false;

  constructor(credentials: Credentials, access: Access, limits: Limits) {
    this.#credentials = credentials;
    this.#access = access;
    this.#limits = limits;
    this.#agent = agentFor(access);
  }

  get server(): string {
    return this.#access.server;
  }

  get latency(): number {
    return this.#times.value;
  }

  get skew(): number {
    return this.#clock.skew;
  }

  now(): number {
    return this.#clock.now;
  }

  earliest(): number {
    return this.#clock.earliest;
  }

  async send(call: Call): Promise<Answer> {
    const sent = this.now();
    return this.#persist(call, sent, async (incoming) => {
      const { response } = incoming;
      const body = parsed(await readAll(incoming, this.#limits.answer));
      const code = response.statusCode ?? 0;
      const warnings = warningsIn(response.headersDistinct.warning);
      const answer = { code, body, warnings };
      return { answer, refusal: code < 400 ? undefined : refusalIn(code, body, warnings) };
    });
  }

  listen(path: string, onLine: (line: string) => void, as?: User): Promise<Stream> {
    return this.#persist({ method: 'GET', path, as }, this.now(), async (incoming) => {
      const code = incoming.response.statusCode ?? 0;
      if (code < 400) return { answer: this.#keep(tellLines(incoming, onLine)), refusal: undefined };
      const body = parsed(await readAll(incoming, this.#limits.answer));
      return { answer: undefined, refusal: refusalIn(code, body) };
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const stream of this.#streams) stream.end();
    this.#agent.destroy();
  }

  /** Tries until there is an answer, or no use in trying. */
  async #persist<A>(
    call: Call,
    sent: number,
    read: (incoming: Incoming) => Promise<{ answer: A | undefined; refusal: ApiError | undefined }>,
  ): Promise<A> {
    const attempts: Attempts = {
      began: performance.now(),
      cuts: 0,
      failures: 0,
      waits: 0,
      isDoubtful: false,
      hasRenewed: false,
    };
    for (;;) {
      // What is cut by that must not begin again: nobody would end it.
      if (this.#isClosed) throw new ConnectionLost(`The connection with ${this.server} is closed.`);
      let inTheWay: ApiError | undefined;
      try {
        const incoming = await this.#exchange(call);
        const { answer, refusal } = await read(incoming);
        this.#isLost = false;
        if (!refusal) return answer as A;
        const { 'retry-after': after } = incoming.response.headers;
        if (await this.#bear(refusal, after, attempts)) continue;
        if (!isOfFirstTry(refusal, call, attempts)) throw refusal;
        inTheWay = refusal;
      } catch (error) {
        if (!(error instanceof Cut)) throw error;
        await this.#endure(error, call, attempts);
        if (!attempts.isDoubtful) continue;
      }
      const aftermath = await aftermathOf(call, sent, (path) => this.#look(path));
      if (aftermath === 'unknown') throw lostReply(call);
      // Only what is sent by `send` can be in doubt.
      if (aftermath !== 'again') return aftermath as A;
      if (inTheWay) throw inTheWay;
    }
  }

  /** Waits after a refusal that may be none the next time. @returns false if it is meant */
  async #bear(refusal: ApiError, after: string | undefined, attempts: Attempts): Promise<boolean> {
    const { code } = refusal;
    if (code === 401) return this.#renew(attempts);
    const asked = askedToWait(after);
    if ((code === 429 && !isOfBudget(refusal)) || (code === 503 && asked !== undefined)) {
      const ms = Math.max(asked ?? 0, pauseAfter(++attempts.waits));
      if (performance.now() + ms - attempts.began > this.#limits.busy) return false;
      await pause(ms);
      return true;
    }
    if (code < 500 || ++attempts.failures >= TRIES) return false;
    await pause(Math.max(asked ?? 0, pauseAfter(attempts.failures)));
    return true;
  }

  /** Waits after a cut. @throws ConnectionLost or Inconclusive if there is no use in waiting */
  async #endure(cut: Cut, call: Call, attempts: Attempts): Promise<void> {
    if (cut.reached && call.method !== 'GET') attempts.isDoubtful = true;
    const waited = performance.now() - attempts.began;
    if (
      !cut.passes ||
      this.#isLost ||
      this.#isClosed ||
      waited > Math.max(this.#limits.outage, call.patience ?? 0)
    ) {
      this.#isLost = true;
      throw new ConnectionLost(
        `The API server ${this.server} is not reached: ${cut.message}.` +
          (attempts.isDoubtful ? ` Nobody knows what became of a ${call.method}.` : ''),
      );
    }
    await pause(pauseAfter(++attempts.cuts));
  }

  /** Reads the credentials again. @throws ConnectionLost if that was of no use */
  async #renew(attempts: Attempts): Promise<boolean> {
    if (attempts.hasRenewed) {
      this.#isLost = true;
      throw new ConnectionLost(
        `The API server ${this.server} does not accept the credentials of the context ` +
          `"${this.#credentials.context}" (401): they may have expired. Log in again.`,
      );
    }
    attempts.hasRenewed = true;
    await this.#readCredentials(true);
    return true;
  }

  async #readCredentials(anew: boolean): Promise<void> {
    const before = this.#access;
    this.#readAt = performance.now();
    this.#access = await this.#credentials.read(anew);
    if (JSON.stringify([before.url, before.tls]) === JSON.stringify([this.#access.url, this.#access.tls]))
      return;
    // Whoever uses a socket of the former one keeps it.
    this.#agent = agentFor(this.#access);
  }

  async #exchange(call: Call): Promise<Incoming> {
    if (performance.now() - this.#readAt > this.#access.keepsFor) await this.#readCredentials(false);
    const body = call.body === undefined ? undefined : writeJson(call.body);
    const { method, path } = call;
    const outgoing = { method, path, headers: headersFor(this.#access, call, body), body };
    const sent = this.#clock.reading;
    const limit = call.patience ?? this.#limits.answer;
    const incoming = await exchange(this.#access, this.#agent, outgoing, limit);
    const received = this.#clock.reading;
    this.#clock.hear(incoming.response.headers.date, sent, received);
    // What takes its time says nothing of the server.
    if (call.patience === undefined) this.#times.add(received - sent);
    return incoming;
  }

  /** The object at a path, to find out what became of a write. */
  async #look(path: string): Promise<KubeObject | undefined> {
    try {
      return (await this.send({ method: 'GET', path })).body as KubeObject;
    } catch (error) {
      if (error instanceof ApiError && error.code === 404) return undefined;
      throw error;
    }
  }

  #keep(stream: Stream): Stream {
    this.#streams.add(stream);
    if (this.#isClosed) stream.end();
    void stream.over.then(() => this.#streams.delete(stream));
    return stream;
  }
}

/** What a server says of itself. */
interface Version {
  readonly gitVersion?: unknown;
}

/** What there is no API server behind. */
export class NotKubernetes extends Error {}

/**
 * Connects with a cluster of a kubeconfig.
 * @returns the connection, and what version the server says it is: `v1.36.2`
 * @throws KubeconfigError if there is no such cluster, ConnectionLost if it is not reached, and NotKubernetes
 */
export const connect = async (
  target: Pick<Target, 'context' | 'kubeconfig'>,
  limits: Limits = LIMITS,
): Promise<{ readonly connection: Connection; readonly version: string }> => {
  const credentials = new Credentials(target);
  const connection = new HttpConnection(credentials, await credentials.read(), limits);
  return { connection, version: await versionOf(connection) };
};

const versionOf = async (connection: Connection): Promise<string> => {
  const said = await connection.send({ method: 'GET', path: '/version' }).catch((error: unknown) => {
    if (error instanceof ApiError && ![401, 403].includes(error.code)) return undefined;
    throw error;
  });
  const { gitVersion } = (said?.body ?? {}) as Version;
  if (typeof gitVersion === 'string') return gitVersion;
  throw new NotKubernetes(`What answers at ${connection.server} is no Kubernetes API server.`);
};
