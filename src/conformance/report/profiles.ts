import { countsOf, skipCodesOf } from './counts';
import {
  type Profile,
  type ProfileName,
  type ProfileResult,
  profileNames,
  type ReportedExample,
  type Result,
} from './report';

/** What only OpenShift, or a cluster that behaves like it, can do. */
const OF_OPENSHIFT: readonly string[] = [
  'default-node-selector',
  'project-node-selector',
  'security-context-constraints',
];

/** Seconds. What waits longer is not asked of every cluster: whoever runs the suite need not have that much patience. */
export const CORE_PATIENCE = 65;

/**
 * The profile of an example. Core is what every conformant control plane must show: what asks for no capability, and does
 * not wait long. It follows from the suite alone, so that nobody can choose what is core.
 * @param needs capabilities
 * @param seconds of cluster time, as rehearsed
 */
export const profileOf = (needs: readonly string[], seconds: number): ProfileName => {
  if (needs.some((need) => OF_OPENSHIFT.includes(need))) return 'openshift';
  return needs.length === 0 && seconds <= CORE_PATIENCE ? 'core' : 'extended';
};

/** Each profile with what was found. @param selection how examples were chosen; empty if all were */
export const profilesOf = (
  examples: readonly ReportedExample[],
  selection: readonly string[],
): readonly Profile[] =>
  profileNames.map((name) => {
    const own = examples.filter(({ profile }) => profile === name);
    const counts = countsOf(own);
    return {
      name,
      result: resultIn(name, counts, selection.length > 0),
      examples: own.length,
      counts,
      skipCodes: skipCodesOf(own),
    };
  });

/** Core is never skipped; of the others a cluster shows what it is able to. Chosen examples say nothing of the rest. */
const resultIn = (name: ProfileName, counts: Profile['counts'], isPart: boolean): ProfileResult => {
  if (counts.failed > 0) return 'failure';
  const unsaid = counts.inconclusive + counts['not-reached'] + (name === 'core' ? counts.skipped : 0);
  if (unsaid > 0) return 'partial';
  if (counts.passed === 0) return 'untried';
  return isPart ? 'partial' : 'success';
};

/** What a cluster is not able to do keeps nobody from success, but for core. */
const isEnough = ({ name, result }: Profile): boolean =>
  result === 'success' || (result === 'untried' && name !== 'core');

/** What follows for the whole. A run of chosen examples is never a success: it says nothing of the others. */
export const resultOf = (profiles: readonly Profile[], selection: readonly string[]): Result => {
  if (profiles.some(({ result }) => result === 'failure')) return 'failure';
  const isWhole = selection.length === 0 && profiles.every(isEnough);
  return isWhole ? 'success' : 'partial';
};

/** The same in sentences: `Core: 980 of 980 passed. Extended: 120 of 187 passed, 67 skipped.` */
export const summaryOf = (profiles: readonly Profile[], selection: readonly string[]): string =>
  [
    ...profiles.filter(({ examples }) => examples > 0).map(sentenceOf),
    ...(selection.length === 0 ? [] : ['Of chosen examples only.']),
  ].join(' ');

const WORDS = {
  failed: 'failed',
  skipped: 'skipped',
  inconclusive: 'inconclusive',
  'not-reached': 'not reached',
};

const sentenceOf = ({ name, examples, counts }: Profile): string => {
  const others = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `, ${counts[outcome]} ${WORDS[outcome]}`);
  const title = name === 'openshift' ? 'OpenShift' : name.charAt(0).toUpperCase() + name.slice(1);
  return `${title}: ${counts.passed} of ${examples} passed${others.join('')}.`;
};
