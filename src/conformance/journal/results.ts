import type { Run } from '../running/crew';

/** What became of each example, by its location. */
export class Results {
  readonly #runs = new Map<string, Run[]>();

  constructor(runs: readonly Run[] = []) {
    for (const run of runs) this.add(run);
  }

  add(run: Run): void {
    const known = this.#runs.get(run.location);
    if (known) known.push(run);
    else this.#runs.set(run.location, [run]);
  }

  /** The run that counts: the last one that is conclusive or, if none is, the last. Undefined if there was none. */
  of(location: string): Run | undefined {
    const runs = this.#runs.get(location) ?? [];
    return runs.findLast(({ how }) => how.outcome !== 'inconclusive') ?? runs.at(-1);
  }

  /** How often it was run. */
  attempts(location: string): number {
    return this.#runs.get(location)?.length ?? 0;
  }

  /** Tells whether nothing would be learned by running it again. */
  isKnown(location: string): boolean {
    const run = this.of(location);
    return run !== undefined && run.how.outcome !== 'inconclusive';
  }

  all(): readonly Run[] {
    return [...this.#runs.values()].flat();
  }
}
