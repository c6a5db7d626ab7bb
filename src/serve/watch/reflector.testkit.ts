import { type Heard, WatchClient } from './watching.testkit';

/** How a reflector gets what is there: by a list, or by a watch that begins with it. */
export type Beginning = 'list' | 'watch';

const WATCH_LIST = 'sendInitialEvents=true&resourceVersionMatch=NotOlderThan';

/**
 * Mirrors a collection by listing and watching, as a client does that keeps to the API's contract, and to no more.
 * @see k8s.io/client-go/tools/cache Reflector.ListAndWatch
 */
export class Reflector {
  /** Versions by name. */
  readonly objects = new Map<string, string>();
  /** How often it had to begin anew. */
  beginnings = 0;
  readonly #url: string;
  readonly #beginning: Beginning;
  #version = '';
  #isStopped = false;
  #client: WatchClient | undefined;

  constructor(url: string, beginning: Beginning) {
    this.#url = url;
    this.#beginning = beginning;
  }

  /** Mirrors until it is stopped. */
  async run(): Promise<void> {
    while (!this.#isStopped) {
      try {
        if (this.#version === '' && this.#beginning === 'list') await this.#list();
        await this.#watch();
      } catch {
        // The line is cut: it is tried again.
        await new Promise(setImmediate);
      }
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#client?.cut();
  }

  async #list(): Promise<void> {
    const objects: Heard['object'][] = [];
    let token = '';
    do {
      const response = await fetch(`${this.#url}?limit=2&continue=${encodeURIComponent(token)}`);
      if (!response.ok) throw new Error(`${response.status}`);
      const list = (await response.json()) as {
        items: Heard['object'][];
        metadata: { resourceVersion: string; continue?: string };
      };
      objects.push(...list.items);
      token = list.metadata.continue ?? '';
      this.#version = token ? '' : list.metadata.resourceVersion;
    } while (token);
    this.#replaceBy(objects);
  }

  async #watch(): Promise<void> {
    const begins = this.#version === '';
    const how = begins ? WATCH_LIST : `resourceVersion=${this.#version}`;
    const client = await WatchClient.open(`${this.#url}?watch=true&allowWatchBookmarks=true&${how}`);
    this.#client = client;
    if (this.#isStopped) client.cut();
    const shown: Heard['object'][] | undefined = begins ? [] : undefined;
    let isShown = !begins;
    for (let event = await client.next(); event; event = await client.next()) {
      const { type, object } = event;
      if (type === 'ERROR') {
        this.#version = '';
        return;
      }
      if (type === 'BOOKMARK' && object.metadata.annotations?.['k8s.io/initial-events-end'] === 'true') {
        this.#replaceBy(shown ?? []);
        isShown = true;
      } else if (!isShown) shown?.push(object);
      else this.#take(event);
      if (isShown) this.#version = object.metadata.resourceVersion;
    }
  }

  #replaceBy(objects: readonly Heard['object'][]): void {
    this.beginnings++;
    this.objects.clear();
    for (const { metadata } of objects) this.objects.set(metadata.name ?? '', metadata.resourceVersion);
  }

  #take({ type, object: { metadata } }: Heard): void {
    if (type === 'DELETED') this.objects.delete(metadata.name ?? '');
    else if (type !== 'BOOKMARK') this.objects.set(metadata.name ?? '', metadata.resourceVersion);
  }
}
