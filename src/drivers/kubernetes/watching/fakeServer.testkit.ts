import type { KubeObject, StringMap } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { Answer, Call, Connection, Stream } from '../connection/connection';

/** One event of a server's history. */
export interface Told {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubeObject;
}

/** A stream of the server's, and what becomes of it. */
export interface FakeStream {
  readonly plural: string;
  readonly query: URLSearchParams;
  send(line: string): void;
  /** Ends it as servers do, or breaks it. */
  finish(error?: Error): void;
  /** Whether it stands, but nothing comes any more. */
  isStalled: boolean;
}

const KINDS: Readonly<Record<string, string>> = { configmaps: 'ConfigMap', nodes: 'Node' };

const versionOf = ({ object }: Told): number => Number(object.metadata.resourceVersion);

export const refusal = (code: number, message = `Refused: ${code}.`, retryAfterSeconds = 0): ApiError =>
  new ApiError({ code, reason: '', message, retryAfterSeconds });

/** A server that keeps a history of config maps, and of whatever else, and does with streams what a test wants. */
export class FakeServer implements Connection {
  readonly server = 'http://nowhere';
  latency = 0;
  revision = 100;
  readonly history: (Told & { readonly plural: string })[] = [];
  readonly streams = new Set<FakeStream>();
  /** Every request, in order: `GET /api/v1/configmaps?limit=500`. */
  readonly asked: string[] = [];
  /** What the next requests are refused with; undefined lets one through. A function happens first. */
  readonly refusals: (Error | (() => Error) | undefined)[] = [];
  /** What was before is forgotten. */
  forgotten = 0;
  /** Whether streams that are asked for are not opened, until `wake`. */
  isDeaf = false;
  page = 500;
  readonly #objects = new Map<string, KubeObject>();
  readonly #asleep: (() => void)[] = [];
  /** Streams that have been told what was before. */
  readonly #upToDate = new WeakSet<FakeStream>();

  earliest(): number {
    return this.now();
  }

  now(): number {
    return 0;
  }

  /** Creates an object, or changes it. */
  write(name: string, labels: StringMap = {}, plural = 'configmaps'): KubeObject {
    const before = this.#objects.get(`${plural}/${name}`);
    const object: KubeObject = {
      apiVersion: 'v1',
      kind: KINDS[plural] ?? 'Other',
      metadata: {
        namespace: 'default',
        uid: `${plural}-${name}-${this.revision}`,
        creationTimestamp: '2026-01-01T00:00:00Z',
        ...before?.metadata,
        name,
        labels,
        resourceVersion: `${++this.revision}`,
      },
    };
    this.#objects.set(`${plural}/${name}`, object);
    this.#publish(plural, { type: before ? 'MODIFIED' : 'ADDED', object });
    return object;
  }

  delete(name: string, plural = 'configmaps'): KubeObject {
    const before = this.#objects.get(`${plural}/${name}`) as KubeObject;
    const object = {
      ...before,
      metadata: { ...before.metadata, resourceVersion: `${++this.revision}` },
    };
    this.#objects.delete(`${plural}/${name}`);
    this.#publish(plural, { type: 'DELETED', object });
    return object;
  }

  has(name: string): boolean {
    return this.#objects.has(`configmaps/${name}`);
  }

  bookmark(): void {
    // Those that are still behind must not be told that they are not.
    const object = { metadata: { resourceVersion: `${this.revision}` } };
    for (const stream of this.streams)
      if (this.#upToDate.has(stream) && stream.query.get('allowWatchBookmarks') === 'true')
        stream.send(JSON.stringify({ type: 'BOOKMARK', object }));
  }

  /** Ends all streams, or breaks them. */
  cut(error?: Error): void {
    for (const stream of this.streams) stream.finish(error);
  }

  stall(): void {
    for (const stream of this.streams) stream.isStalled = true;
  }

  /** Opens the streams that have been asked for. */
  wake(): void {
    this.isDeaf = false;
    for (const open of this.#asleep.splice(0)) open();
  }

  /** Forgets all that has happened until now. */
  forget(): void {
    this.forgotten = this.revision;
  }

  async send({ method, path }: Call): Promise<Answer> {
    this.#ask(method, path);
    const { plural, query } = this.#read(path);
    const start = Number(query.get('continue') ?? 0);
    const all = [...this.#objects].filter(([key]) => key.startsWith(`${plural}/`)).map(([, each]) => each);
    all.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    const end = query.has('limit') ? start + this.page : all.length;
    const items = all.slice(start, end).map(({ metadata }) => ({ metadata }));
    const more = end < all.length ? { continue: `${end}` } : {};
    const body = { metadata: { resourceVersion: `${this.revision}`, ...more }, items };
    return { code: 200, body: JSON.parse(JSON.stringify(body)), warnings: [] };
  }

  async listen(path: string, onLine: (line: string) => void): Promise<Stream> {
    this.#ask('WATCH', path);
    if (this.isDeaf) await new Promise<void>((resolve) => this.#asleep.push(resolve));
    const { plural, query } = this.#read(path);
    const version = Number(query.get('resourceVersion'));
    let finish: (error?: Error) => void = () => {};
    const over = new Promise<Error | undefined>((resolve) => {
      finish = (error) => {
        this.streams.delete(stream);
        resolve(error);
      };
    });
    const stream: FakeStream = {
      plural,
      query,
      isStalled: false,
      finish,
      send: (line) => {
        if (this.streams.has(stream) && !stream.isStalled) onLine(line);
      },
    };
    this.streams.add(stream);
    setImmediate(() => this.#catchUp(stream, version));
    return { over, end: () => stream.finish() };
  }

  close(): void {
    this.cut();
  }

  #ask(method: string, path: string): void {
    this.asked.push(`${method} ${path}`);
    const refused = this.refusals.shift();
    if (refused) throw typeof refused === 'function' ? refused() : refused;
  }

  #read(path: string): { readonly plural: string; readonly query: URLSearchParams } {
    const { pathname, searchParams } = new URL(path, this.server);
    return { plural: pathname.split('/').at(-1) ?? '', query: searchParams };
  }

  #catchUp(stream: FakeStream, version: number): void {
    if (version < this.forgotten) {
      const object = { code: 410, reason: 'Expired', message: `too old resource version: ${version}` };
      stream.send(JSON.stringify({ type: 'ERROR', object }));
      stream.finish();
      return;
    }
    for (const told of this.history)
      if (told.plural === stream.plural && versionOf(told) > version) this.#tell(stream, told);
    this.#upToDate.add(stream);
  }

  #publish(plural: string, told: Told): void {
    this.history.push({ ...told, plural });
    for (const stream of this.streams)
      if (stream.plural === plural && this.#upToDate.has(stream)) this.#tell(stream, told);
  }

  #tell(stream: FakeStream, { type, object }: Told): void {
    stream.send(JSON.stringify({ type, object }));
  }
}
