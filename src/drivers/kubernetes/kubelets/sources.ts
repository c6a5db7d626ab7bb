import type { Store } from '../../../cluster/apiserver/registry/store';
import { wantedByPod } from '../../../cluster/kubelet/references';
import type { Loop } from '../../../cluster/simulation/loop';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Copies } from './copies';
import type { Outbox } from './outbox';

/** So often (ms) what a pod waits for is looked up again. */
const PERIOD = 1_000;

/**
 * The config maps and secrets that pods read, and no others: they are looked up one by one when a pod comes, and again
 * as long as it has not started.
 */
export class Sources {
  readonly #store: Store;
  readonly #copies: Copies;
  readonly #outbox: Outbox;
  readonly #loop: Loop;
  readonly #kinds: Kinds;
  readonly #readers = new Map<string, Pod>();
  #isDue = false;

  constructor(store: Store, copies: Copies, outbox: Outbox, loop: Loop, kinds: Kinds) {
    this.#store = store;
    this.#copies = copies;
    this.#outbox = outbox;
    this.#loop = loop;
    this.#kinds = kinds;
  }

  /** Looks up what a pod reads. @throws ApiError, Ended */
  async provide(pod: Pod): Promise<void> {
    if (wantedByPod(pod).length === 0) return;
    await this.#lookUp([pod]);
    this.#readers.set(pod.metadata.uid, pod);
    this.#lookAgain();
  }

  #lookAgain(): void {
    if (this.#isDue || this.#readers.size === 0) return;
    this.#isDue = true;
    this.#loop.after(PERIOD, 'background', 'what pods read is looked up', () => {
      for (const [uid, pod] of this.#readers) if (!this.#waits(pod)) this.#readers.delete(uid);
      const again = (): void => {
        this.#isDue = false;
        this.#lookAgain();
      };
      // What could not be looked up is looked up the next time.
      this.#lookUp([...this.#readers.values()]).then(again, again);
    });
  }

  #waits({ metadata: { namespace, name, uid } }: Pod): boolean {
    const pod = this.#store.get(resources.pods, namespace, name) as Pod | undefined;
    return pod?.metadata.uid === uid && pod.status.phase === 'Pending';
  }

  async #lookUp(pods: readonly Pod[]): Promise<void> {
    const wanted = new Map<string, readonly [ResourceType, string, string]>();
    for (const pod of pods)
      for (const { kind, name } of wantedByPod(pod)) {
        const resource = this.#kinds.of({ apiVersion: 'v1', kind });
        const { namespace = '' } = pod.metadata;
        if (resource) wanted.set(`${kind}/${namespace}/${name}`, [resource, namespace, name]);
      }
    await Promise.all([...wanted.values()].map((each) => this.#read(...each)));
  }

  async #read(resource: ResourceType, namespace: string, name: string): Promise<void> {
    const object = await this.#outbox.read(resource, namespace, name);
    const known = this.#copies.find(resource, namespace, name)?.server;
    if (object) this.#copies.hear(resource, { type: 'MODIFIED', object });
    else if (known) this.#copies.hear(resource, { type: 'DELETED', object: known });
  }
}
