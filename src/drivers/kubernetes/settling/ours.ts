import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';
import type { Kubelets } from '../kubelets/world';
import type { Lens } from '../lens/lens';
import type { Heard } from '../watching/heard';
import { matters } from '../watching/matters';
import { realTimers, type Timers } from '../watching/timers';
import type { Watching } from '../watching/watching';
import type { Picture } from './finding';
import type { View } from './settle';

/** The kinds that tell whether a cluster has come to rest. They must be watched before anything is settled. */
export const SETTLING: readonly ResourceType[] = [
  resources.daemonsets,
  resources.pods,
  resources.nodes,
  resources.controllerrevisions,
  resources.poddisruptionbudgets,
  resources.resourcequotas,
  resources.namespaces,
];

/** What is given to see the objects of one example. */
export interface Given {
  readonly connection: Pick<Connection, 'latency' | 'now'>;
  readonly watching: Pick<Watching, 'all' | 'subscribe' | 'silence'>;
  readonly lens: Pick<Lens, 'objectIn'>;
  readonly kubelets?: Pick<Kubelets, 'busy' | 'silentNodes'> | undefined;
  readonly timers?: Timers;
}

/** The objects of one example, kept up to date, as settling sees them. */
export class Ours implements View {
  readonly #given: Given;
  readonly #timers: Timers;
  /** By kind, then by uid, as the example knows them. */
  readonly #objects = new Map<ResourceType, Map<string, KubeObject>>();
  readonly #waiting = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #last: number;

  constructor(given: Given) {
    this.#given = given;
    this.#timers = given.timers ?? realTimers;
    this.#last = this.#timers.now();
    for (const resource of SETTLING) {
      const known = new Map<string, KubeObject>();
      for (const object of given.watching.all(resource)) {
        const own = given.lens.objectIn(object);
        if (own) known.set(own.metadata.uid, own);
      }
      this.#objects.set(resource, known);
    }
    this.#unsubscribe = given.watching.subscribe((heard) => this.#hear(heard));
  }

  picture(): Picture {
    const going = new Set(
      this.#all(resources.namespaces)
        .filter(({ metadata }) => metadata.deletionTimestamp !== undefined)
        .map(({ metadata }) => metadata.name),
    );
    const all = <T extends KubeObject>(resource: ResourceType): readonly T[] =>
      this.#all<T>(resource).filter(({ metadata }) => !going.has(metadata.namespace ?? ''));
    return {
      now: this.now(),
      daemonSets: all<DaemonSet>(resources.daemonsets),
      pods: all<Pod>(resources.pods),
      nodes: all<Node>(resources.nodes),
      revisions: all(resources.controllerrevisions),
      budgets: all<PodDisruptionBudget>(resources.poddisruptionbudgets),
      quotas: all<ResourceQuota>(resources.resourcequotas),
      silent: new Map(this.#given.kubelets?.silentNodes().map(({ name, since }) => [name, since])),
    };
  }

  busy(): string | undefined {
    return this.#given.kubelets?.busy();
  }

  /** Of the example's own objects; 0 while a watch is being opened, for then nobody knows. */
  get silence(): number {
    return this.#given.watching.silence === 0 ? 0 : this.#timers.now() - this.#last;
  }

  get latency(): number {
    return this.#given.connection.latency;
  }

  now(): number {
    return this.#given.connection.now();
  }

  next(within: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.#waiting.delete(done);
        resolve();
      };
      const cancel = this.#timers.after(within, done);
      this.#waiting.add(done);
    });
  }

  close(): void {
    this.#unsubscribe();
    for (const done of [...this.#waiting]) done();
  }

  #all<T extends KubeObject>(resource: ResourceType): readonly T[] {
    return [...(this.#objects.get(resource)?.values() ?? [])] as readonly KubeObject[] as readonly T[];
  }

  #hear(heard: Heard): void {
    const own = this.#given.lens.objectIn(heard.object);
    if (!own) return;
    const known = [...this.#objects].find(
      ([{ kind, group }]) => kind === heard.resource.kind && group === heard.resource.group,
    )?.[1];
    if (heard.type === 'DELETED') known?.delete(own.metadata.uid);
    else known?.set(own.metadata.uid, own);
    if (!matters(heard)) return;
    this.#last = this.#timers.now();
    for (const done of [...this.#waiting]) done();
  }
}
