import { defineParameterType } from '@cucumber/cucumber';
import { resources } from '../src/kubernetes/kinds/resources';
import type { ResourceType } from '../src/kubernetes/resourceType';
import type { Pressure, ProbeKind } from '../src/port/world';
import type { Place } from './support/daemonPods';
import { readDuration, UNITS } from './support/durations';
import { NAMES, NODES, readNames, readNodes } from './support/nodesSaid';
import { readSpan, SPAN } from './support/spans';
import { readLabels } from './support/values';

/** `"east-1"`, `"east-1" and "east-2"`, `"east-1", "east-2" and "infra"` */
defineParameterType({
  name: 'names',
  regexp: new RegExp(NAMES),
  transformer: readNames,
  useForSnippets: false,
});

/** `"east-1"`, `each of "east-1" and "east-2"`, `every node`, `every node labelled "role=worker"` */
defineParameterType({
  name: 'nodes',
  regexp: new RegExp(NODES),
  transformer: readNodes,
  useForSnippets: false,
});

/** `on`: the pod is bound to the node. `for`: it is meant for the node, and may still wait. */
defineParameterType({
  name: 'on',
  regexp: /on|for/,
  transformer: (word: string): Place => (word === 'on' ? 'on' : 'for'),
  useForSnippets: false,
});

/** `ready`, `not ready` or `unready` */
defineParameterType({
  name: 'readiness',
  regexp: /ready|not ready|unready/,
  transformer: (words: string): boolean => words === 'ready',
  useForSnippets: false,
});

/** `disk`, `memory` or `PID` */
defineParameterType({
  name: 'pressure',
  regexp: /disk|memory|PID/,
  transformer: (word: string): Pressure => (word === 'disk' ? 'disk' : word === 'memory' ? 'memory' : 'PID'),
  useForSnippets: false,
});

/** `startup`, `readiness` or `liveness` */
defineParameterType({
  name: 'probe',
  regexp: /startup|readiness|liveness/,
  transformer: (word: string): ProbeKind =>
    word === 'startup' ? 'startup' : word === 'readiness' ? 'readiness' : 'liveness',
  useForSnippets: false,
});

/** `"role=worker"`, `"role=worker,region=east"` */
defineParameterType({
  name: 'labels',
  regexp: /"([^"=,]+=[^"=,]*(?:,[^"=,]+=[^"=,]*)*)"/,
  transformer: readLabels,
  useForSnippets: false,
});

/** `40 seconds`, `1 minute`, `2 hours`, `2 days`: milliseconds. */
defineParameterType({
  name: 'duration',
  regexp: new RegExp(`(\\d+) (${UNITS.join('|')})s?`),
  transformer: readDuration,
  useForSnippets: false,
});

/** `40 seconds`, `about 40 seconds`, `at most 2 minutes`, `at least 30 seconds`, `between 30 and 40 seconds` */
defineParameterType({
  name: 'span',
  regexp: new RegExp(SPAN),
  transformer: readSpan,
  useForSnippets: false,
});

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `no`, `one` … `ten`, or digits. */
defineParameterType({
  name: 'count',
  regexp: new RegExp(`${WORDS.join('|')}|\\d+`),
  transformer: (text: string): number => (WORDS.includes(text) ? WORDS.indexOf(text) : Number(text)),
  useForSnippets: false,
});

/** `I`, the cluster administrator, or a user by name: `"vera"`, `the user "vera"`. */
defineParameterType({
  name: 'actor',
  regexp: /I|(?:the user )?"[^"]*"/,
  transformer: (text: string): string | undefined => (text === 'I' ? undefined : readNames(text)[0]),
  useForSnippets: false,
});

const collections: Readonly<Record<string, ResourceType>> = {
  'daemon sets': resources.daemonsets,
  revisions: resources.controllerrevisions,
};

/** `daemon sets`, `revisions` */
defineParameterType({
  name: 'collection',
  regexp: new RegExp(Object.keys(collections).join('|')),
  transformer: (words: string): ResourceType => collections[words] ?? resources.daemonsets,
  useForSnippets: false,
});
