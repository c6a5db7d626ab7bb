import { goLabelSelector } from '../../../kubernetes/fields/goLabelSelector';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import {
  withDisruptionCondition,
  withFailedSync,
} from '../../../kubernetes/kinds/poddisruptionbudget/conditions';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { isAbout } from '../../../kubernetes/kinds/poddisruptionbudget/selection';
import { resources } from '../../../kubernetes/kinds/resources';
import { keyOf } from '../../apiserver/registry/store';
import type { StoreEvent } from '../../apiserver/registry/topic';
import { Component, type Surroundings } from '../../component/component';
import { disruptionsOf, healthyPods } from './disruptedPods';
import { type Expectation, expectationOf } from './expectedPods';
import { Incalculable } from './scale';

type Budgets = Map<string, PodDisruptionBudget>;

/**
 * Keeps the status of disruption budgets: how many pods there should be and how many of them are well, and so how many
 * may be asked to leave. Whoever evicts a pod looks there.
 *
 * The budgets of daemon pods are a special case that nothing announces: a daemon set has no subresource `scale`, so
 * only a budget with a number that must stay can be worked out for them.
 * @see k8s.io/kubernetes/pkg/controller/disruption
 */
export class DisruptionController extends Component {
  /** By namespace and name. */
  readonly #budgets = new Map<string, Budgets>();
  /** When a budget will be looked at again (model time). */
  readonly #appointments = new Map<string, number>();
  #hearsOfPods = false;

  constructor(surroundings: Surroundings) {
    super('controllermanager', surroundings);
    this.watch<PodDisruptionBudget>(resources.poddisruptionbudgets, (event) => this.#onBudget(event));
  }

  protected override sync(key: string): void {
    const [namespace = '', name = ''] = key.split('/');
    const budget = this.#budgets.get(namespace)?.get(name);
    if (!budget) return;
    const pods = this.client.list<Pod>(resources.pods, { namespace }).filter(isAbout(budget));
    if (pods.length === 0) this.recorder.record(budget, 'Normal', 'NoPods', 'No matching pods found');
    const expectation = this.#expectationOf(budget, pods);
    if (expectation) this.#report(budget, pods, expectation);
  }

  /** What the budget asks for; undefined if nobody can tell, which the budget is told instead. */
  #expectationOf(budget: PodDisruptionBudget, pods: readonly Pod[]): Expectation | undefined {
    try {
      return expectationOf(this.client, budget, pods);
    } catch (error) {
      if (!(error instanceof Incalculable)) throw error;
      this.recorder.record(
        budget,
        'Warning',
        'CalculateExpectedPodCountFailed',
        `Failed to calculate the number of expected pods: ${error.message}`,
      );
      this.#write(budget, (status) => withFailedSync(status, error.message, this.loop.now));
      return undefined;
    }
  }

  #report(budget: PodDisruptionBudget, pods: readonly Pod[], { expected, desired, unmanaged }: Expectation) {
    if (unmanaged.length > 0) this.#warnOfUnmanaged(budget);
    const { now } = this.loop;
    this.#write(budget, (status) => {
      const { disrupted, recheck, overdue } = disruptionsOf(status, pods, now);
      for (const pod of overdue) this.#warnOfOverdue(budget, pod);
      if (recheck !== undefined) this.#lookAgain(keyOf(budget), recheck);
      const currentHealthy = healthyPods(pods, disrupted);
      const { disruptedPods: _, ...rest } = status;
      const disruptionsAllowed = expected > 0 ? Math.max(0, currentHealthy - desired) : 0;
      return withDisruptionCondition(
        {
          ...rest,
          ...(Object.keys(disrupted).length > 0 ? { disruptedPods: disrupted } : {}),
          observedGeneration: budget.metadata.generation ?? 0,
          currentHealthy,
          desiredHealthy: desired,
          expectedPods: expected,
          disruptionsAllowed,
        },
        now,
      );
    });
  }

  #write(
    budget: PodDisruptionBudget,
    change: (status: PodDisruptionBudget['status']) => PodDisruptionBudget['status'],
  ): void {
    this.client.amendStatus<PodDisruptionBudget>(budget, resources.poddisruptionbudgets, (current) =>
      current.metadata.uid === budget.metadata.uid ? change(current.status) : undefined,
    );
  }

  #warnOfUnmanaged(budget: PodDisruptionBudget): void {
    this.recorder.record(
      budget,
      'Warning',
      'UnmanagedPods',
      `Pods selected by this PodDisruptionBudget (selector: ${goLabelSelector(budget.spec.selector ?? {})}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`,
    );
  }

  /** The sentence names the namespace twice, as the real one does. */
  #warnOfOverdue({ metadata: { namespace } }: PodDisruptionBudget, pod: Pod): void {
    this.recorder.record(
      pod,
      'Warning',
      'NotDeleted',
      `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`,
    );
  }

  #lookAgain(key: string, due: number): void {
    if (this.#appointments.get(key) === due) return;
    this.#appointments.set(key, due);
    this.queue.addAfter(key, due - this.loop.now, 'background');
  }

  #onBudget({ type, object: budget }: StoreEvent<PodDisruptionBudget>): void {
    const { namespace = '', name } = budget.metadata;
    const budgets = this.#budgets.get(namespace) ?? new Map<string, PodDisruptionBudget>();
    this.#budgets.set(namespace, budgets);
    if (type === 'DELETED') budgets.delete(name);
    else budgets.set(name, budget);
    this.queue.add(keyOf(budget));
    if (this.#hearsOfPods) return;
    // Before there is a budget pods are nobody's concern here, and there may be very many.
    this.#hearsOfPods = true;
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  /** Wakes a budget that is about the pod: of several, one. */
  #onPod({ object: pod }: StoreEvent<Pod>): void {
    const budgets = this.#budgets.get(pod.metadata.namespace ?? '');
    if (!budgets || budgets.size === 0) return;
    const [first, ...others] = [...budgets.values()].filter((budget) => isAbout(budget)(pod));
    if (!first) return;
    if (others.length > 0) this.#warnOfSeveral(pod, first);
    this.queue.add(keyOf(first));
  }

  #warnOfSeveral(pod: Pod, chosen: PodDisruptionBudget): void {
    const { namespace, name } = pod.metadata;
    this.recorder.record(
      pod,
      'Warning',
      'MultiplePodDisruptionBudgets',
      `Pod "${namespace}"/"${name}" matches multiple PodDisruptionBudgets.  Chose "${chosen.metadata.name}" arbitrarily.`,
    );
  }
}
