import type { Phrase } from './phrase';

/** What may stand where a phrase has a parameter in braces. What Cucumber brings along explains itself. */
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
  readiness: 'ready, not ready or unready',
  span:
    'how long: 40 seconds (to the second), about 40 seconds (a second more or less; of larger units half of one), ' +
    'at most 2 minutes, at least 30 seconds, 30 to 40 seconds, between 30 seconds and 2 minutes',
};

/** What a phrase begins with that can be done before the cluster has worked on the step above. */
const AT_ONCE = '(at once )';

/** The pattern of a phrase, for readers: that it may begin with "at once" is said once, not of each. */
export const shownPattern = ({ pattern }: Pick<Phrase, 'pattern'>): string =>
  pattern.startsWith(AT_ONCE) ? pattern.slice(AT_ONCE.length) : pattern;

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

/** What readers must know of these phrases beside their examples: a name, and what it means. */
export const legendOf = (phrases: readonly Phrase[]): readonly (readonly [string, string])[] => {
  const canHurry = phrases.some(({ pattern }) => pattern.startsWith(AT_ONCE));
  return [
    ...meaningsIn(phrases),
    ...(canHurry
      ? [
          [
            'at once',
            'before what is done: When node "east-2" is removed, And at once node "east-3" joins. The cluster has ' +
              'not worked in between.',
          ] as const,
        ]
      : []),
  ];
};
