import type { InLanguages } from '../../../language/language';

type Counted = InLanguages<(count: number) => string>;

/** The words of the playground, but for what steps and rules say. */
export const playgroundWords = {
  editor: { en: 'Feature', ko: '기능' },
  folded: { en: 'Show what it says of itself', ko: '설명 펼치기' },
  play: { en: 'Play', ko: '실행' },
  playing: { en: 'Playing …', ko: '실행 중 …' },
  stop: { en: 'Stop', ko: '중지' },
  replay: { en: 'Replay here', ko: '여기서 다시 실행' },
  seed: { en: 'Seed', ko: '시드' },
  roughDay: { en: 'Rough day', ko: '궂은 날' },
  roughDayMeans: {
    en: 'News arrives late, writes fail, controllers are restarted.',
    ko: '소식이 늦게 오고, 쓰기가 실패하고, 컨트롤러가 다시 시작된다.',
  },
  share: { en: 'Copy a link', ko: '링크 복사' },
  shared: {
    en: 'The link is copied. It holds the text itself, and nothing was sent anywhere.',
    ko: '링크를 복사했다. 링크에 글이 그대로 들어 있으며, 아무 데도 보내지 않았다.',
  },
  shareByHand: { en: 'Copy this link:', ko: '복사할 링크:' },
  linkBroken: {
    en: 'This link cannot be read. It may have lost its end on the way.',
    ko: '이 링크를 읽을 수 없다. 전달되면서 끝부분이 잘렸을 수 있다.',
  },
  noExample: {
    en: (address: string) => `There is no example at “${address}”.`,
    ko: (address: string) => `“${address}”에는 시나리오가 없다.`,
  },
  itsFeature: { en: 'It may stand elsewhere in its feature:', ko: '같은 기능의 다른 곳에 있을 수 있다:' },
  manifests: { en: 'Manifests', ko: '매니페스트' },
  manifestsHelp: {
    en: 'Drop a file here, or add one. A step reads it by its name: oc apply -f name.yaml',
    ko: '파일을 여기에 끌어다 놓거나 추가한다. 단계에서는 이름으로 읽는다: oc apply -f name.yaml',
  },
  addFile: { en: 'Choose a file', ko: '파일 선택' },
  addText: { en: 'Paste a manifest', ko: '매니페스트 붙여 넣기' },
  fileName: { en: 'Name', ko: '이름' },
  fileText: { en: 'Text', ko: '내용' },
  remove: { en: 'Remove', ko: '제거' },
  noProblem: { en: 'Every step is understood.', ko: '모든 단계를 이해했다.' },
  line: { en: (line) => `Line ${line}`, ko: (line) => `${line}번째 줄` } satisfies Counted,
  didYouMean: { en: 'Did you mean', ko: '혹시 이 문장인가?' },
  notPlayed: { en: 'This was not played:', ko: '실행하지 않았다:' },
  stopped: { en: 'It was stopped.', ko: '중지했다.' },
  endless: {
    en: (seconds) =>
      `It was stopped after ${seconds} seconds: it would perhaps never have come to an end. Take less time, or fewer nodes.`,
    ko: (seconds) => `${seconds}초가 지나 중지했다. 끝나지 않았을 수도 있다. 시간이나 노드 수를 줄인다.`,
  } satisfies Counted,
  broken: { en: 'The playground broke down:', ko: '놀이터에 문제가 생겼다:' },
  passed: {
    en: (count) => (count === 1 ? '1 example passed.' : `${count} examples passed.`),
    ko: (count) => `시나리오 ${count}개가 통과했다.`,
  } satisfies Counted,
  failed: {
    en: (count) => (count === 1 ? '1 example did not pass.' : `${count} examples did not pass.`),
    ko: (count) => `시나리오 ${count}개가 통과하지 못했다.`,
  } satisfies Counted,
  skipped: {
    en: (count) => (count === 1 ? '1 example was skipped.' : `${count} examples were skipped.`),
    ko: (count) => `시나리오 ${count}개를 건너뛰었다.`,
  } satisfies Counted,
  example: { en: 'Example', ko: '시나리오' },
  steps: { en: 'Steps', ko: '단계' },
  first: { en: 'To the beginning', ko: '처음으로' },
  back: { en: 'Back', ko: '뒤로' },
  forward: { en: 'Forward', ko: '앞으로' },
  last: { en: 'To the end', ko: '끝으로' },
  moment: { en: 'Moment', ko: '순간' },
  momentOf: {
    en: (at: number, all: number) => `Moment ${at} of ${all}`,
    ko: (at: number, all: number) => `${all}개 순간 중 ${at}번째`,
  },
  nothingPictured: {
    en: 'There is nothing to be seen: no node joined.',
    ko: '볼 것이 없다. 추가된 노드가 없다.',
  },
  expected: { en: 'expected', ko: '예상' },
  actual: { en: 'actual', ko: '실제' },
  cluster: { en: 'The cluster at that moment', ko: '그 순간의 클러스터' },
  same: {
    en: 'Same history ✓ What happened here is what happened in the report, to the last change.',
    ko: '같은 기록 ✓ 여기서 일어난 일은 보고서에서 일어난 일과 마지막 변경까지 같다.',
  },
  other: {
    en: 'Not the same history. What differs:',
    ko: '기록이 다르다. 다른 점:',
  },
  otherStep: {
    en: (step) => `From step ${step} on the pictures differ.`,
    ko: (step) => `${step}번째 단계부터 그림이 다르다.`,
  } satisfies Counted,
  otherOutcome: { en: 'It ended in another way.', ko: '결과가 다르다.' },
  otherUnseen: {
    en: 'The pictures are the same; something that is not pictured differs.',
    ko: '그림은 같지만, 그림에 나오지 않는 무엇인가가 다르다.',
  },
  noHistory: {
    en: 'The report has no history of this example.',
    ko: '보고서에 이 시나리오의 기록이 없다.',
  },
} as const;
