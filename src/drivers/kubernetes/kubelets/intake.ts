import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Copies } from './copies';
import { isNewer, type Telling } from './copy';
import type { Outbox } from './outbox';
import { Ended } from './patience';
import type { Sources } from './sources';

const { nodes, pods } = resources;

const isOf = (resource: ResourceType, kind: ResourceType): boolean =>
  resource.plural === kind.plural && resource.group === kind.group;

/**
 * Lets in what concerns the machines of an example: their nodes, and the pods that are bound to them. Watches tell of nodes
 * and of pods in no order: before a pod is let in, its node is read once more, for what the pod was bound by.
 * @see pkg/kubelet/lifecycle/predicate.go predicateAdmitHandler.Admit
 */
export class Intake {
  readonly #copies: Copies;
  readonly #outbox: Outbox;
  readonly #sources: Sources;
  readonly #onTrouble: (error: unknown) => void;
  readonly #machines = new Set<string>();
  /** Pods that are about to be let in, as they are by now. */
  readonly #entering = new Map<string, Pod>();
  readonly #entries = new Set<Promise<void>>();
  readonly #readings = new Map<string, { readonly now: Promise<void>; next?: Promise<void> }>();

  constructor(copies: Copies, outbox: Outbox, sources: Sources, onTrouble: (error: unknown) => void) {
    this.#copies = copies;
    this.#outbox = outbox;
    this.#sources = sources;
    this.#onTrouble = onTrouble;
  }

  /** How many pods are about to be let in. */
  get waiting(): number {
    return this.#entering.size;
  }

  /** Resolves when all pods are in that are bound so far. */
  async entered(): Promise<void> {
    await Promise.all(this.#entries);
  }

  /** What is bound to this node is let in from now on. @param all pods, as far as they are known */
  own(machine: string, all: readonly KubeObject[]): void {
    this.#machines.add(machine);
    for (const object of all) this.hear(pods, { type: 'ADDED', object });
  }

  disown(machine: string): void {
    this.#machines.delete(machine);
  }

  /** What a watch tells of. */
  hear(resource: ResourceType, telling: Telling): void {
    const { namespace, name } = telling.object.metadata;
    if (isOf(resource, nodes)) {
      if (this.#copies.find(nodes, undefined, name)) this.#copies.hear(nodes, telling);
    } else if (isOf(resource, pods)) {
      const known = this.#copies.find(pods, namespace, name)?.server;
      if (known?.metadata.uid === telling.object.metadata.uid) {
        this.#copies.hear(pods, telling);
        return;
      }
      // Another pod has the name by now.
      if (known && telling.type !== 'DELETED') this.#copies.hear(pods, { type: 'DELETED', object: known });
      this.#letIn(telling.type, telling.object as Pod);
    }
  }

  #letIn(type: Telling['type'], pod: Pod): void {
    const { uid } = pod.metadata;
    const entering = this.#entering.get(uid);
    if (type === 'DELETED') this.#entering.delete(uid);
    else if (entering) {
      if (isNewer(pod, entering)) this.#entering.set(uid, pod);
    } else if (this.#machines.has(pod.spec.nodeName ?? '')) {
      this.#entering.set(uid, pod);
      const entry = this.#enter(pod).finally(() => this.#entries.delete(entry));
      this.#entries.add(entry);
    }
  }

  async #enter(pod: Pod): Promise<void> {
    const { uid } = pod.metadata;
    try {
      await Promise.all([this.#refresh(pod.spec.nodeName ?? ''), this.#sources.provide(pod)]);
    } catch (error) {
      if (!(error instanceof Ended)) this.#onTrouble(error);
    }
    const latest = this.#entering.get(uid);
    this.#entering.delete(uid);
    if (latest) this.#copies.hear(pods, { type: 'ADDED', object: latest });
  }

  /** Reads a node. Who asks while it is read is told what it is like afterwards. */
  #refresh(name: string): Promise<void> {
    const reading = this.#readings.get(name);
    if (!reading) {
      const now = this.#read(name).finally(() => {
        if (this.#readings.get(name)?.now === now) this.#readings.delete(name);
      });
      this.#readings.set(name, { now });
      return now;
    }
    reading.next ??= reading.now.then(
      () => this.#refresh(name),
      () => this.#refresh(name),
    );
    return reading.next;
  }

  async #read(name: string): Promise<void> {
    const object = (await this.#outbox.read(nodes, undefined, name)) as Node | undefined;
    const copy = this.#copies.find(nodes, undefined, name);
    if (!object || !copy) return;
    this.#copies.hear(nodes, { type: 'MODIFIED', object });
    if (copy.isBusy) await this.#copies.written();
  }
}
