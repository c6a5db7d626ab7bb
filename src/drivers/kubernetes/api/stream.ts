import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { User } from '../../../port/api';
import type { Connection, Stream } from '../connection/connection';
import { collectionPath } from '../watching/address';
import { type Line, readLine } from '../watching/line';
import type { Selection } from '../watching/pages';

/** What a watch of the server's is about. */
export interface Watched extends Selection {
  readonly resource: ResourceType;
  readonly resourceVersion?: string | undefined;
  readonly as?: User | undefined;
}

export type Event = Exclude<Line, { readonly type: 'BOOKMARK' | 'ERROR' }>;

/** The bookmark behind the last object that was there has this annotation. */
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';
/** A version that is too old is told as an event, right behind the beginning: so long (ms) it is waited for. */
const GRACE = 100;
const GRACE_IN_ANSWERS = 2;

/** Milliseconds between two streams. */
const BETWEEN = 50;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const byName = (a: Event, b: Event): number => {
  const [left, right] = [a, b].map(({ object: { metadata } }) => [metadata.namespace ?? '', metadata.name]);
  return String(left) < String(right) ? -1 : 1;
};

/** A watch that goes on where it was when its stream ends. */
export class ResumingWatch {
  readonly #connection: Connection;
  readonly #watched: Watched;
  readonly #onEvent: (event: Event) => void;
  readonly #onGap: (why: string) => void;
  #stream: Stream | undefined;
  #version: string | undefined;
  #isStopped = false;

  /** @param onGap hears why it cannot be told what has happened in between */
  constructor(
    connection: Connection,
    watched: Watched,
    onEvent: (event: Event) => void,
    onGap: (why: string) => void,
  ) {
    this.#connection = connection;
    this.#watched = watched;
    this.#onEvent = onEvent;
    this.#onGap = onGap;
    const { resourceVersion } = watched;
    this.#version = resourceVersion === '' || resourceVersion === '0' ? undefined : resourceVersion;
  }

  /** Resolves when it stands. @throws ApiError if it is refused, with 410 if the version is too old */
  async begin(): Promise<void> {
    if (this.#version === undefined) await this.#beginWithAll();
    else await this.#beginAt(this.#version);
  }

  stop(): void {
    this.#isStopped = true;
    this.#stream?.end();
  }

  /** First what is there, in order. */
  async #beginWithAll(): Promise<void> {
    const initial: Event[] = [];
    await new Promise<void>((resolve, refuse) => {
      let isComplete = false;
      const reject = (error: unknown): void => {
        if (!isComplete) this.stop();
        refuse(error);
      };
      const onLine = (line: Line): void => {
        if (isComplete) this.#tell(line);
        else if (line.type === 'ERROR') reject(line.error);
        else if (line.type !== 'BOOKMARK') initial.push(line);
        else if (line.object.metadata.annotations?.[INITIAL_EVENTS_END] === 'true') {
          isComplete = true;
          this.#note(line);
          for (const event of initial.sort(byName)) this.#onEvent(event);
          resolve();
        }
      };
      const all = { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' };
      this.#open(all, onLine).then(() => reject(new Error('The watch has ended at once.')), reject);
    });
  }

  /** What has happened since. */
  async #beginAt(version: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const grace = Math.max(GRACE, GRACE_IN_ANSWERS * this.#connection.latency);
      let timer: NodeJS.Timeout | undefined;
      let isStanding = false;
      const stand = (): void => {
        isStanding = true;
        clearTimeout(timer);
        resolve();
      };
      const onLine = (line: Line): void => {
        if (line.type === 'ERROR' && !isStanding) {
          this.stop();
          reject(line.error);
        } else {
          stand();
          this.#tell(line);
        }
      };
      const opened = (): void => {
        timer = setTimeout(stand, grace);
      };
      this.#open({ resourceVersion: version }, onLine, opened).then(stand, reject);
    });
  }

  /** Resolves when the first stream has ended, which others follow. */
  async #open(
    parameters: Readonly<Record<string, string>>,
    onLine: (line: Line) => void,
    opened = (): void => {},
  ): Promise<void> {
    const { resource, namespace, as, labelSelector, fieldSelector } = this.#watched;
    const path = collectionPath(resource, namespace, {
      watch: 'true',
      allowWatchBookmarks: 'true',
      labelSelector: labelSelector || undefined,
      fieldSelector: fieldSelector || undefined,
      ...parameters,
    });
    const hear = (text: string): void => {
      const line = this.#isStopped ? undefined : readLine(text);
      if (line) onLine(line);
    };
    const stream = await this.#connection.listen(path, hear, as);
    this.#stream = stream;
    if (this.#isStopped) stream.end();
    opened();
    await stream.over;
    void this.#goOn();
  }

  async #goOn(): Promise<void> {
    if (this.#isStopped || this.#version === undefined) return;
    try {
      await pause(BETWEEN);
      await this.#open({ resourceVersion: this.#version }, (line) => this.#tell(line));
    } catch (error) {
      if (!this.#isStopped) this.#onGap(`A watch could not go on: ${(error as Error).message}`);
    }
  }

  #tell(line: Line): void {
    if (line.type === 'ERROR') {
      this.#isStopped = true;
      this.#onGap(`A watch has ended: ${line.error.message}`);
      return;
    }
    this.#note(line);
    if (line.type !== 'BOOKMARK') this.#onEvent(line);
  }

  #note({ object }: { readonly object: Pick<KubeObject, 'metadata'> }): void {
    this.#version = object.metadata.resourceVersion;
  }
}

/** A server that is too old to tell first what is there. */
export const knowsNoInitialEvents = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 422 && error.message.includes('sendInitialEvents');
