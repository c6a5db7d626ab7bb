import type { Told } from '../../run/editions';
import type { Words } from './en';

/** `시나리오 1067개(그중 100개는 한국어로도)` */
const told = ({ all, alsoInKorean }: Told): string =>
  `시나리오 ${all}개${alsoInKorean === 0 ? '' : `(그중 ${alsoInKorean}개는 한국어로도)`}`;

/** The same in Korean. Failed steps say what was expected in English. */
export const ko: Words = {
  readIt: (page) => `보고서: ${page}`,
  nothingRun: '실행한 시나리오가 없다.',
  progress: (done, all) => `시나리오 ${all}개 중 ${done}개`,
  examples: (examples, { passed, failed, skipped, unreached, needs }, seconds, seed) => {
    const parts = [
      `${passed}개 통과`,
      ...(failed > 0 ? [`${failed}개 실패`] : []),
      ...(skipped > 0 ? [`${skipped}개 건너뜀(${needs})`] : []),
      ...(unreached > 0 ? [`${unreached}개 실행되지 않음`] : []),
    ];
    const withSeed = seed === undefined ? '' : `, 시드 ${seed}`;
    return `${told(examples)}: ${parts.join(', ')}. 걸린 시간 ${seconds}초${withSeed}.`;
  },

  totals: (noun, proven, all) => `${noun} ${all}개 중 ${proven}개 입증됨`,
  disprovenClaims: (number) => `${number}개는 시나리오가 실패하여 입증되지 않음`,
  partlyProvenClaims: (number) => `${number}개는 일부만 입증됨`,
  unsureClaims: (number) => `${number}개는 판단할 수 없음`,
  skippedClaims: (number) => `${number}개는 건너뜀`,
  untriedClaims: (number) => `${number}개는 이번 실행에서 시험하지 않음`,

  provenBy: (examples) => `시나리오 ${examples}개로 입증됨`,
  partlyProvenBy: (examples, skipped, needs) =>
    `시나리오 ${examples}개로 일부 입증됨. ${skipped}개는 건너뜀: ${needs}`,
  notProven: (places) => `입증되지 않음: 시나리오 실패(${places})`,
  skipped: (needs) => `건너뜀: ${needs}`,
  unsure: '판단할 수 없음',
  untried: '이번 실행에서 시험하지 않음',
  needs: (what) => `${what} 필요`,
  needsNothing: '단계를 실행하지 않음',
  endedBefore: '그 전에 실행이 끝남',
  interrupted: (reached, planned) =>
    `시나리오 ${planned}개 중 ${reached}개에서 실행이 중단되었다. 실행되지 않은 것은 입증되지 않았다.`,
  endedAtFailure: (reached, planned) =>
    `시나리오 ${planned}개 중 ${reached}개에서 첫 실패가 나와 실행을 끝냈다.`,

  authority: (where) => `근거: ${where}`,
  aroundExamples: '시나리오마다 앞뒤로 하는 일',
  raisedAt: (where) => `오류가 난 곳: ${where}`,
  expected: '예상',
  actual: '실제',
  seed: (seed) => `시드 ${seed}.`,
  runAlone: '이 시나리오만 실행하려면:',

  noPhrase: '이 단계에 맞는 문장이 없다.',
  manyPhrases: (number) => `이 단계에 맞는 문장이 ${number}개다.`,
  wordNarrowly: '그중 하나를 더 좁게 고쳐 쓴다:',
  nearestPhrases: '가장 비슷한 문장과 그 예:',
  innerQuotes:
    '따옴표로 묶은 글은 다음 "에서 끝난다. 그 안에서는 " 대신 \'를 쓰거나, ":"으로 끝나는 문장 아래에 글을 둔다.',
  allPhrases: '모든 문장과 그 예를 보려면:',
  noParameter: (phrase, parameter) =>
    `문장 "${phrase}"의 {${parameter}}는 매개변수가 아니다. steps/에서 정의하거나 다른 것을 쓴다.`,

  unusedPhrase: (phrase) => `이 문장을 쓰는 단계가 없다: ${phrase}`,
  nothingExecuted: (examples, steps, phrases) =>
    `맞춰 보기만 하고 실행하지 않음: ${told(examples)}, 단계 ${steps}개, 문장 ${phrases}개.`,
  misfits: (undefinedSteps, ambiguousSteps, unusedPhrases) =>
    `문장이 없는 단계 ${undefinedSteps}개, 문장이 여럿인 단계 ${ambiguousSteps}개, 쓰이지 않는 문장 ${unusedPhrases}개.`,
};
