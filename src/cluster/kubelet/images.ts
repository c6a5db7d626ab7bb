import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ImageBehaviour } from '../../port/world';

const ORDINARY: readonly ImageBehaviour[] = [{}];

/** How the containers of pods behave: each as its image does, and ordinarily if nothing is known of that. */
export class Images {
  readonly #behaviours = new Map<string, ImageBehaviour>();

  set(image: string, behaviour: ImageBehaviour): void {
    this.#behaviours.set(image, behaviour);
  }

  /** An image of the pod that cannot be pulled, if there is one. */
  missing({ spec }: Pod): string | undefined {
    if (this.#behaviours.size === 0) return undefined;
    return spec.containers.find(({ image }) => this.#behaviours.get(image ?? '')?.pullable === false)?.image;
  }

  /** Seconds from start to running: those of the slowest container. */
  startSeconds(pod: Pod): number {
    return Math.max(...this.#of(pod).map((each) => each.startSeconds ?? 1));
  }

  /** Seconds that its containers take to stop, if they are given the time. */
  stopSeconds(pod: Pod): number {
    return Math.max(...this.#of(pod).map((each) => each.stopSeconds ?? 1));
  }

  /** Whether all of its containers turn ready once they run. */
  turnReady(pod: Pod): boolean {
    return this.#of(pod).every((each) => each.ready !== false);
  }

  /** When and how its containers end by themselves. */
  ends(pod: Pod): readonly NonNullable<ImageBehaviour['ends']>[] {
    return this.#of(pod).flatMap(({ ends }) => ends ?? []);
  }

  #of({ spec }: Pod): readonly ImageBehaviour[] {
    if (this.#behaviours.size === 0) return ORDINARY;
    return spec.containers.map(({ image }) => this.#behaviours.get(image ?? '') ?? {});
  }
}
