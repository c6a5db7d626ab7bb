import { isTerminating } from '../../kubernetes/fields/meta';
import type { Container, Probe } from '../../kubernetes/kinds/pod/pod';
import type { ProbeBehaviour, ProbeKind } from '../../port/world';
import type { Hands } from './hands';
import type { Images } from './images';
import type { ContainerRun, Local } from './local';

/** A probe at work on one life of a container. */
interface Round {
  readonly local: Local;
  readonly run: ContainerRun;
  readonly kind: ProbeKind;
  readonly probe: Probe;
  readonly life: number;
  /** How often in a row the latest answer was given. */
  streak: number;
  latest?: boolean;
}

/** It answers well, and the kubelet knows. */
const isWell = ({ latest, run, kind }: Round): boolean => latest === true && run.found[kind] === true;

const KINDS = ['startup', 'liveness', 'readiness'] as const;

const probeOf = (container: Container, kind: ProbeKind): Probe | undefined =>
  ({
    startup: container.startupProbe,
    readiness: container.readinessProbe,
    liveness: container.livenessProbe,
  })[kind];

const TITLES = { startup: 'Startup', readiness: 'Readiness', liveness: 'Liveness' } as const;

/** What containers that fail say, by how they are asked. @see pkg/probe */
const answerOf = ({ httpGet, tcpSocket, grpc }: Probe): string => {
  if (httpGet) return 'HTTP probe failed with statuscode: 503';
  if (tcpSocket) return 'connect: connection refused';
  return grpc ? 'service unhealthy (responded with "NOT_SERVING")' : '';
};

/**
 * Asks containers by their probes, each in its period: not before the initial delay is over, and of readiness and liveness
 * not before the container has started. The period of a readiness probe counts from the start of the container, where it is
 * asked at once; that of the others from when the kubelet took the pod in. A container that answers well is not asked
 * again before it would fail.
 * @see pkg/kubelet/prober/worker.go doProbe
 * @see pkg/kubelet/prober/prober_manager.go UpdatePodStatus
 */
export class Prober {
  readonly #hands: Hands;
  readonly #images: Images;
  readonly #onFinding: (local: Local, run: ContainerRun, kind: ProbeKind, passes: boolean) => void;

  /** @param onFinding is called when a probe makes up its mind, or changes it */
  constructor(
    hands: Hands,
    images: Images,
    onFinding: (local: Local, run: ContainerRun, kind: ProbeKind, passes: boolean) => void,
  ) {
    this.#hands = hands;
    this.#images = images;
    this.#onFinding = onFinding;
  }

  /** A container runs: its startup probe begins or, if it has none, the others do. */
  begin(local: Local, run: ContainerRun): void {
    run.started = run.container.startupProbe === undefined;
    this.#beginRounds(local, run);
  }

  /** Its startup probe has succeeded: now the others begin. */
  goOn(local: Local, run: ContainerRun): void {
    run.started = true;
    this.#beginRounds(local, run);
  }

  #beginRounds(local: Local, run: ContainerRun): void {
    for (const kind of KINDS) {
      const probe = probeOf(run.container, kind);
      if (!probe || (kind === 'startup') === run.started) continue;
      const round: Round = { local, run, kind, probe, life: run.life, streak: 0 };
      this.#askAt(round, this.#firstTick(round));
    }
  }

  /** In ms. */
  #period({ probe }: Round): number {
    return (probe.periodSeconds ?? 10) * 1000;
  }

  /** The first time that it is asked: its initial delay is over then. */
  #firstTick(round: Round): number {
    const { local, run, kind, probe } = round;
    const now = this.#hands.now();
    const earliest = Math.max(now, run.startedAt + (probe.initialDelaySeconds ?? 0) * 1000);
    return this.#tickFrom(round, kind === 'readiness' ? now : local.probedSince, earliest);
  }

  /** The first moment of a series that is not before another. */
  #tickFrom(round: Round, origin: number, earliest: number): number {
    const period = this.#period(round);
    return origin + Math.ceil((earliest - origin) / period) * period;
  }

  #askAt(round: Round, at: number): void {
    const { run, kind, local } = round;
    const now = this.#hands.now();
    // What stays as it is need not be waited for, nor what is well for the time being.
    const isSettled = run.found[kind] === this.#passes(round, at) || isWell(round);
    const timer = isSettled ? 'background' : 'work';
    const purpose = `the ${kind} of ${local.pod.metadata.name} is probed`;
    this.#hands.after(at - now, timer, purpose, () => this.#ask(round));
  }

  #ask(round: Round): void {
    const { local, run, kind, probe, life } = round;
    if (!this.#hands.isPresent(local) || run.life !== life || local.stage === 'ended') return;
    // A pod that leaves is asked no more whether it lives.
    if (isTerminating(local.pod) && kind !== 'readiness') return;
    const now = this.#hands.now();
    const passes = this.#passes(round, now);
    round.streak = passes === round.latest ? round.streak + 1 : 1;
    round.latest = passes;
    if (!passes) {
      const message = `${TITLES[kind]} probe failed: ${answerOf(probe)}`;
      this.#hands.tell(local, 'Warning', 'Unhealthy', message, run.container);
    }
    const enough = passes ? (probe.successThreshold ?? 1) : (probe.failureThreshold ?? 3);
    if (round.streak >= enough && run.found[kind] !== passes) {
      run.found[kind] = passes;
      this.#onFinding(local, run, kind, passes);
      if (kind === 'startup' || (kind === 'liveness' && !passes)) return;
    }
    this.#askAgain(round, now);
  }

  /** A container that answers well is asked again when it would not. */
  #askAgain(round: Round, now: number): void {
    const next = now + this.#period(round);
    const { failsAfterSeconds = 0 } = this.#behaviour(round) ?? {};
    const fails = round.run.startedAt + failsAfterSeconds * 1000;
    if (!isWell(round)) this.#askAt(round, next);
    else if (fails > now) this.#askAt(round, this.#tickFrom(round, now, Math.max(fails, next)));
  }

  #passes(round: Round, at: number): boolean {
    const { passesAfterSeconds = 0, failsAfterSeconds = Number.POSITIVE_INFINITY } =
      this.#behaviour(round) ?? {};
    const age = (at - round.run.startedAt) / 1000;
    return age >= passesAfterSeconds && age < failsAfterSeconds;
  }

  #behaviour({ run, kind }: Round): ProbeBehaviour | undefined {
    return this.#images.probe(run.container, kind);
  }
}
