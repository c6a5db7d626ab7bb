import { defineParameterType } from '@cucumber/cucumber';

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
