import { HEARTBEAT, type Heartbeats, type Reports } from '../../../cluster/kubelet/heartbeats';
import { leaseOf } from '../../../cluster/kubelet/node';
import type { Loop } from '../../../cluster/simulation/loop';
import { toMicroTimestamp } from '../../../kubernetes/fields/time';
import { NODE_LEASES } from '../../../kubernetes/kinds/lease/lease';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { Connection } from '../connection/connection';
import type { Copies } from './copies';
import type { Dress } from './outbox';
import { pathOf } from './paths';
import { Ended, type Patience } from './patience';

/** A kubelet reports its node so often (ms), though nothing has changed. @see pkg/kubelet/kubelet_node_status.go */
const REPORT = 300_000;
/** A lease holds for so long (ms): who renews it later may have been taken for lost. */
const HOLDS = 40_000;

const { leases, nodes } = resources;

const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.reason === 'NotFound';

interface Heart {
  readonly reports: Reports;
  reportedAt: number;
  /** When its lease was renewed last. */
  renewedAt: number | undefined;
  silentSince: number | undefined;
  /** What is on its way. */
  renewal: Promise<void> | undefined;
}

/**
 * The leases by which the kubelets of an example show that they are alive: all are renewed every ten seconds. A kubelet
 * that falls silent renews its lease once more, so that it is known since when it is silent.
 * @see staging/src/k8s.io/component-helpers/apimachinery/lease/controller.go
 */
export class Leases implements Heartbeats {
  readonly #connection: Connection;
  readonly #patience: Patience;
  readonly #dress: Dress;
  readonly #copies: Pick<Copies, 'find'>;
  readonly #loop: Loop;
  readonly #onTrouble: (error: unknown) => void;
  readonly #hearts = new Map<string, Heart>();

  constructor(
    connection: Connection,
    patience: Patience,
    dress: Dress,
    copies: Pick<Copies, 'find'>,
    loop: Loop,
    onTrouble: (error: unknown) => void,
  ) {
    this.#connection = connection;
    this.#patience = patience;
    this.#dress = dress;
    this.#copies = copies;
    this.#loop = loop;
    this.#onTrouble = onTrouble;
    this.#beat();
  }

  /** The nodes whose kubelets are silent, with the time of their last sign of life. */
  get silent(): readonly { readonly name: string; readonly since: number }[] {
    return [...this.#hearts].flatMap(([name, { silentSince }]) =>
      silentSince === undefined ? [] : [{ name, since: silentSince }],
    );
  }

  begin(name: string, reports: Reports): void {
    this.#hearts.set(name, {
      reports,
      reportedAt: this.#loop.now,
      renewedAt: undefined,
      silentSince: undefined,
      renewal: undefined,
    });
  }

  stop(name: string): void {
    const heart = this.#hearts.get(name);
    if (!heart || heart.silentSince !== undefined) return;
    heart.silentSince = this.#loop.now;
    void this.#renewNext(name, heart);
  }

  resume(name: string): void {
    const heart = this.#hearts.get(name);
    if (!heart) return;
    heart.silentSince = undefined;
    heart.renewedAt = undefined;
    void this.#renewNext(name, heart);
  }

  end(name: string): void {
    const heart = this.#hearts.get(name);
    this.#hearts.delete(name);
    if (heart?.renewedAt === undefined) return;
    const path = pathOf(leases, NODE_LEASES, name);
    // Whoever deletes the node's dependants may have been faster.
    this.#patience.insist(() => this.#connection.send({ method: 'DELETE', path })).catch(() => undefined);
  }

  /** Has the kubelet of a node tell once more how its pods are. */
  reportPods(name: string): void {
    this.#hearts.get(name)?.reports.pods();
  }

  /** Renews a lease now. Resolves when that is stored. */
  renew(name: string): Promise<void> {
    const heart = this.#hearts.get(name);
    if (!heart) return Promise.resolve();
    return heart.renewal ?? this.#renewNext(name, heart);
  }

  /** Resolves when all renewals are stored that are on their way. */
  async renewed(): Promise<void> {
    await Promise.all([...this.#hearts.values()].map(({ renewal }) => renewal));
  }

  #beat(): void {
    this.#loop.after(HEARTBEAT, 'background', 'leases are renewed', () => {
      for (const [name, heart] of this.#hearts) {
        if (heart.silentSince !== undefined) continue;
        void this.renew(name);
        if (this.#loop.now - heart.reportedAt < REPORT) continue;
        heart.reportedAt = this.#loop.now;
        heart.reports.node();
      }
      this.#beat();
    });
  }

  /** Renews a lease once all earlier renewals are through. */
  #renewNext(name: string, heart: Heart): Promise<void> {
    const renewal = (heart.renewal ?? Promise.resolve())
      .then(() => this.#renew(name, heart))
      .finally(() => {
        if (heart.renewal === renewal) heart.renewal = undefined;
      });
    heart.renewal = renewal;
    return renewal;
  }

  async #renew(name: string, heart: Heart): Promise<void> {
    const node = this.#copies.find(nodes, undefined, name)?.server;
    try {
      if (node) await this.#send(name, node, heart.renewedAt === undefined);
      const now = this.#connection.earliest();
      const { renewedAt = now } = heart;
      if (node) heart.renewedAt = now;
      if (heart.silentSince !== undefined) heart.silentSince = now;
      else if (now - renewedAt > HOLDS)
        this.#onTrouble(
          new Error(
            `The node ${name} could not show for ${Math.round((now - renewedAt) / 1000)} s that it is alive.`,
          ),
        );
    } catch (error) {
      if (!(error instanceof Ended) && this.#hearts.get(name) === heart) this.#onTrouble(error);
    }
  }

  /** @param isFirst there may be a lease of a node that had the name before */
  async #send(name: string, { metadata: { uid } }: KubeObject, isFirst: boolean): Promise<void> {
    const path = pathOf(leases, NODE_LEASES, name);
    const { metadata, spec, ...rest } = leaseOf(name) as KubeObject & { readonly spec: object };
    const owner = { apiVersion: nodes.apiVersion, kind: nodes.kind, name, uid };
    const dressed = this.#dress({ ...rest, metadata: { ...metadata, ownerReferences: [owner] } }, leases);
    const whole = (): object => ({ ...dressed, spec: { ...spec, ...this.#renewed() } });
    const contentType = 'application/merge-patch+json';
    try {
      await this.#patience.insist(() => {
        const body = isFirst ? whole() : { spec: this.#renewed() };
        return this.#connection.send({ method: 'PATCH', path, contentType, body });
      });
    } catch (error) {
      if (!isNotFound(error)) throw error;
      const collection = pathOf(leases, NODE_LEASES);
      await this.#patience.insist(() =>
        this.#connection.send({ method: 'POST', path: collection, body: whole() }),
      );
    }
  }

  #renewed(): object {
    return { renewTime: toMicroTimestamp(this.#connection.earliest()) };
  }
}
