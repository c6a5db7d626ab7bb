import { Store } from '../../../cluster/apiserver/registry/store';
import type { StoreEvent } from '../../../cluster/apiserver/registry/topic';
import { Kubelets } from '../../../cluster/kubelet/kubelets';
import { calm } from '../../../cluster/simulation/disturbance';
import { Loop } from '../../../cluster/simulation/loop';
import { Random } from '../../../cluster/simulation/random';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isReady } from '../../../kubernetes/kinds/pod/state';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, StringMap } from '../../../kubernetes/object';
import { notFound } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Settings } from '../../../port/settings';
import type { Machine } from '../../../port/world';
import type { Connection } from '../connection/connection';
import type { Watching } from '../watching/watching';
import { Copies, type Written } from './copies';
import { dressFor } from './dress';
import { Intake } from './intake';
import { Leases } from './leases';
import { Outbox } from './outbox';
import { Pace } from './pace';
import { pathOf } from './paths';
import { Patience } from './patience';
import { Replica } from './replica';
import { Sources } from './sources';

const { nodes, pods, events } = resources;

/** Kubelets know nothing of them. */
const SETTINGS: Settings = {
  legacyScheduling: false,
  defaultNodeSelector: '',
  securityContextConstraints: false,
};

/** What the kubelets of an example are given of the cluster. */
export interface Stage {
  readonly connection: Connection;
  readonly watching: Pick<Watching, 'begin' | 'all' | 'get' | 'subscribe' | 'caughtUp'>;
  /** The run's. */
  readonly labels: StringMap;
  /** Of nodes, unless they have others of these. */
  readonly nodeLabels?: StringMap;
}

/** Kubelets whose cluster is elsewhere: the same as in process, on a copy of what concerns them. Names are the server's. */
export class Play {
  readonly kubelets: Kubelets;
  readonly leases: Leases;
  /** Why it cannot be trusted what these kubelets have done, in a sentence. */
  trouble: string | undefined;
  readonly #stage: Stage;
  readonly #patience = new Patience();
  readonly #loop: Loop;
  readonly #pace: Pace;
  readonly #outbox: Outbox;
  readonly #copies: Copies;
  readonly #intake: Intake;
  readonly #endings: (() => void)[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
    const { connection, watching, labels, nodeLabels } = stage;
    const now = (): number => connection.earliest();
    const onTrouble = (error: unknown): void => this.#doubt(error);
    const store = new Store();
    this.#loop = new Loop(new Random(seedOf(labels)), () => store.size, Math.floor(now()));
    this.#pace = new Pace(this.#loop, now, onTrouble);
    const dress = dressFor(labels, nodeLabels);
    this.#outbox = new Outbox(connection, this.#patience, dress);
    this.#copies = new Copies(store, this.#outbox, {
      written: (written) => this.#onWritten(written),
      told: (resource, telling) => this.#intake.hear(resource, telling),
    });
    const replica = new Replica(store, this.#copies, this.#loop, (kind, ...named) =>
      isOfPods(kind) ? watching.get(kind, ...named) : undefined,
    );
    const sources = new Sources(store, this.#copies, this.#outbox, this.#loop, replica.kinds);
    this.#intake = new Intake(this.#copies, this.#outbox, sources, onTrouble);
    this.leases = new Leases(connection, this.#patience, dress, this.#copies, this.#loop, onTrouble);
    this.kubelets = new Kubelets(
      { loop: this.#loop, registry: replica, settings: SETTINGS, disturbance: calm },
      () => this.leases,
    );
    this.#endings.push(store.observe((event) => this.#onChange(event)));
    this.#endings.push(
      watching.subscribe(({ resource, ...telling }) => this.#intake.hear(resource, telling)),
    );
    this.#pace.work();
  }

  /** What there is to do, in words; undefined if nothing. Heartbeats are nothing. */
  get occupation(): string | undefined {
    const { outstanding } = this.#copies;
    const { trouble } = this.#patience;
    if (outstanding > 0) return `${outstanding} writes of kubelets${trouble ? ` (${trouble})` : ''}`;
    if (this.#intake.waiting > 0) return 'kubelets look at new pods';
    return this.#loop.isQuiet ? undefined : this.#loop.occupation;
  }

  /** Has kubelets do something. @returns when what they have written is stored, and told */
  async order(give: () => void): Promise<void> {
    await this.#stage.watching.begin([nodes, pods]);
    await this.#intake.entered();
    this.#pace.work();
    give();
    this.#pace.work();
    await this.#stored();
  }

  /** A machine joins. @throws ApiError if the server refuses its node */
  async join(machine: Machine): Promise<void> {
    const { name } = machine;
    await this.#stage.watching.begin([nodes, pods]);
    await this.#lookAfter(name);
    this.#pace.work();
    this.kubelets.machines.join(machine);
    this.#intake.own(name, this.#stage.watching.all(pods));
    this.#pace.work();
    const written = await this.#copies.written();
    const refusal = written.find((each) => isCreationOf(each, name))?.outcome;
    if (refusal?.kind === 'refused') {
      this.#intake.disown(name);
      this.#pace.work();
      throw refusal.error;
    }
    await this.leases.renew(name);
    await this.#stored(written);
  }

  /** Deletes the node, as an administrator does: then its machine goes, too. */
  async remove(name: string): Promise<void> {
    const { connection, watching } = this.#stage;
    const object = await this.#outbox.read(nodes, undefined, name);
    if (!object) throw notFound(nodes, name);
    await connection.send({ method: 'DELETE', path: pathOf(nodes, undefined, name) });
    await watching.caughtUp(nodes, object, true);
    this.#intake.disown(name);
    this.#pace.work();
    await this.#stored();
  }

  /** Ends the kubelets. @returns when nothing is on its way any more */
  async close(): Promise<void> {
    for (const end of this.#endings.splice(0)) end();
    this.#pace.close();
    this.kubelets.stop();
    this.#patience.close();
    await Promise.all([this.#copies.quiet(), this.leases.renewed()]);
  }

  /** A node whose end has not been heard of yet does not stand in the way of another one. */
  async #lookAfter(name: string): Promise<void> {
    const known = this.#copies.find(nodes, undefined, name)?.server;
    if (!known) return;
    const there = await this.#outbox.read(nodes, undefined, name);
    if (there?.metadata.uid === known.metadata.uid) return;
    this.#copies.hear(nodes, { type: 'DELETED', object: known });
  }

  /** Resolves when all that is on its way is stored, and told to who watches. */
  async #stored(before: readonly Written[] = []): Promise<void> {
    const written = [...before, ...(await this.#copies.written())];
    await this.leases.renewed();
    for (const { resource, outcome } of written)
      if (outcome.kind === 'refused' && resource !== events) throw outcome.error;
    const latest = new Map<string, readonly [Written['resource'], KubeObject]>();
    for (const { resource, name, outcome } of written)
      if (outcome.kind === 'stored' && resource !== events)
        latest.set(`${resource.plural}/${outcome.object.metadata.namespace}/${name}`, [
          resource,
          outcome.object,
        ]);
    await Promise.all([...latest.values()].map((each) => this.#stage.watching.caughtUp(...each)));
  }

  #onChange({ type, object, before }: StoreEvent): void {
    this.#pace.wake();
    if (type !== 'MODIFIED' || object.kind !== pods.kind) return;
    const pod = object as Pod;
    if (!isReady(before as Pod) || isReady(pod)) return;
    // Whoever takes a node for lost marks its pods: if that comes late, the kubelet puts it right.
    this.#loop.after(0, 'work', 'pods are reported once more', () =>
      this.leases.reportPods(pod.spec.nodeName ?? ''),
    );
  }

  #onWritten(written: Written): void {
    const { resource, write, outcome } = written;
    // Nobody's work depends on an event; and who asked for a node hears that there is none.
    if (outcome.kind !== 'refused' || resource === events || write.kind === 'create') return;
    this.#doubt(outcome.error);
  }

  #doubt(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.trouble ??= `The simulated kubelets could not do their work: ${why}`;
  }
}

const isOfPods = ({ plural, group }: ResourceType): boolean => plural === pods.plural && group === pods.group;

const isCreationOf = ({ resource, name, write }: Written, node: string): boolean =>
  resource === nodes && name === node && write.kind === 'create';

/** A number that is the same for the same run. */
const seedOf = (labels: StringMap): number =>
  [...Object.values(labels).join()].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
