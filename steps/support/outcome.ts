/** How something that somebody tried ended. */
export interface Answer {
  /** What was tried: a command line, or words for it. */
  readonly tried: string;
  readonly output: string;
  /** The words of the refusal, if it was refused. */
  readonly refusal?: string;
  /** True of a command that was to do something and found nothing that it could be done to. */
  readonly isIdle?: boolean;
}

/**
 * How the last thing that somebody tried ended, for as long as nothing else is done. A refusal that no sentence speaks of
 * is an error: who tries something and does not say that it is refused expects that it is done. So is a command that found
 * nothing to do: a name or a label in it may be misspelt.
 */
export class Outcome {
  #answer?: Answer;
  #isSeen = false;
  #isOld = false;

  /** Something is about to be done. @throws if the last thing was refused and nobody has looked */
  begin(): void {
    this.checkSeen();
    this.#isOld = true;
  }

  /** The thing has been tried, and ended so. */
  end(answer: Answer): void {
    this.#answer = answer;
    this.#isSeen = false;
    this.#isOld = false;
  }

  /**
   * How the thing ended that a sentence speaks of.
   * @param saysSo tells of the words of a refusal whether the sentence has any of them
   * @throws if nothing was tried, or something was done since; if it was refused, and the sentence does not say so
   */
  look(saysSo: (refusal: string) => boolean = () => true): Answer {
    if (!this.#answer) throw new Error('Nothing has been run yet. Say first what is run, in a When.');
    if (this.#isOld)
      throw new Error(
        `Something else was done since this was tried: ${this.#answer.tried}\n` +
          'Say how it ended right after it, before anything else is done.',
      );
    const { refusal } = this.#answer;
    if (refusal === undefined || refusal.trim() === '' || saysSo(refusal)) this.#isSeen = true;
    this.checkSeen();
    return this.#answer;
  }

  /** @throws if the last thing was refused, or found nothing to do, and no sentence has said so */
  checkSeen(): void {
    if (!this.#answer || this.#isSeen || this.#isOld) return;
    const { tried, refusal, output, isIdle } = this.#answer;
    const words = (refusal || output).trim() || '(it printed nothing)';
    if (isIdle)
      throw new Error(
        `This found nothing to do, and the example does not say so: ${tried}\n${words}\n` +
          'If that is meant, say "Then it prints:" or "Then it prints nothing" right after it.',
      );
    if (refusal === undefined) return;
    throw new Error(
      `This was refused, and the example does not say so: ${tried}\n${words}\n` +
        'If it must be, say "Then it is refused:" right after it, with these words.',
    );
  }
}
