import type { Claim } from '../../catalogue/register';
import { capabilityNeeded } from '../../port/capabilities';
import { judge } from '../../report/verdicts';
import { type Example, locationOf } from '../../run/example';
import type { ClusterFacts } from '../about/cluster';
import type { Suite } from '../about/suite';
import type { Results } from '../journal/results';
import type { ConformancePlan } from '../plan';
import type { Rehearsal, Rehearsed } from '../rehearsal/rehearsal';
import { claimsFound } from './claims';
import { profileOf, profilesOf, resultOf, summaryOf } from './profiles';
import { API_VERSION, type ConformanceReport, KIND, type ReportedExample } from './report';
import { sealOf } from './seal';

/** What a report is made of. */
export interface Material {
  readonly plan: Pick<
    ConformancePlan,
    'target' | 'parallel' | 'selection' | 'capabilities' | 'claims' | 'reproduce'
  >;
  readonly rehearsal: Pick<Rehearsal, 'examples'>;
  readonly results: Results;
  /** The examples as the merged messages tell of them. */
  readonly told: readonly Example[];
  readonly suite: Suite;
  readonly cluster: ClusterFacts;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly ended: number;
  readonly resumed: boolean;
}

export const makeReport = (material: Material): ConformanceReport => {
  const { plan, rehearsal, suite, cluster, results } = material;
  const { target, selection } = plan;
  const evidence = evidenceFor(plan.claims, material.told);
  const examples = rehearsal.examples.map((rehearsed) =>
    reported(rehearsed, evidence.get(rehearsed.location) ?? [], results),
  );
  const profiles = profilesOf(examples, selection);
  const report = {
    apiVersion: API_VERSION,
    kind: KIND,
    result: resultOf(profiles, selection),
    summary: summaryOf(profiles, selection),
    suite,
    cluster,
    run: {
      name: target.run,
      began: new Date(material.began).toISOString(),
      ended: new Date(material.ended).toISOString(),
      seconds: seconds(timeRun(results)),
      mode: target.mode,
      parallel: plan.parallel,
      patience: seconds(target.patience),
      hold: seconds(target.hold),
      selection,
      resumed: material.resumed,
      reproduce: plan.reproduce,
    },
    capabilities: plan.capabilities,
    profiles,
    claims: claimsFound(plan.claims, examples),
    examples,
  } as const;
  return { ...report, seal: sealOf(report) };
};

/** Milliseconds in which at least one example ran. */
const timeRun = (results: Results): number => {
  let [sum, until] = [0, 0];
  for (const { began, ended } of [...results.all()].sort((a, b) => a.began - b.began)) {
    sum += Math.max(0, ended - Math.max(began, until));
    until = Math.max(until, ended);
  }
  return sum;
};

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;

/** The claims that each example is evidence for, by its location. */
const evidenceFor = (claims: readonly Claim[], told: readonly Example[]): ReadonlyMap<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const { claim, passed, broken, skipped } of judge(claims, told))
    for (const example of [...passed, ...broken, ...skipped]) {
      const location = locationOf(example);
      found.set(location, [...(found.get(location) ?? []), claim.id]);
    }
  return found;
};

const reported = (
  { location, name, tags, outcome, modelTime }: Rehearsed,
  claims: readonly string[],
  results: Results,
): ReportedExample => {
  const needs = [...new Set(tags.flatMap((tag) => capabilityNeeded(`@${tag}`) ?? []))];
  const run = results.of(location);
  const rehearsed = { outcome, seconds: seconds(modelTime) };
  return {
    example: location,
    name,
    profile: profileOf(needs, rehearsed.seconds),
    needs,
    claims,
    outcome: run?.how.outcome ?? 'not-reached',
    ...(run?.how.code === undefined ? {} : { code: run.how.code }),
    ...(run?.how.reason === undefined ? {} : { reason: shortened(run.how.reason) }),
    attempts: results.attempts(location),
    seconds: run ? seconds(run.ended - run.began) : 0,
    rehearsed,
  };
};

const LONGEST = 300;

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
