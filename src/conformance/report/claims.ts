import type { Claim } from '../../catalogue/register';
import { countsOf, skipCodesOf } from './counts';
import type { Counts, FoundVerdict, ReportedClaim, ReportedExample } from './report';

/** Each claim of a register with what was found. */
export const claimsFound = (
  claims: readonly Pick<Claim, 'id' | 'verdict'>[],
  examples: readonly ReportedExample[],
): readonly ReportedClaim[] =>
  claims.map(({ id, verdict }) => {
    const own = examples.filter((example) => example.claims.includes(id));
    const counts = countsOf(own);
    return { id, expected: verdict, found: foundOf(verdict, counts), counts, skipCodes: skipCodesOf(own) };
  });

/** What examples that ended so say of a claim. */
export const foundOf = (expected: Claim['verdict'], counts: Counts): FoundVerdict => {
  if (counts.failed > 0) return 'contradicted';
  const unsaid = counts.skipped + counts.inconclusive + counts['not-reached'];
  if (counts.passed > 0) return unsaid > 0 ? 'in-part' : expected;
  return counts.inconclusive > 0 ? 'inconclusive' : 'untried';
};
