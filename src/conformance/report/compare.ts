import type { ConformanceReport, ReportedClaim, ReportedExample } from './report';

/** Something that is one way in one report, and another way in the other; undefined where it is missing. */
export interface Difference<T> {
  readonly a: T | undefined;
  readonly b: T | undefined;
}

/** What is compared of a report, for its heading. */
export interface Side {
  readonly version: string;
  readonly distribution: string;
  readonly suite: string;
  readonly result: string;
}

/** Two reports beside each other: what is the same in both is left out. */
export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  /** True if the promises and the capabilities are the same in both. */
  readonly same: boolean;
  /** Why some differences may come from how the suite was run, a sentence each. */
  readonly remarks: readonly string[];
  readonly capabilities: readonly (Difference<boolean> & { readonly name: string })[];
  readonly claims: readonly (Difference<ReportedClaim['found']> & { readonly id: string })[];
  readonly examples: readonly (Difference<string> & { readonly example: string; readonly name: string })[];
}

/** Compares two releases, or two distributions: which promises changed, and which capabilities. */
export const compare = (a: ConformanceReport, b: ConformanceReport): Comparison => {
  const capabilities = differing(
    a.capabilities,
    b.capabilities,
    ({ name }) => name,
    ({ offered }) => offered,
  ).map(({ key, ...each }) => ({ name: key, ...each }));
  const claims = differing(
    a.claims,
    b.claims,
    ({ id }) => id,
    ({ found }) => found,
  ).map(({ key, ...each }) => ({ id: key, ...each }));
  const [ofA, ofB] = [identified(a.examples), identified(b.examples)];
  const examples = differing(
    [...ofA],
    [...ofB],
    ([key]) => key,
    ([, example]) => outcomeOf(example),
  ).map(({ key, ...each }) => {
    const { example = '', name = '' } = ofB.get(key) ?? ofA.get(key) ?? {};
    return { example, name, ...each };
  });
  return {
    a: sideOf(a),
    b: sideOf(b),
    same: capabilities.length + claims.length + examples.length === 0,
    remarks: remarksOn(a, b),
    capabilities,
    claims,
    examples,
  };
};

const sideOf = ({ cluster, suite, result }: ConformanceReport): Side => ({
  version: cluster.version,
  distribution: cluster.distribution.name,
  suite: suite.commit ?? suite.version,
  result,
});

const LINE = /:\d+$/;

/**
 * Which example is which in reports of two suites: lines move, paths and titles stay. Rows of an outline have one title,
 * and are told apart by their order.
 */
const identified = (examples: readonly ReportedExample[]): ReadonlyMap<string, ReportedExample> => {
  const found = new Map<string, ReportedExample>();
  for (const example of examples) {
    const title = `${example.example.replace(LINE, '')} ${example.name}`;
    let [key, row] = [title, 1];
    while (found.has(key)) key = `${title} (${++row})`;
    found.set(key, example);
  }
  return found;
};

/** Why something was skipped makes a difference, too. */
const outcomeOf = ({ outcome, code }: ReportedExample): string =>
  outcome === 'skipped' ? `skipped (${code})` : outcome;

const differing = <E, T>(
  a: readonly E[],
  b: readonly E[],
  keyOf: (each: E) => string,
  seen: (each: E) => T,
): readonly (Difference<T> & { readonly key: string })[] => {
  const [ofA, ofB] = [a, b].map((side) => new Map(side.map((each) => [keyOf(each), seen(each)])));
  const keys = new Set([...(ofA?.keys() ?? []), ...(ofB?.keys() ?? [])]);
  return [...keys]
    .map((key) => ({ key, a: ofA?.get(key), b: ofB?.get(key) }))
    .filter((each) => each.a !== each.b);
};

const remarksOn = (a: ConformanceReport, b: ConformanceReport): readonly string[] => {
  const remarks: string[] = [];
  const differ = (what: string, of: (report: ConformanceReport) => string | number): void => {
    const [inA, inB] = [of(a), of(b)];
    if (inA !== inB) remarks.push(`${what} differs: ${inA} in A, ${inB} in B.`);
  };
  differ('The suite', ({ suite }) => suite.commit ?? suite.version);
  differ('What was chosen', ({ run }) =>
    run.selection.length === 0 ? 'everything' : run.selection.join(' '),
  );
  differ('The patience', ({ run }) => `${run.patience} seconds`);
  differ('The mode', ({ run }) => run.mode);
  return remarks;
};
