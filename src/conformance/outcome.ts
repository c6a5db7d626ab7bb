import type { ConformanceEnding } from './plan';
import type { ConformanceReport } from './report/report';
import type { Stop } from './running/watchman';

/** Why a run ended before its end, and how it goes on. */
const SENTENCES: Readonly<Record<Stop, string>> = {
  stopped: 'It was stopped.',
  'fail-fast': 'It ended at the first example that failed, as it was asked to.',
  gone: 'The cluster could not be reached any more.',
};

const GO_ON = 'What had ended is kept: the same command with --resume goes on from there.';

/** How a run ended, from its report. */
export const endingOf = (
  { result, profiles }: Pick<ConformanceReport, 'result' | 'profiles'>,
  stopped: Stop | undefined,
  written: readonly string[],
): ConformanceEnding => {
  const count = (outcome: keyof (typeof profiles)[number]['counts']): number =>
    profiles.reduce((sum, { counts }) => sum + counts[outcome], 0);
  const unsaid = count('inconclusive') + count('not-reached');
  return {
    result,
    tried: count('passed') + count('failed'),
    failed: count('failed'),
    ...(stopped ? { brokenOff: `${SENTENCES[stopped]} ${GO_ON}` } : {}),
    code: codeOf(stopped, count('failed') + unsaid > 0),
    written,
  };
};

const codeOf = (stopped: Stop | undefined, isAmiss: boolean): ConformanceEnding['code'] => {
  if (stopped === 'stopped') return 130;
  if (stopped === 'gone') return 2;
  return isAmiss ? 1 : 0;
};
