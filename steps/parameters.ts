import { defineParameterType } from '@cucumber/cucumber';
import { resources } from '../src/kubernetes/kinds/resources';
import type { ResourceType } from '../src/kubernetes/resourceType';
import { readDuration, UNITS } from './support/durations';
import { readLabels } from './support/values';

const NAME = '"[^"]*"';

/** `"east-1"`, `"east-1" and "east-2"`, `"east-1", "east-2" and "infra"` */
defineParameterType({
  name: 'names',
  regexp: new RegExp(`${NAME}(?:(?:, ${NAME})* and ${NAME})?`),
  transformer: (text: string): readonly string[] =>
    [...text.matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? ''),
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

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `no`, `one` … `ten`, or digits. */
defineParameterType({
  name: 'count',
  regexp: new RegExp(`${WORDS.join('|')}|\\d+`),
  transformer: (text: string): number => (WORDS.includes(text) ? WORDS.indexOf(text) : Number(text)),
  useForSnippets: false,
});

/** `I`, the cluster administrator, or a user by name. */
defineParameterType({
  name: 'actor',
  regexp: /I|"[^"]*"/,
  transformer: (text: string): string | undefined => (text === 'I' ? undefined : text.slice(1, -1)),
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
