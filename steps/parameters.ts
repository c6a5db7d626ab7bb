import { defineParameterType } from '@cucumber/cucumber';
import { resources } from '../src/kubernetes/kinds/resources';
import type { ResourceType } from '../src/kubernetes/resourceType';

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
  transformer: (text: string): Readonly<Record<string, string>> =>
    Object.fromEntries(text.split(',').map((pair) => pair.split('='))),
  useForSnippets: false,
});

const MILLISECONDS: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 };

/** `40 seconds`, `1 minute`, `2 hours`: milliseconds. */
defineParameterType({
  name: 'duration',
  regexp: /(\d+) (second|minute|hour)s?/,
  transformer: (count = '', unit = ''): number => Number(count) * (MILLISECONDS[unit] ?? 0),
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
