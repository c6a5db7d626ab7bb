import { isTerminating } from '../../kubernetes/fields/meta';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { NodeInfo } from '../capacity/nodeInfo';
import type { Client } from '../component/client';
import { isGone } from '../component/gone';
import type { SeriesRecorder } from '../component/seriesRecorder';
import type { Loop } from '../simulation/loop';
import type { Budget } from './budgets';
import type { Obstacle } from './filters';
import type { Known } from './known';
import { nowhere, withoutRoom } from './message';
import type { Nominations } from './nominations';
import type { Neighbourhood } from './plugins/plugin';
import { askedToGo, withoutNomination } from './podNotes';
import { type Preemption, searchRoom, waitsForVictims } from './preemption';

/** What may help a pod that fits nowhere. */
interface Help {
  /** Where others have to go. */
  readonly best?: Preemption;
  /** The node that the pod waits for from now on. */
  readonly nominated: string | undefined;
  /** Why nothing helps; undefined if something does. */
  readonly message: string | undefined;
}

/**
 * What the scheduler does for a pod that no filter lets through: it has pods of lower priority make room.
 * @see pkg/scheduler/framework/preemption/preemption.go Preempt
 */
export class PostFilter {
  readonly #client: Client;
  readonly #loop: Loop;
  readonly #events: SeriesRecorder;
  readonly #nominations: Nominations<Known>;
  readonly #around: Neighbourhood;

  constructor(
    client: Client,
    loop: Loop,
    events: SeriesRecorder,
    nominations: Nominations<Known>,
    around: Neighbourhood,
  ) {
    this.#client = client;
    this.#loop = loop;
    this.#events = events;
    this.#nominations = nominations;
    this.#around = around;
  }

  /**
   * Looks for help.
   * @param obstacles what keeps the pod from the nodes that were looked at
   * @param promised the node where room is being made for it already
   * @param nodes how many nodes there are
   */
  look(
    known: Known,
    obstacles: ReadonlyMap<NodeInfo<Known>, Obstacle>,
    promised: NodeInfo<Known> | undefined,
    nodes: number,
  ): Help {
    const { pod } = known;
    const hindrance = notEligible(pod, promised, promised && obstacles.get(promised));
    if (hindrance) return { nominated: pod.status.nominatedNodeName, message: withoutRoom(hindrance) };
    const hopeful: [Node, NodeInfo][] = [];
    for (const [info, { preemptible }] of obstacles)
      if (preemptible && info.node) hopeful.push([info.node, this.#nominations.seenBy(known, info)]);
    const { best, vain } = searchRoom(pod, hopeful, hopeful.length > 0 ? this.#budgets() : [], this.#around);
    if (best) return { best, nominated: best.node, message: undefined };
    const why = nowhere(nodes, vain, 'Preemption is not helpful for scheduling');
    return { nominated: undefined, message: withoutRoom(why) };
  }

  /**
   * Asks pods to go. Others that were promised room on the node, and matter less, have to look elsewhere.
   * @see pkg/scheduler/framework/preemption/executor.go prepareCandidateAsync
   */
  makeRoom(known: Known, { node, victims }: Preemption): void {
    const staying = victims.filter((victim) => !isTerminating(victim));
    if (staying.length === 0) return;
    for (const { pod } of this.#nominations.lesserOn(node, known))
      this.#unlessGone(() => this.#takeBack(pod));
    for (const victim of staying) this.#unlessGone(() => this.#preempt(victim, known.pod, node));
  }

  #takeBack(pod: Pod): void {
    this.#client.amendStatus<Pod>(pod, resources.pods, (current) => withoutNomination(current, pod));
  }

  #preempt(victim: Pod, by: Pod, node: string): void {
    this.#client.amendStatus<Pod>(victim, resources.pods, (current) =>
      askedToGo(current, victim, this.#loop.now),
    );
    this.#client.delete(resources.pods, victim);
    const note = `Preempted by pod ${by.metadata.uid} on node ${node}`;
    this.#events.record(victim, { type: 'Normal', reason: 'Preempted', action: 'Preempting', note }, by);
  }

  #unlessGone(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  #budgets(): readonly Budget[] {
    const kind = this.#client.kinds.of({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' });
    return kind ? this.#client.list<Budget>(kind) : [];
  }
}

/** @see pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go PodEligibleToPreemptOthers */
const notEligible = (
  pod: Pod,
  promised: NodeInfo | undefined,
  obstacle: Obstacle | undefined,
): string | undefined => {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.';
  return obstacle?.preemptible && waitsForVictims(pod, promised)
    ? 'not eligible due to a terminating pod on the nominated node.'
    : undefined;
};
