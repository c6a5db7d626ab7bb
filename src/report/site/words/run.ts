import type { InLanguages } from '../../../language/language';
import type { Extent } from '../../../run/extent';
import type { RunFacts } from '../model/site';

export const runWords = {
  tried: { en: 'Tried', ko: '시험' },
  on: { en: 'On', ko: '대상' },
  when: { en: 'When', ko: '시각' },
  seed: { en: 'Seed', ko: '시드' },
  inMemory: { en: 'a cluster in memory', ko: '메모리 안의 클러스터' },
  realCluster: { en: 'a real cluster', ko: '실제 클러스터' },
  roughDay: { en: 'on a rough day', ko: '궂은 날' },
  calmDay: { en: 'a calm day', ko: '평온한 날' },
  day: { en: 'Day', ko: '날' },
  driver: { en: 'Driver', ko: '드라이버' },
  rollcall: { en: 'Rollcall', ko: 'Rollcall' },
  kubernetes: { en: 'Kubernetes', ko: 'Kubernetes' },
  unknown: { en: 'not known', ko: '알 수 없음' },
  again: { en: 'To run it again', ko: '다시 실행하려면' },
  took: { en: 'It took', ko: '걸린 시간' },
  heading: { en: 'This run', ko: '이번 실행' },
  lead: {
    en: 'What was run, where, and what was left out. With the same seed, the same happens again, to the byte.',
    ko: '무엇을 어디서 실행했고 무엇이 빠졌는지 적었다. 시드가 같으면 같은 일이 바이트까지 똑같이 일어난다.',
  },
  leadOnCluster: {
    en: 'What was run, where, and what was left out.',
    ko: '무엇을 어디서 실행했고 무엇이 빠졌는지 적었다.',
  },
  problems: { en: 'What went wrong', ko: '문제' },
  skipped: { en: 'Skipped, and why', ko: '건너뛴 것과 그 이유' },
  noneSkipped: { en: 'Nothing was skipped.', ko: '건너뛴 것이 없다.' },
  leftOut: { en: 'its steps were left out', ko: '단계가 실행되지 않음' },
  needs: { en: 'The cluster lacks:', ko: '클러스터에 없는 것:' },
  unsure: { en: 'Inconclusive, neither passed nor failed:', ko: '성공도 실패도 아니며 판단할 수 없음:' },
  notes: { en: 'What the cluster in memory leaves out', ko: '메모리 안의 클러스터가 다루지 않는 것' },
  notesLead: {
    en: 'These examples speak of something that is stored and checked, but that nobody acts on here. On a real cluster something else may happen.',
    ko: '저장하고 검사하지만 여기서는 아무도 그에 따라 동작하지 않는 것이 나오는 시나리오다. 실제 클러스터에서는 다른 일이 일어날 수 있다.',
  },
  noNotes: {
    en: 'No example speaks of anything that is left out.',
    ko: '다루지 않는 것이 나오는 시나리오는 없다.',
  },
  beside: { en: 'Other reports of this run', ko: '이번 실행의 다른 보고서' },
  notReached: { en: 'not reached: the run ended before', ko: '실행되지 않음: 그 전에 실행이 끝남' },
  unread: {
    en: 'Not everything could be read; what is wrong stands under “This run”.',
    ko: '읽지 못한 것이 있다. 무엇이 잘못되었는지는 “이번 실행”에 있다.',
  },
  empty: { en: 'No example was run.', ko: '실행한 시나리오가 없다.' },
} satisfies Record<string, InLanguages>;

const inThousands = (number: number): string => number.toLocaleString('en');

/** Says of a run that ended early how far it got; nothing of one that did not. */
export const earlyEndWords = ({ kind, reached, planned }: Extent): InLanguages | undefined => {
  const [after, all] = [inThousands(reached), inThousands(planned)];
  if (kind === 'stopped')
    return {
      en: `This run was interrupted after ${after} of ${all} examples. What was not reached is not proven.`,
      ko: `이 실행은 시나리오 ${all}개 중 ${after}개를 마치고 중단되었다. 실행되지 않은 것은 입증되지 않았다.`,
    };
  if (kind === 'fail-fast')
    return {
      en: `This run ended at the first failure, after ${after} of ${all} examples. What was not reached is not proven.`,
      ko: `이 실행은 시나리오 ${all}개 중 ${after}개를 마치고 첫 실패에서 끝났다. 실행되지 않은 것은 입증되지 않았다.`,
    };
  return undefined;
};

/** How the examples ended: `all as stated`, `3 failed, 12 skipped`. */
export const totalsWords = ({ passed, broken, skipped, unsure, extent }: RunFacts): InLanguages => {
  if (passed + broken + skipped + unsure === 0) return { en: 'nothing was run', ko: '실행한 것이 없음' };
  const [en, ko]: [string[], string[]] = [[], []];
  if (broken > 0) {
    en.push(`${broken} failed`);
    ko.push(`${broken}개 실패`);
  } else if (passed > 0) {
    en.push(passed === 1 ? 'as stated' : 'all as stated');
    ko.push('모두 적힌 대로');
  }
  if (skipped > 0) {
    en.push(`${skipped} skipped`);
    ko.push(`${skipped}개 건너뜀`);
  }
  if (unsure > 0) {
    en.push(`${unsure} inconclusive`);
    ko.push(`${unsure}개는 판단할 수 없음`);
  }
  const unreached = extent.planned - extent.reached;
  if (unreached > 0) {
    en.push(`${inThousands(unreached)} not reached`);
    ko.push(`${inThousands(unreached)}개는 실행되지 않음`);
  }
  return { en: en.join(', '), ko: ko.join(', ') };
};

/** `13.6 s` */
export const secondsWords = (milliseconds: number): InLanguages => {
  const seconds = (milliseconds / 1000).toFixed(1);
  return { en: `${seconds} s`, ko: `${seconds}초` };
};

const inUtc = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });

/** A date and a time of day, of the same zone for every reader. @param at milliseconds since 1970 */
export const momentWords = (at: number): InLanguages => ({
  en: `${inUtc('en-GB').format(at)} UTC`,
  ko: `${inUtc('ko').format(at)} UTC`,
});
