import type { InLanguages } from '../../language/language';

type Counted = InLanguages<(count: number) => string>;

/** What is written on the page of a cluster that is served. */
export const pageWords = {
  title: { en: (name) => `The cluster “${name}”`, ko: (name) => `클러스터 “${name}”` } satisfies InLanguages<
    (name: string) => string
  >,
  clusters: { en: 'Clusters', ko: '클러스터' } satisfies InLanguages,
  moreClusters: { en: (count) => `and ${count} more`, ko: (count) => `그 밖에 ${count}개` } satisfies Counted,
  paused: { en: 'paused', ko: '멈춤' } satisfies InLanguages,
  runs: { en: (speed) => `running at ${speed}×`, ko: (speed) => `${speed}배속` } satisfies Counted,
  quiet: { en: 'nothing left to do', ko: '남은 일 없음' } satisfies InLanguages,
  busy: { en: 'something is under way', ko: '진행 중' } satisfies InLanguages,
  pause: { en: 'Pause', ko: '멈추기' } satisfies InLanguages,
  goOn: { en: 'Go on', ko: '계속' } satisfies InLanguages,
  step: { en: 'Step', ko: '시간 보내기' } satisfies InLanguages,
  untilQuiet: { en: 'until quiet', ko: '할 일이 없을 때까지' } satisfies InLanguages,
  speed: { en: 'Speed', ko: '속도' } satisfies InLanguages,
  nodes: { en: 'Nodes and pods', ko: '노드와 Pod' } satisfies InLanguages,
  countOfNodes: {
    en: (count) => (count === 1 ? '1 node' : `${count} nodes`),
    ko: (count) => `노드 ${count}개`,
  } satisfies Counted,
  countOfPods: {
    en: (count) => (count === 1 ? '1 pod' : `${count} pods`),
    ko: (count) => `Pod ${count}개`,
  } satisfies Counted,
  sets: { en: 'Daemon sets', ko: '데몬셋' } satisfies InLanguages,
  set: { en: 'Daemon set', ko: '데몬셋' } satisfies InLanguages,
  desired: { en: 'Desired', ko: '원하는 수' } satisfies InLanguages,
  current: { en: 'Current', ko: '현재' } satisfies InLanguages,
  updated: { en: 'Updated', ko: '업데이트됨' } satisfies InLanguages,
  ready: { en: 'Ready', ko: '준비됨' } satisfies InLanguages,
  available: { en: 'Available', ko: '사용 가능' } satisfies InLanguages,
  moreSets: { en: (count) => `and ${count} more`, ko: (count) => `그 밖에 ${count}개` } satisfies Counted,
  news: { en: 'What happened last', ko: '최근에 일어난 일' } satisfies InLanguages,
  noNews: {
    en: 'Nothing has changed since somebody began to look.',
    ko: '보기 시작한 뒤로 아무 변화가 없다.',
  } satisfies InLanguages,
  begin: { en: 'Use it', ko: '사용하기' } satisfies InLanguages,
  beginHow: {
    en: 'Any Kubernetes client can talk to this cluster. In a terminal:',
    ko: '어떤 쿠버네티스 클라이언트든 이 클러스터에 접속할 수 있다. 터미널에서:',
  } satisfies InLanguages,
  kubeconfig: { en: 'The kubeconfig', ko: 'kubeconfig' } satisfies InLanguages,
  copy: { en: 'Copy', ko: '복사' } satisfies InLanguages,
  copied: { en: 'Copied', ko: '복사됨' } satisfies InLanguages,
  notCopied: {
    en: 'The browser did not allow it: select the text',
    ko: '브라우저가 허용하지 않는다. 직접 선택해서 복사',
  } satisfies InLanguages,
  noNodes: {
    en: 'There are no nodes yet. A machine that is created joins as a node:',
    ko: '아직 노드가 없다. Machine을 만들면 노드로 합류한다:',
  } satisfies InLanguages,
  noSets: {
    en: 'There is no daemon set yet. This creates one, and each node gets a pod:',
    ko: '아직 데몬셋이 없다. 아래와 같이 만들면 노드마다 Pod가 하나씩 생긴다:',
  } satisfies InLanguages,
  token: { en: 'Token', ko: '토큰' } satisfies InLanguages,
  tokenWhy: {
    en: 'This server asks for a token. It was given, or printed, when the server was started. The page forgets it when you leave.',
    ko: '이 서버는 토큰을 요구한다. 서버를 시작할 때 정했거나 출력된 것이다. 페이지를 떠나면 토큰은 지워진다.',
  } satisfies InLanguages,
  tokenWrong: { en: 'That is not the token.', ko: '토큰이 맞지 않는다.' } satisfies InLanguages,
  show: { en: 'Show the cluster', ko: '클러스터 보기' } satisfies InLanguages,
  tokenNeedsScript: {
    en: 'This server asks for a token, and the page needs JavaScript to show it.',
    ko: '이 서버는 토큰을 요구하며, 토큰을 보내려면 자바스크립트가 필요하다.',
  } satisfies InLanguages,
  lost: {
    en: 'The server does not answer. The page tries again by itself.',
    ko: '서버가 응답하지 않는다. 페이지가 스스로 다시 시도한다.',
  } satisfies InLanguages,
  gone: { en: 'This cluster is no more.', ko: '이 클러스터는 이제 없다.' } satisfies InLanguages,
  still: {
    en: 'A picture that is made anew every five seconds: without JavaScript nothing moves.',
    ko: '5초마다 새로 그린 그림이다. 자바스크립트가 없으면 움직이지 않는다.',
  } satisfies InLanguages,
} as const;
