import type { Phrase } from './phrase';

/** What may stand where a phrase has a parameter of ours in braces. */
const MEANINGS: Readonly<Record<string, string>> = {
  actor: 'I, who may do everything, or a user: "vera", the user "vera"',
  collection: 'daemon sets, or revisions',
  count: 'no, one … ten, or a number in digits',
  duration: 'a time: 40 seconds, 1 minute, 3 hours, 2 days',
  labels: 'labels in quotes: "role=worker", "role=worker,region=east"',
  names: 'names in quotes: "east-1", "east-1" and "east-2", "east-1", "east-2" and "infra"',
  nodes:
    'nodes: "east-1", each of "east-1" and "east-2", every node, every node labelled "role=worker". Every node is ' +
    'every one that there is now',
  on: 'on, of a pod that is bound to the node; for, of one that is meant for it, and may still wait',
  pressure: 'disk, memory or PID',
  probe: 'startup, readiness or liveness',
  readiness: 'ready, not ready or unready',
  span:
    'how long: 40 seconds (to the second), about 40 seconds (a second more or less; of larger units half of one), ' +
    'at most 2 minutes, at least 30 seconds, 30 to 40 seconds, between 30 seconds and 2 minutes',
  word: 'a word without quotes, like CrashLoopBackOff',
  이름들: '따옴표 안의 이름: "east-1", "east-1"과 "east-2", "east-1", "east-2", "infra"',
  노드들:
    '노드: "east-1"과 "east-2", 모든 노드, 라벨이 "role=worker"인 모든 노드. 모든 노드는 지금 있는 노드 전부를 말한다',
  위치: '노드에 배치된 Pod는 "에 있는", 그 노드로 정해졌지만 아직 기다릴 수도 있는 Pod는 "에서 실행될"',
  준비: '준비된 상태, 준비되지 않은 상태',
  라벨: '따옴표 안의 라벨: "role=worker", "role=worker,region=east"',
  시간: '시간: 40초, 1분, 3시간, 2일',
  기간: '걸린 시간: 40초(초 단위까지), 약 40초, 최대 2분, 최소 30초, 40~80초',
  수: '숫자',
  사용자: '사용자의 이름: "vera", 사용자 "vera"',
};

/** What Cucumber brings along, in the words of the phrases that it stands in. */
const BROUGHT: readonly (readonly [name: string, english: string, korean: string])[] = [
  ['string', 'a text in quotes: "log-agent"', '따옴표 안의 글: "log-agent"'],
  ['int', 'a number in digits: 3', '숫자: 3'],
];

/** What a phrase begins with that can be done before the cluster has worked on the step above. */
const AT_ONCE = ['(at once )', '(곧바로 )'];

/** What that means. */
const HURRIES: readonly (readonly [string, string])[] = [
  [
    'at once',
    'before what is done: When node "east-2" is removed, And at once node "east-3" joins. The cluster has ' +
      'not worked in between.',
  ],
  [
    '곧바로',
    '하는 일 앞에 쓴다: 만일 노드 "east-2"가 제거되면, 그리고 곧바로 노드 "east-3"이 추가되면. 그 사이에 클러스터는 아무 일도 ' +
      '하지 않았다.',
  ],
];

/** The words for it that a pattern begins with; undefined if it cannot be done so. */
const hurryOf = (pattern: string): string | undefined => AT_ONCE.find((words) => pattern.startsWith(words));

/** The pattern of a phrase, for readers: that it may begin with "at once" is said once, not of each. */
export const shownPattern = ({ pattern }: Pick<Phrase, 'pattern'>): string =>
  pattern.slice(hurryOf(pattern)?.length ?? 0);

/** The names of the parameters in a pattern. */
export const parametersIn = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');

/** What stands for the parameters of these phrases: a name in braces, and what it means. */
export const meaningsIn = (phrases: readonly Phrase[]): readonly (readonly [string, string])[] => {
  const used = new Set(phrases.flatMap(({ pattern }) => parametersIn(pattern)));
  return Object.entries(MEANINGS)
    .filter(([name]) => used.has(name))
    .map(([name, meaning]) => [`{${name}}`, meaning]);
};

const broughtIn = (phrases: readonly Phrase[]): readonly (readonly [string, string])[] => {
  const [english, korean] = [false, true].map((isKorean) => {
    const own = phrases.filter(({ pattern }) => KOREAN.test(pattern) === isKorean);
    return new Set(own.flatMap(({ pattern }) => parametersIn(pattern)));
  });
  return BROUGHT.flatMap(([name, ...[inEnglish, inKorean]]) => [
    ...(english?.has(name) ? [[`{${name}}`, inEnglish] as const] : []),
    ...(korean?.has(name) ? [[`{${name}}`, inKorean] as const] : []),
  ]);
};

const KOREAN = /\p{Script=Hangul}/u;

/** What readers must know of these phrases beside their examples: a name, and what it means. */
export const legendOf = (phrases: readonly Phrase[]): readonly (readonly [string, string])[] => {
  const ways = new Set(phrases.map(({ pattern }) => hurryOf(pattern)));
  return [
    ...broughtIn(phrases),
    ...meaningsIn(phrases),
    ...HURRIES.filter(([words]) => ways.has(`(${words} )`)),
  ];
};
