import type { Claim } from '../../catalogue/register';
import { claimsFound } from './claims';
import { profileOf, profilesOf, resultOf, summaryOf } from './profiles';
import type { ConformanceReport, ReportedExample } from './report';
import { sealOf } from './seal';

/** The code of examples that wait longer than anybody had patience for. */
export const LONG_WAITS = 'long-waits';

/**
 * Where a report that has the right shape contradicts itself, or the register of claims: a sentence each. All that follows
 * from the examples is worked out again.
 * @param claims the register; undefined if it is not at hand
 */
export const meaningProblems = (
  report: ConformanceReport,
  claims: readonly Pick<Claim, 'id' | 'verdict'>[] | undefined,
): readonly string[] => [
  ...twice(report),
  ...report.examples.flatMap((example, at) =>
    exampleProblems(example, report).map((problem) => `examples[${at}] (${example.example}): ${problem}`),
  ),
  ...(claims ? registerProblems(report, claims) : []),
  ...claimProblems(report),
  ...profileProblems(report),
  ...runProblems(report),
  ...sealProblems(report),
];

const twice = ({ examples, claims, capabilities }: ConformanceReport): readonly string[] => [
  ...repeated(examples.map(({ example }) => example)).map((each) => `examples: ${each} stands there twice.`),
  ...repeated(claims.map(({ id }) => id)).map((each) => `claims: ${each} stands there twice.`),
  ...repeated(capabilities.map(({ name }) => name)).map(
    (each) => `capabilities: ${each} stands there twice.`,
  ),
];

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

const exampleProblems = (
  { needs, profile, outcome, code, rehearsed, claims: ids }: ReportedExample,
  { capabilities, claims, run }: ConformanceReport,
): readonly string[] => {
  const problems: string[] = [];
  const due = profileOf(needs, rehearsed.seconds);
  if (profile !== due) problems.push(`it belongs to the profile ${due}, not to ${profile}.`);
  for (const id of ids)
    if (!claims.some((claim) => claim.id === id))
      problems.push(`it is evidence for ${id}, which is not among the claims.`);
  if (outcome !== 'skipped') return problems;
  const isTooLong = rehearsed.seconds > run.patience;
  const wanted = capabilities.find((capability) => capability.code === code || capability.name === code);
  const isLacking = wanted?.offered === false;
  if (profile === 'core' && !(code === LONG_WAITS && isTooLong))
    problems.push(
      'core examples are never skipped, but where they wait longer than the patience of the run.',
    );
  else if (code === LONG_WAITS && !isTooLong && !isLacking)
    problems.push(`it waits ${rehearsed.seconds} seconds, which is within the patience of ${run.patience}.`);
  else if (code !== LONG_WAITS && !isLacking)
    problems.push(
      wanted
        ? `it was skipped for want of ${code}, which the cluster offers.`
        : `it was skipped for want of ${code}, which is not among the capabilities.`,
    );
  return problems;
};

const registerProblems = (
  report: ConformanceReport,
  register: readonly Pick<Claim, 'id' | 'verdict'>[],
): readonly string[] => {
  const known = new Map(register.map(({ id, verdict }) => [id, verdict]));
  return [
    ...report.claims.flatMap(({ id, expected }, at) => {
      const verdict = known.get(id);
      if (!verdict) return [`claims[${at}] (${id}): the register has no such claim.`];
      return verdict === expected
        ? []
        : [`claims[${at}] (${id}): "expected" is ${expected}, but the register says ${verdict}.`];
    }),
    ...register
      .filter(({ id }) => !report.claims.some((claim) => claim.id === id))
      .map(({ id }) => `claims: ${id} is missing, which the register has.`),
  ];
};

const claimProblems = (report: ConformanceReport): readonly string[] => {
  const due = claimsFound(
    report.claims.map(({ id, expected }) => ({ id, verdict: expected })),
    report.examples,
  );
  return report.claims.flatMap((claim, at) =>
    differences({ ...claim }, { ...due[at] }).map((said) => `claims[${at}] (${claim.id}): ${said}`),
  );
};

const profileProblems = ({
  profiles,
  examples,
  result,
  summary,
  run,
}: ConformanceReport): readonly string[] => {
  const due = profilesOf(examples, run.selection);
  const dueResult = resultOf(due, run.selection);
  const dueSummary = summaryOf(due, run.selection);
  return [
    ...profiles.flatMap((profile, at) =>
      differences({ ...profile }, { ...due[at] }).map((said) => `profiles[${at}] (${profile.name}): ${said}`),
    ),
    ...(result === dueResult
      ? []
      : [`result: it is ${result}, but what is in the report makes it ${dueResult}.`]),
    ...(summary === dueSummary ? [] : [`summary: it should say: ${dueSummary}`]),
  ];
};

const runProblems = ({ run }: ConformanceReport): readonly string[] => {
  const [began, ended] = [Date.parse(run.began), Date.parse(run.ended)];
  if (Number.isNaN(began) || Number.isNaN(ended))
    return ['run: "began" and "ended" must be times that there are.'];
  if (ended < began) return ['run: it ended before it began.'];
  // What was resumed may tell of a time before; a tenth of a second is lost by rounding.
  return run.seconds * 1000 > ended - began + 100
    ? [`run: examples cannot have run for ${run.seconds} seconds between "began" and "ended".`]
    : [];
};

const sealProblems = (report: ConformanceReport): readonly string[] =>
  report.seal === sealOf(report)
    ? []
    : ['seal: it does not fit. The report was changed after it was written; run the suite again.'];

type Plain = Readonly<Record<string, unknown>>;

/** Says for each field what it is, and what follows from the examples. */
const differences = (is: Plain, due: Plain): readonly string[] =>
  Object.keys(due).flatMap((field) =>
    textOf(is[field]) === textOf(due[field])
      ? []
      : [`"${field}" is ${textOf(is[field])}, but its examples make it ${textOf(due[field])}.`],
  );

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => `${key}: ${each}`)
        .join(', ')}}`
    : String(value);
