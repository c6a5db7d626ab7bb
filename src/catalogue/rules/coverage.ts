import type { Pickle } from '@cucumber/messages';
import { type Claim, REGISTER_PATH } from '../register';
import type { Problem } from './problem';

const THEN = '@needs-legacy-scheduling';

/**
 * Claims whose verdict the examples cannot prove. Each needs an example; one that holds only sometimes needs both
 * sides; one that is superseded, then and now; a misprint, the refusal and the mend.
 */
export const checkCoverage = (claims: readonly Claim[], pickles: readonly Pickle[]): readonly Problem[] => {
  const tags = pickles.map((pickle) => new Set(pickle.tags.map(({ name }) => name)));
  return claims.flatMap((claim) => {
    const examples = tags.filter((names) => names.has(`@${claim.id}`));
    const lack = lackOf(claim, examples);
    if (!lack) return [];
    return [{ file: REGISTER_PATH, line: claim.line, ...lack }];
  });
};

const lackOf = (
  { id, verdict }: Claim,
  examples: readonly ReadonlySet<string>[],
): Pick<Problem, 'what' | 'mend'> | undefined => {
  if (examples.length === 0)
    return { what: `${id} has no example.`, mend: `Write one, and put the tag @${id} above it.` };
  if (verdict === 'holds-when' && examples.length < 2)
    return {
      what: `${id} holds only sometimes, but has one example.`,
      mend: 'Show both sides of the condition.',
    };
  if (verdict === 'misprint' && examples.length < 2)
    return { what: `${id} is a misprint, but has one example.`, mend: 'Show the refusal and the mend.' };
  if (verdict !== 'superseded') return undefined;
  if (!examples.some((names) => names.has(THEN)))
    return { what: `${id} is superseded, but no example shows then.`, mend: `Add one with the tag ${THEN}.` };
  if (examples.every((names) => names.has(THEN)))
    return {
      what: `${id} is superseded, but no example shows now.`,
      mend: `Add one without the tag ${THEN}.`,
    };
  return undefined;
};
