const PATIENCE = 5 * 60_000;

/**
 * What a controller has asked for on behalf of one owner and not yet seen happen. Until it has, acting again would do
 * things twice. After five minutes it is given up.
 * @see k8s.io/kubernetes/pkg/controller ControllerExpectations
 */
export class ControllerExpectations {
  #creations = 0;
  #deletions = 0;
  #since = 0;

  /** So much is to be seen from now on, whatever was expected before. @param now model time in ms */
  expect(creations: number, deletions: number, now: number): void {
    this.#creations = creations;
    this.#deletions = deletions;
    this.#since = now;
  }

  /** So much will not be seen: it was refused, or never tried. */
  lower(creations: number, deletions: number): void {
    this.#creations -= creations;
    this.#deletions -= deletions;
  }

  creationObserved(): void {
    this.#creations--;
  }

  deletionObserved(): void {
    this.#deletions--;
  }

  /** All has been seen, or given up: the owner may be acted on again. @param now model time in ms */
  satisfied(now: number): boolean {
    return (this.#creations <= 0 && this.#deletions <= 0) || now - this.#since > PATIENCE;
  }
}
