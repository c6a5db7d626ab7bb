import { defineParameterType } from '@cucumber/cucumber';
import type { ParameterNames } from '../language/pattern';
import type { Place } from '../support/daemonPods';
import { readDuration } from '../support/durations';
import { type NodesSaid, readNames } from '../support/nodesSaid';
import { readSpan, type Span } from '../support/spans';
import { readLabels } from '../support/values';

/** The Korean parameters, and what they are called in English. */
export const PARAMETERS: ParameterNames = {
  이름들: 'names',
  노드들: 'nodes',
  위치: 'on',
  준비: 'readiness',
  라벨: 'labels',
  시간: 'duration',
  기간: 'span',
  수: 'count',
  사용자: 'actor',
};

const NAME = '"[^"]*"';
const NAMES = `${NAME}(?:(?:, ${NAME})*(?:과 |와 |, )${NAME})?`;

/** `"east-1"`, `"east-1"과 "east-2"`, `"east-1", "east-2", "infra"` */
defineParameterType({
  name: '이름들',
  regexp: new RegExp(NAMES),
  transformer: readNames,
  useForSnippets: false,
});

const EVERY = '모든 노드';
const LABELLED = `라벨이 ${NAME}인 ${EVERY}`;

/** `"east-1"과 "east-2"`, `모든 노드`, `라벨이 "role=worker"인 모든 노드` */
defineParameterType({
  name: '노드들',
  regexp: new RegExp(`${LABELLED}|${EVERY}|${NAMES}`),
  transformer: (text: string): NodesSaid => {
    if (!text.endsWith(EVERY)) return { names: readNames(text) };
    const [labels] = readNames(text);
    return labels === undefined ? {} : { labels: readLabels(labels) };
  },
  useForSnippets: false,
});

/** `에 있는`: the pod is bound to the node. `에서 실행될`: it is meant for the node, and may still wait. */
defineParameterType({
  name: '위치',
  regexp: /에 있는|에서 실행될/,
  transformer: (word: string): Place => (word === '에 있는' ? 'on' : 'for'),
  useForSnippets: false,
});

/** `준비된 상태`, `준비되지 않은 상태` */
defineParameterType({
  name: '준비',
  regexp: /준비된 상태|준비되지 않은 상태/,
  transformer: (words: string): boolean => words === '준비된 상태',
  useForSnippets: false,
});

/** `"role=worker"`, `"role=worker,region=east"` */
defineParameterType({
  name: '라벨',
  regexp: /"([^"=,]+=[^"=,]*(?:,[^"=,]+=[^"=,]*)*)"/,
  transformer: readLabels,
  useForSnippets: false,
});

const UNITS: Readonly<Record<string, string>> = { 초: 'second', 분: 'minute', 시간: 'hour', 일: 'day' };
const UNIT = Object.keys(UNITS).join('|');

/** `40초`, `1분`, `2시간`, `5일`: milliseconds. */
defineParameterType({
  name: '시간',
  regexp: new RegExp(`(\\d+)(${UNIT})`),
  transformer: (count: string, unit: string): number => readDuration(count, UNITS[unit] ?? ''),
  useForSnippets: false,
});

/** What stands before or behind an amount, and what it is in English. */
const BOUNDS: Readonly<Record<string, string>> = { 약: 'about', 최대: 'at most', 최소: 'at least' };

/** `40초`, `약 40초`, `최대 2분`, `최소 30초`, `40~80초` */
defineParameterType({
  name: '기간',
  regexp: new RegExp(`(?:(약|최대|최소) )?(?:(\\d+)~)?(\\d+)(${UNIT})`),
  transformer: (bound: string | undefined, from: string | undefined, to: string, unit: string): Span => {
    const amount = `${to} ${UNITS[unit]}s`;
    if (from !== undefined) return readSpan(`${from} to ${amount}`);
    return readSpan(bound === undefined ? amount : `${BOUNDS[bound]} ${amount}`);
  },
  useForSnippets: false,
});

/** `2`, before what is counted: `2개` */
defineParameterType({ name: '수', regexp: /\d+/, transformer: Number, useForSnippets: false });

/** `"vera"`, `사용자 "vera"` */
defineParameterType({
  name: '사용자',
  regexp: /(?:사용자 )?"[^"]*"/,
  transformer: (text: string): string | undefined => readNames(text)[0],
  useForSnippets: false,
});
