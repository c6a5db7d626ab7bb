import { isTerminating } from '../../kubernetes/fields/meta';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { ProbeKind } from '../../port/world';
import { endRun, isRunReady, loseRun, runningRunsOf, runsOf } from './containerRuns';
import type { Hands } from './hands';
import type { Hosts } from './hosts';
import type { Images } from './images';
import type { ContainerRun, Local } from './local';
import { Mounts } from './mounts';
import { nextActions } from './podActions';
import { killingOf, TERMINATED } from './probeKills';
import { Prober } from './prober';
import { Pulls } from './pulls';
import { statusOfRuns } from './runStatus';
import { Starts } from './starts';

/** What ends so soon after its start, in seconds, is waited for. */
const SOON = 60;

const isAwaited = ({ role }: ContainerRun, seconds: number): boolean => role === 'init' || seconds <= SOON;

/**
 * Looks after pods container by container: starts them in their order, probes them, and starts anew what has ended.
 * @see pkg/kubelet/kubelet.go SyncPod
 * @see pkg/kubelet/kuberuntime/kuberuntime_manager.go SyncPod
 */
export class PodWorkers {
  readonly pulls: Pulls;
  readonly #hands: Hands;
  readonly #hosts: Hosts;
  readonly #images: Images;
  readonly #mounts: Mounts;
  readonly #starts: Starts;
  readonly #prober: Prober;
  /** Pods that wait for an object. */
  readonly #waiting = new Set<Local>();

  constructor(hands: Hands, hosts: Hosts, images: Images) {
    this.#hands = hands;
    this.#hosts = hosts;
    this.#images = images;
    this.pulls = new Pulls(hands, images);
    this.#mounts = new Mounts(hands, (local) => this.sync(local));
    this.#starts = new Starts(hands, images, this.pulls, {
      isCaredFor: (local) => this.#isCaredFor(local),
      onRunning: (local, run) => this.#onRunning(local, run),
      onRetry: (local) => this.sync(local),
    });
    this.#prober = new Prober(hands, images, (...finding) => this.#onFinding(...finding));
  }

  /** Takes a pod in, for the first time or after a reboot. */
  begin(local: Local): void {
    local.runs ??= runsOf(local.pod.spec);
    local.stage = 'running';
    local.probedSince = this.#hands.now();
    this.sync(local);
  }

  /**
   * Somebody makes a container exit: from now on its pod is looked at container by container, if it ran as a whole.
   * @param container by default the first
   * @throws if it does not run
   */
  exitNamed(local: Local, code: number, container = local.pod.spec.containers[0]?.name): void {
    if (local.stage === 'running') local.runs ??= runningRunsOf(local.pod, local.startedAt);
    const run = local.runs?.find((each) => each.container.name === container && each.state === 'running');
    if (!run)
      throw new Error(
        `No container "${container}" of the pod "${local.pod.metadata.name}" runs that could exit.`,
      );
    this.exit(local, run, code);
  }

  /** Its machine went down: all containers are lost. */
  lose({ runs = [] }: Local): void {
    for (const run of runs) {
      this.#starts.release(run);
      loseRun(run, toTimestamp(this.#hands.now()));
    }
  }

  /** Does whatever is to be done for a pod now, and tells how it is. */
  sync(local: Local): void {
    if (this.#isCaredFor(local)) this.#doNext(local);
    this.publish(local);
  }

  /** Tells how the pod is. */
  publish(local: Local): void {
    const { runs, host } = local;
    if (!runs) return;
    const hasNetwork = this.#hasNetwork(local) && !local.mount;
    this.#hands.write(local, (current) =>
      statusOfRuns(current, runs, {
        hostIP: host.address,
        podIP: hasNetwork ? this.#hosts.podAddress(current, host) : current.status.podIP,
        isReady: (run) => isRunReady(run, this.#turnsReady(local, run)),
        now: this.#hands.now(),
      }),
    );
  }

  /** A container exits: by itself, or because somebody made it. */
  exit(local: Local, run: ContainerRun, code: number): void {
    if (run.state !== 'running') return;
    endRun(run, code, this.#hands.now());
    if (local.stage !== 'running') return;
    this.publish(local);
    if (this.#isCaredFor(local)) this.sync(local);
  }

  /** Images behave otherwise: containers that wait for one that is there now get it with the next try. */
  retryImages(local: Local): void {
    for (const run of local.runs ?? []) this.#starts.pullAgain(local, run);
  }

  /** There is something new to mount or to read: who waits for it will look in time, and that is worth waiting for. */
  onObject(): void {
    for (const local of this.#waiting) {
      if (!this.#hands.isPresent(local)) this.#waiting.delete(local);
      this.#mounts.hurry(local);
      for (const run of local.runs ?? []) this.#starts.hurry(local, run);
    }
  }

  #doNext(local: Local): void {
    const { runs = [], pod } = local;
    if (!this.#hasNetwork(local)) return;
    if (!this.#mounts.areMounted(local)) {
      this.#waiting.add(local);
      return;
    }
    const { start, isOver } = nextActions(pod.spec, runs);
    if (isOver) this.#endAll(local);
    for (const run of start) {
      if (this.#starts.start(local, run)) this.#waiting.delete(local);
      else this.#waiting.add(local);
    }
  }

  /** Without a network only pods that use the machine's own are started: kubelet.go, SyncPod. */
  #hasNetwork({ host, pod }: Local): boolean {
    return host.ready || pod.spec.hostNetwork === true;
  }

  #isCaredFor({ stage, host, pod, isGivenUp }: Local): boolean {
    return stage === 'running' && !host.silent && !isGivenUp && !isTerminating(pod);
  }

  #turnsReady({ forcedReady }: Local, { container, found }: ContainerRun): boolean {
    if (forcedReady !== undefined) return forcedReady;
    return container.readinessProbe ? found.readiness === true : this.#images.turnsReady(container);
  }

  #onRunning(local: Local, run: ContainerRun): void {
    this.#prober.begin(local, run);
    const exits = this.#images.exitOf(run);
    if (exits) this.#exitIn(local, run, exits.afterSeconds, exits.code, isAwaited(run, exits.afterSeconds));
    this.sync(local);
  }

  #exitIn(local: Local, run: ContainerRun, seconds: number, code: number, awaited = true): void {
    const { life } = run;
    this.#hands.after(seconds * 1000, awaited ? 'work' : 'background', `${run.container.name} exits`, () => {
      if (run.life === life && this.#hands.isPresent(local)) this.exit(local, run, code);
    });
  }

  /** The pod has come to its end: its sidecars are stopped, too. */
  #endAll(local: Local): void {
    for (const run of local.runs ?? [])
      if (run.role === 'sidecar' && run.state === 'running') endRun(run, TERMINATED, this.#hands.now());
    local.stage = 'ended';
  }

  #onFinding(local: Local, run: ContainerRun, kind: ProbeKind, passes: boolean): void {
    if (kind === 'startup' && passes) this.#prober.goOn(local, run);
    if (kind !== 'readiness' && !passes) {
      const { message, afterSeconds, code } = killingOf(local.pod, run, kind, this.#images);
      this.#hands.tell(local, 'Normal', 'Killing', message, run.container);
      this.#exitIn(local, run, afterSeconds, code);
    }
    this.sync(local);
  }
}
