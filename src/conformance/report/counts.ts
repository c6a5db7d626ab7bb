import { type Counts, outcomes, type ReportedExample } from './report';

type Outcome = Pick<ReportedExample, 'outcome' | 'code'>;

/** How many ended how. */
export const countsOf = (examples: readonly Outcome[]): Counts =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, examples.filter((each) => each.outcome === outcome).length]),
    // Every outcome is a key.
  ) as Record<(typeof outcomes)[number], number>;

/** How many were skipped, by code, in the order of the codes. */
export const skipCodesOf = (examples: readonly Outcome[]): Readonly<Record<string, number>> => {
  const codes: Record<string, number> = {};
  const skipped = examples.filter(({ outcome }) => outcome === 'skipped');
  for (const { code = '' } of [...skipped].sort((a, b) => (a.code ?? '').localeCompare(b.code ?? '')))
    codes[code] = (codes[code] ?? 0) + 1;
  return codes;
};
