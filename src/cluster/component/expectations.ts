const PATIENCE = 5 * 60_000;

/**
 * What a sync has asked for and not yet seen happen. Until it has, acting again would do things twice. After five
 * minutes it is given up.
 * @see k8s.io/kubernetes/pkg/controller ControllerExpectations
 */
export class Expectations {
  #creations = 0;
  #deletions = 0;
  #since = 0;

  /** @param now model time in ms */
  expect(creations: number, deletions: number, now: number): void {
    this.#creations = creations;
    this.#deletions = deletions;
    this.#since = now;
  }

  creationObserved(): void {
    this.#creations--;
  }

  deletionObserved(): void {
    this.#deletions--;
  }

  met(now: number): boolean {
    return (this.#creations <= 0 && this.#deletions <= 0) || now - this.#since > PATIENCE;
  }
}
