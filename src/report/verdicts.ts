import { isOfKoreanEdition } from '../catalogue/editions';
import type { Claim } from '../catalogue/register';
import { type Example, isBroken } from '../run/example';

/**
 * What a run says about a claim:
 * `proven`: it has examples, and all of them passed;
 * `partly`: those that ran passed, others were skipped for want of a capability;
 * `disproven`: an example failed; `skipped`: none could run here; `untried`: none was in the run;
 * `unsure`: none passed, and of some that ran nobody can tell.
 */
export type Standing = 'proven' | 'partly' | 'disproven' | 'skipped' | 'unsure' | 'untried';

/** A claim and the evidence this run has for it. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly standing: Standing;
  readonly passed: readonly Example[];
  readonly broken: readonly Example[];
  readonly skipped: readonly Example[];
}

/**
 * Judges every claim of the register by the examples that carry its number as a tag. One without a Then proves nothing; it
 * can only fail. So does one of the Korean edition, if an English one was tried as well: it is the same evidence, said twice.
 */
export const judge = (claims: readonly Claim[], examples: readonly Example[]): readonly ClaimResult[] => {
  const byTag = new Map<string, Example[]>();
  for (const example of examples) {
    for (const tag of new Set(example.tags)) {
      const ofTag = byTag.get(tag);
      if (ofTag) ofTag.push(example);
      else byTag.set(tag, [example]);
    }
  }
  return claims.map((claim) => {
    const tagged = byTag.get(claim.id) ?? [];
    const isToldTwice = tagged.some(({ uri }) => !isOfKoreanEdition(uri));
    const counts = ({ isIdle, uri }: Example): boolean => !isIdle && !(isToldTwice && isOfKoreanEdition(uri));
    const own = tagged.filter((example) => isBroken(example) || counts(example));
    const evidence = {
      passed: own.filter((example) => example.outcome === 'passed'),
      broken: own.filter(isBroken),
      skipped: own.filter((example) => example.outcome === 'skipped'),
    };
    return { claim, standing: standingOf(evidence), ...evidence };
  });
};

const standingOf = ({ passed, broken, skipped }: Omit<ClaimResult, 'claim' | 'standing'>): Standing => {
  if (broken.length > 0) return 'disproven';
  if (passed.length > 0) return skipped.length > 0 ? 'partly' : 'proven';
  if (skipped.some(({ unsure }) => unsure !== undefined)) return 'unsure';
  return skipped.length > 0 ? 'skipped' : 'untried';
};
