import { forbidden, invalid } from '../../fields/validation/causes';
import type { FieldCause } from '../../refusals';

const LONGEST = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const PATTERN = `(${SEGMENT}\\.)*([a-z0-9][-_a-z0-9]*)?[a-z0-9*]`;
const MATCH = new RegExp(`^${PATTERN}$`);

const problemOf = (pattern: string): string | undefined => {
  if (pattern === '') return 'empty sysctl not allowed';
  if (pattern.length <= LONGEST && MATCH.test(pattern)) return undefined;
  return `must have at most ${LONGEST} characters and match regex ${PATTERN}`;
};

/** Each entry is the name of a sysctl, or what its name begins with and a star. A star alone stands alone. */
export const validateSysctlPatterns = (field: string, patterns: readonly string[]): FieldCause[] => {
  const causes = patterns.flatMap((pattern, index) => {
    const problem = problemOf(pattern);
    return problem === undefined ? [] : [invalid(`${field}[${index}]`, pattern, problem)];
  });
  const coversAll = patterns.some((pattern) => problemOf(pattern) === undefined && pattern.startsWith('*'));
  return coversAll && patterns.length > 1
    ? [...causes, forbidden(`${field}.items`, "if '*' is present, must not specify other sysctls")]
    : causes;
};

const prefixOf = (pattern: string): string | undefined =>
  pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;

/** Which of two patterns lies within the other: the first, the second, or none. */
const inner = (first: string, second: string): 'first' | 'second' | undefined => {
  const [wide, other] = [prefixOf(first), prefixOf(second)];
  if (other !== undefined && (wide ?? first).startsWith(other)) return 'first';
  if (wide !== undefined && (other ?? second).startsWith(wide)) return 'second';
  return first === second ? 'first' : undefined;
};

/** Nothing is both allowed and forbidden. */
export const validateNoOverlap = (
  allowed: readonly string[],
  forbiddenOnes: readonly string[],
): FieldCause[] =>
  allowed.flatMap((one, index) =>
    forbiddenOnes.flatMap((other, otherIndex) => {
      const within = inner(one, other);
      if (within === undefined) return [];
      return within === 'first'
        ? [invalid(`allowedUnsafeSysctls[${index}]`, one, `sysctl overlaps with ${other}`)]
        : [invalid(`forbiddenSysctls[${otherIndex}]`, other, `sysctl overlaps with ${one}`)];
    }),
  );
