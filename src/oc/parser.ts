import { MisspeltError } from './errors';
import { findFlag, readFlags } from './flagReader';
import { list, onOff, text } from './flags';
import type { Verb } from './verb';

/** Flags that every verb knows. */
export const globalFlags = {
  namespace: text('n'),
  as: text(),
  asGroup: list(),
} as const;

/** What a command line asks for. */
export interface Invocation {
  readonly verb: Verb;
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

/** Positions of the words that are neither flags nor values of the flags every verb knows. */
const operands = (words: readonly string[]): readonly number[] => {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) found.push(at);
    else if (findFlag(globalFlags, word)) at++;
  }
  return found;
};

/**
 * Reads the words after `oc` or `kubectl`.
 * @throws CommandError for an unknown verb or flag, in kubectl's words.
 */
export const parseCommand = (verbs: readonly Verb[], words: readonly string[]): Invocation => {
  const positions = operands(words);
  const spoken = positions.map((position) => words[position] ?? '');
  const matches = verbs.filter((verb) => verb.name.split(' ').every((part, index) => part === spoken[index]));
  const verb = matches.sort((a, b) => b.name.length - a.name.length)[0];
  if (!verb) throw unknownVerb(verbs, words, spoken);
  const own = new Set(positions.slice(0, verb.name.split(' ').length));
  const rest = words.filter((_, index) => !own.has(index));
  return { verb, ...readFlags(verb.name, { ...globalFlags, ...verb.flags }, rest) };
};

/** Verbs that kubectl and oc have and Rollcall has not. */
const ELSEWHERE = new Set(
  (
    'adm api-resources api-versions attach autoscale certificate cluster-info completion config cp debug diff edit ' +
    'events exec explain expose help import-image kustomize login logout logs new-app plugin port-forward process ' +
    'projects proxy rollback rsh start-build status top version'
  ).split(' '),
);

const unknownVerb = (
  verbs: readonly Verb[],
  words: readonly string[],
  [first, ...more]: readonly string[],
): MisspeltError => {
  const flag = words.find((word) => word.startsWith('-') && !findFlag(globalFlags, word));
  if (first === undefined) {
    return flag
      ? new MisspeltError(`error: unknown flag: ${flag}\nSee 'kubectl --help' for usage.`)
      : new MisspeltError('error: no command given, such as `get pods`');
  }
  const inGroup = verbs.filter((verb) => verb.name.startsWith(`${first} `)).map((verb) => verb.name);
  if (inGroup.length === 0) {
    const what = ELSEWHERE.has(first)
      ? `"kubectl ${first}" is not supported here`
      : `unknown command "${first}" for "kubectl"`;
    const all = new Set(verbs.map((verb) => verb.name.split(' ')[0] ?? ''));
    return new MisspeltError(`error: ${what}\nKnown here: ${[...all].sort().join(', ')}.`);
  }
  const known = `Known here: ${inGroup.join(', ')}.`;
  return new MisspeltError(
    more[0] === undefined
      ? `error: "kubectl ${first}" needs a command. ${known}`
      : `error: unknown command "${more[0]}" for "kubectl ${first}"\n${known}`,
  );
};

/** Values of the global flags among all. */
export const globalsOf = (
  flags: Readonly<Record<string, unknown>>,
): { readonly namespace?: string; readonly as?: string; readonly asGroup: readonly string[] } => ({
  namespace: flags.namespace as string | undefined,
  as: flags.as as string | undefined,
  asGroup: (flags.asGroup ?? []) as readonly string[],
});

/** `-A`, for verbs that look at collections. */
export const allNamespaces = onOff('A');
