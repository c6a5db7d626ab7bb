import { beginRun } from './containerRuns';
import { backOffInWords, countRestart, waitAfterCrash } from './crashBackOff';
import type { Hands } from './hands';
import type { Images } from './images';
import type { ContainerRun, Local } from './local';
import type { Pulls } from './pulls';
import { environmentTrouble } from './references';

/** A kubelet that could not start a container looks at it again after so long (ms). */
const LOOK_AGAIN = 10_000;
/** It looks at every pod so often (ms). */
const RESYNC = 60_000;

/** `agent-x7k2p_shop(a1b2…)`. @see pkg/kubelet/util/format Pod */
const named = ({ pod: { metadata } }: Local): string =>
  `${metadata.name}_${metadata.namespace}(${metadata.uid})`;

/** What becomes of a start. */
interface Outcomes {
  /** Whether the kubelet still does something for the pod. */
  isCaredFor(local: Local): boolean;
  onRunning(local: Local, run: ContainerRun): void;
  /** It is time to try again. */
  onRetry(local: Local): void;
}

/**
 * Starts containers, one at a time: it waits if it has ended too often, for its image, and for what its environment is made
 * from.
 * @see pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer
 */
export class Starts {
  readonly #hands: Hands;
  readonly #images: Images;
  readonly #pulls: Pulls;
  readonly #outcomes: Outcomes;

  constructor(hands: Hands, images: Images, pulls: Pulls, outcomes: Outcomes) {
    this.#hands = hands;
    this.#images = images;
    this.#pulls = pulls;
    this.#outcomes = outcomes;
  }

  /** @returns false if the container waits for an object that is not there */
  start(local: Local, run: ContainerRun): boolean {
    if (run.isStarting || run.retry || this.#backsOff(local, run) || !this.#pulls.has(local, run))
      return true;
    const { namespace = '', name } = local.pod.metadata;
    const trouble = environmentTrouble(run.container, namespace, (kind, wanted) =>
      this.#hands.find(kind, namespace, wanted),
    );
    if (trouble !== undefined) {
      this.#failToCreate(local, run, trouble);
      return false;
    }
    if (run.state === 'exited') countRestart(run, run.endedAt, this.#hands.now());
    run.isStarting = true;
    const { life } = run;
    this.#hands.after(this.#images.startSecondsOf(run.container) * 1000, 'work', `${name} starts`, () => {
      if (run.life !== life || !this.#hands.isPresent(local)) return;
      run.isStarting = false;
      if (this.#outcomes.isCaredFor(local)) this.#run(local, run);
    });
    return true;
  }

  /** It waits no longer for what it waited for. */
  release(run: ContainerRun): void {
    if (run.retry) this.#hands.cancel(run.retry);
    run.retry = undefined;
    run.waiting = undefined;
  }

  /** What it waits for may be there: the next try is worth waiting for. */
  hurry(local: Local, run: ContainerRun): void {
    const { retry, waiting } = run;
    if (retry?.kind !== 'background' || waiting?.reason !== 'CreateContainerConfigError') return;
    this.#hands.cancel(retry);
    this.#retryIn(local, run, retry.due - this.#hands.now(), 'work');
  }

  /** The image that it waits for may be there: it is pulled when it is tried the next time. */
  pullAgain(local: Local, run: ContainerRun): void {
    const wait = run.retry ? undefined : this.#pulls.nextTryOf(run);
    if (wait !== undefined) this.#retryIn(local, run, wait, 'work');
  }

  #run(local: Local, run: ContainerRun): void {
    this.#pulls.tellStart(local, run.container);
    beginRun(run, this.#hands.now());
    this.#outcomes.onRunning(local, run);
  }

  /** Whether a container that has ended has to wait. Who waits goes round: nothing else is to be expected of it. */
  #backsOff(local: Local, run: ContainerRun): boolean {
    const wait = run.state === 'exited' ? waitAfterCrash(run, run.endedAt, this.#hands.now()) : 0;
    if (wait === 0) return false;
    const { name } = run.container;
    const who = named(local);
    this.#hands.tell(
      local,
      'Warning',
      'BackOff',
      `Back-off restarting failed container ${name} in pod ${who}`,
      run.container,
    );
    const message = `back-off ${backOffInWords(run)} restarting failed container=${name} pod=${who}`;
    run.waiting = { reason: 'CrashLoopBackOff', message };
    this.#retryIn(local, run, Math.min(wait, RESYNC), 'background');
    return true;
  }

  #failToCreate(local: Local, run: ContainerRun, message: string): void {
    this.#pulls.tellPulled(local, run.container);
    this.#hands.tell(local, 'Warning', 'Failed', `Error: ${message}`, run.container);
    run.waiting = { reason: 'CreateContainerConfigError', message };
    this.#retryIn(local, run, LOOK_AGAIN, 'background');
  }

  #retryIn(local: Local, run: ContainerRun, ms: number, kind: 'work' | 'background'): void {
    run.retry = this.#hands.after(ms, kind, `${run.container.name} is tried again`, () => {
      run.retry = undefined;
      if (this.#hands.isPresent(local)) this.#outcomes.onRetry(local);
    });
  }
}
