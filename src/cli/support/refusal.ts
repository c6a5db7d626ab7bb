/** A command that cannot do what it was asked: one sentence or two for each thing that is wrong. */
export class Refusal extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'Refusal';
  }
}
