/** An example that is to be run. */
export interface Task {
  readonly location: string;
  /** Milliseconds it is expected to take. */
  readonly expected: number;
  /** True if it is known before that it will be skipped. */
  readonly skips?: boolean;
}

/**
 * What is still to be run. Examples that are to be run again come after all others: whatever troubled them may be over then.
 */
export class Queue {
  readonly #waiting: Task[];
  readonly #again: Task[] = [];

  /** @param longestFirst the last ones are short then, and no process runs alone for long */
  constructor(tasks: readonly Task[], longestFirst: boolean) {
    this.#waiting = longestFirst ? [...tasks].sort((a, b) => b.expected - a.expected) : [...tasks];
  }

  take(): Task | undefined {
    return this.#waiting.shift() ?? this.#again.shift();
  }

  putBack(task: Task): void {
    this.#again.push(task);
  }

  /** All that has not been taken. */
  get rest(): readonly Task[] {
    return [...this.#waiting, ...this.#again];
  }
}
