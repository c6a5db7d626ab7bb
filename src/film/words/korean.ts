import type { FactOnNodes, NodeFact, PodFact, SetFact } from '../facts/fact';
import type { PodState } from '../scene';
import { fold } from './fold';
import type { Alike, NodeRemark, Speech } from './speech';

// Names are never followed by a particle, whose form would depend on how they are read aloud: a word of ours stands between.
// Clauses end in the stem of a verb, so that 고 goes on and 다 ends.

const states: Readonly<Record<PodState, string>> = {
  pending: '보류 중인',
  notReady: '준비되지 않은',
  ready: '준비된',
  terminating: '종료 중인',
  failed: '실패한',
  succeeded: '완료된',
};

const turned: Readonly<Record<PodState, string>> = {
  pending: '다시 보류 상태가 되었',
  notReady: '준비되지 않은 상태가 되었',
  ready: '준비되었',
  terminating: '종료되기 시작했',
  failed: '실패했',
  succeeded: '완료되었',
};

const remarks: Readonly<Record<NodeRemark, string>> = {
  notReady: '준비 안 됨',
  silent: '응답 없음',
  cordoned: '예약 불가',
  gone: '없어짐',
};

/** A verb that is followed by what has come of it since. */
const andThen = (verb: { end: string; so: string; but: string }, state: PodState | undefined): string => {
  switch (state) {
    case 'ready':
      return `${verb.so} 이미 준비되었`;
    case 'succeeded':
      return `${verb.so} 이미 완료되었`;
    case 'notReady':
      return `${verb.but} 아직 준비되지 않았`;
    case 'terminating':
      return `${verb.but} 이미 종료되기 시작했`;
    case 'failed':
      return `${verb.but} 실패했`;
    default:
      return verb.end;
  }
};

const CAME = { end: '새로 생겼', so: '새로 생겨', but: '새로 생겼지만' };
const REPLACED = { end: '교체되었', so: '교체되어', but: '교체되었지만' };

const list = (names: readonly string[]): string => {
  const { shown, more } = fold(names);
  return `${shown.join(', ')}${more > 0 ? ` 외 ${more}개` : ''} 노드`;
};

const inBrackets = (revision: number | undefined): string =>
  revision === undefined ? '' : `(리비전 ${revision})`;

const nodeNews: Readonly<Record<NodeFact['what'], (mark: string | undefined) => string>> = {
  joined: () => '가 추가되었',
  left: () => '가 없어졌',
  ready: () => '가 준비되었',
  notReady: () => '가 준비되지 않은 상태가 되었',
  silent: () => '의 응답이 끊겼',
  cordoned: () => '가 예약 불가로 표시되었',
  uncordoned: () => '의 예약 불가 표시가 풀렸',
  labelled: (mark) => `에 ${mark} 라벨이 붙었`,
  unlabelled: (mark) => `에서 ${mark} 라벨이 없어졌`,
  tainted: (mark) => `에 ${mark} 테인트가 붙었`,
  untainted: (mark) => `에서 ${mark} 테인트가 없어졌`,
};

const podNews = (
  { what, set, name, state, revision, version }: PodFact,
  nodes: readonly string[],
): string => {
  const [at, of] = nodes.length === 0 ? ['', ''] : [`${list(nodes)}에 `, `${list(nodes)}의 `];
  const pod = `${set ?? name} Pod`;
  const which = `${of}${pod}${inBrackets(revision)}가`;
  switch (what) {
    case 'new':
      return `${at}${pod}${inBrackets(revision)}가 ${andThen(CAME, state)}`;
    case 'replaced':
      return `${of}${pod}가 새 Pod${inBrackets(revision)}로 ${andThen(REPLACED, state)}`;
    case 'gone':
      return `${which} 없어졌`;
    case 'started':
      return `${which} 실행되기 시작했지만 아직 준비되지 않았`;
    case 'turned':
      return `${which} ${turned[state ?? 'pending']}`;
    case 'bound':
      return `${which} 노드에 배정되었`;
    case 'adopted':
      return `${of}Pod가 ${set} 데몬 세트에 속하게 되었`;
    case 'released':
      return `${of}Pod가 더는 ${set} 데몬 세트에 속하지 않게 되었`;
    case 'renumbered':
      return `${of}${pod}가 새 리비전 번호(${revision})를 받았`;
    case 'remade':
      return `${of}${pod}가 ${version} 버전을 실행하게 되었`;
  }
};

const setNews = ({ what, version, revision, count, desired, counted }: SetFact): string => {
  const news: Readonly<Record<SetFact['what'], string>> = {
    new: '가 새로 생겼',
    gone: '가 없어졌',
    updated: version === undefined ? '가 업데이트되었' : `가 ${version} 버전으로 업데이트되었`,
    revised: `가 새 템플릿(리비전 ${revision})으로 업데이트되었`,
    counted: `의 집계가 바뀌어 Pod ${desired}개 중 ${count}개가 ${counted === 'ready' ? '준비된' : '사용 가능한'} 것으로 나왔`,
  };
  return news[what];
};

const news = (fact: FactOnNodes): string => {
  switch (fact.about) {
    case 'node':
      return `${list(fact.nodes)}${nodeNews[fact.what](fact.mark)}`;
    case 'set':
      return `${fact.set} 데몬 세트${setNews(fact)}`;
    case 'pod':
      return podNews(fact, fact.nodes);
  }
};

const standing = ({ set, name, state, revision, nodes }: Alike): string => {
  const place = nodes.length === 0 ? '노드 없이' : `${list(nodes)}에는`;
  if (state === undefined) return `${place} Pod가 없`;
  return `${place} ${states[state]} ${set ?? name} Pod${inBrackets(revision)}가 있`;
};

export const korean: Speech = {
  news,
  standing,
  sentence: (clauses, more) => {
    const all = more > 0 ? [...clauses, `그 밖에도 ${more}가지가 더 있`] : clauses;
    return `${all.join('고, ')}다.`;
  },
  node: (name, found) =>
    found.length === 0 ? name : `${name}(${found.map((each) => remarks[each]).join(', ')})`,
  nothingNew: '바뀐 것이 없다.',
  nothingThere: '노드도 Pod도 없다.',
};
