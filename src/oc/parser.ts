import { Command, CommanderError, Option } from 'commander';
import { MisspeltError } from './errors';
import { type Flag, type Flags, FlagValueError, list, longName, onOff, text } from './flags';
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

const hint = (verb: string): string => `See 'kubectl ${verb} --help' for usage.`;

const findFlag = (flags: Flags, word: string): Flag<unknown> | undefined => {
  const found = Object.entries(flags).find(
    ([name, flag]) => longName(name) === word || (flag.short !== undefined && `-${flag.short}` === word),
  );
  return found?.[1];
};

/**
 * Brings words into the one form commander and kubectl agree on: a flag that may stand alone always gets its
 * value (`--all` becomes `--all=true`), and `-o=yaml` becomes `-oyaml`.
 */
const normalize = (flags: Flags, words: readonly string[]): readonly string[] => {
  const normal: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return [...normal, ...words.slice(at)];
    const flag = findFlag(flags, word);
    if (flag?.bare !== undefined)
      normal.push(...(word.startsWith('--') ? [`${word}=${flag.bare}`] : [word, flag.bare]));
    else if (flag) normal.push(word, ...words.slice(++at, at + 1));
    else normal.push(word.replace(/^(-[A-Za-z])=/, '$1'));
  }
  return normal;
};

const toOption = (verb: string, name: string, flag: Flag<unknown>): Option => {
  const long = longName(name);
  const title = flag.short ? `-${flag.short}, ${long}` : long;
  const option = new Option(`${title} <value>`);
  // Commander takes --no-x for the opposite of --x; kubectl's --no-headers is a flag like any other.
  option.negate = false;
  return option.default(flag.initial).argParser<unknown>((value, before) => {
    try {
      return flag.read(value, before);
    } catch (error) {
      if (!(error instanceof FlagValueError)) throw error;
      throw new MisspeltError(
        `error: invalid argument ${JSON.stringify(value)} for "${title}" flag: ${error.message}\n${hint(verb)}`,
      );
    }
  });
};

/** Commander's complaint in kubectl's words. */
const translate = (error: CommanderError, verb: string, flags: Flags, last: string): MisspeltError => {
  const [, flag = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const given = flag.split(/[ ,=]/)[0] ?? '';
  if (error.code === 'commander.optionMissingArgument') {
    const what = last.startsWith('--') ? last : `'${last.charAt(1)}' in ${last}`;
    return new MisspeltError(`error: flag needs an argument: ${what}\n${hint(verb)}`);
  }
  const unknown = given.startsWith('--')
    ? `unknown flag: ${given}`
    : `unknown shorthand flag: '${given.charAt(1)}' in ${given}`;
  const known = Object.keys(flags).map(longName).sort().join(' ');
  return new MisspeltError(`error: ${unknown}\n${hint(verb)}\nKnown here: ${known}`);
};

/** Reads flags with commander; what is left are the verb's words. */
const readFlags = (verb: string, flags: Flags, words: readonly string[]): Omit<Invocation, 'verb'> => {
  const command = new Command(verb)
    .argument('[words...]')
    .helpOption(false)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const [name, flag] of Object.entries(flags)) command.addOption(toOption(verb, name, flag));
  try {
    command.parse(normalize(flags, words), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw translate(error, verb, flags, words.at(-1) ?? '');
    throw error;
  }
  return { words: command.args, flags: command.opts() };
};

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
    'projects proxy rollback rsh run start-build status top version'
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
