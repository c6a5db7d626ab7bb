import type { Container, Pod } from '../../kubernetes/kinds/pod/pod';
import type { ImageBehaviour, ProbeBehaviour, ProbeKind } from '../../port/world';
import type { ContainerRun } from './local';

const ORDINARY: ImageBehaviour = {};
const ORDINARILY: readonly ImageBehaviour[] = [ORDINARY];

/** How an init container does its work, if nothing else is known of it. */
const DONE = { afterSeconds: 1, code: 0 };

/** How the containers of pods behave: each as its image does, and ordinarily if nothing is known of that. */
export class Images {
  readonly #behaviours = new Map<string, ImageBehaviour>();

  set(image: string, behaviour: ImageBehaviour): void {
    this.#behaviours.set(image, behaviour);
  }

  /** An image of the pod that cannot be pulled, if there is one. */
  missing({ spec }: Pod): string | undefined {
    if (this.#behaviours.size === 0) return undefined;
    return spec.containers.find((container) => this.isMissing(container))?.image;
  }

  isMissing(container: Container): boolean {
    return this.#behaviour(container).pullable === false;
  }

  /** Seconds from start to running: those of the slowest container. */
  startSeconds(pod: Pod): number {
    return Math.max(...this.#of(pod).map((each) => each.startSeconds ?? 1));
  }

  /** Seconds from the start of one container to its running. */
  startSecondsOf(container: Container): number {
    return this.#behaviour(container).startSeconds ?? 1;
  }

  /** Seconds that its containers take to stop, if they are given the time. */
  stopSeconds({ spec }: Pod): number {
    return Math.max(...spec.containers.map((container) => this.stopSecondsOf(container)));
  }

  /** Seconds that one container takes to stop, what it does before it is told to included. */
  stopSecondsOf(container: Container): number {
    return (
      (container.lifecycle?.preStop?.sleep?.seconds ?? 0) + (this.#behaviour(container).stopSeconds ?? 1)
    );
  }

  /** Whether all of its containers turn ready once they run. */
  turnReady(pod: Pod): boolean {
    return this.#of(pod).every((each) => each.ready !== false);
  }

  /** Whether one container turns ready once it runs. */
  turnsReady(container: Container): boolean {
    return this.#behaviour(container).ready !== false;
  }

  /** Whether any container of the pod exits by itself. */
  exit(pod: Pod): boolean {
    return this.#of(pod).some(({ exits }) => exits !== undefined);
  }

  /** When and how a container exits by itself, after each start. An init container that never gets ready is never done. */
  exitOf({ container, role }: ContainerRun): ImageBehaviour['exits'] {
    const { exits, ready } = this.#behaviour(container);
    return exits ?? (role === 'init' && ready !== false ? DONE : undefined);
  }

  /** What a container answers to a probe; undefined if it always says yes. One that never gets ready fails its probe. */
  probe(container: Container, kind: ProbeKind): ProbeBehaviour | undefined {
    const { ready, probes } = this.#behaviour(container);
    if (kind === 'readiness' && ready === false) return { failsAfterSeconds: 0 };
    return probes?.[kind];
  }

  #behaviour({ image }: Container): ImageBehaviour {
    return this.#behaviours.get(image ?? '') ?? ORDINARY;
  }

  #of({ spec }: Pod): readonly ImageBehaviour[] {
    if (this.#behaviours.size === 0) return ORDINARILY;
    return spec.containers.map((container) => this.#behaviour(container));
  }
}
