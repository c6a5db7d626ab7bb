import { YamlProblem } from './problem';

/** Up to so many values, 99 % of them may come from aliases. */
const FEW = 400_000;
/** From so many values on, 10 % may. */
const MANY = 4_000_000;

const allowedShare = (values: number): number => {
  if (values <= FEW) return 0.99;
  return values >= MANY ? 0.1 : 0.99 - 0.89 * ((values - FEW) / (MANY - FEW));
};

/** How deep maps and lists may be nested in each other. kubectl's own bound is 10000. */
const DEEPEST = 1000;

/**
 * Counts values while they are made, and stops at a document that would blow up.
 * @see vendor/go.yaml.in/yaml/v2/decode.go allowedAliasRatio
 */
export class AliasGuard {
  #values = 0;
  #fromAliases = 0;
  #aliasDepth = 0;
  #depth = 0;

  /** @throws YamlProblem */
  count(): void {
    this.#values++;
    if (this.#aliasDepth > 0) this.#fromAliases++;
    if (this.#fromAliases <= 100 || this.#values <= 1000) return;
    if (this.#fromAliases / this.#values > allowedShare(this.#values))
      throw new YamlProblem('document contains excessive aliasing');
  }

  throughAlias<T>(make: () => T): T {
    this.#aliasDepth++;
    const made = make();
    this.#aliasDepth--;
    return made;
  }

  /** @throws YamlProblem */
  deeper<T>(make: () => T): T {
    this.#depth++;
    if (this.#depth > DEEPEST) throw new YamlProblem(`exceeded max depth of ${DEEPEST}`);
    const made = make();
    this.#depth--;
    return made;
  }
}
